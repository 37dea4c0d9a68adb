// SPDX-License-Identifier: MIT
import { ScratchpadError } from '../lib/errors.ts';
import { checkNetwork, checkTraining, DEFAULT_NETWORK, DEFAULT_TRAINING } from '../lib/settings.ts';
import type { NetworkSettings, TrainSettings } from '../lib/settings.ts';
import type { Problems } from './store.ts';
import { TRAINING } from './texts.ts';

/** The library's verdict on each setting by itself, so that every wrong field says so at once. */
export function findProblems(network: NetworkSettings, training: TrainSettings): Problems {
  const problems: Record<string, string> = {};
  const note = (key: string, value: unknown, check: () => void): void => {
    const message = verdict(value, check);
    if (message) problems[key] = message;
  };
  const { learningRate, batchSize, epochs } = training;
  note('learningRate', learningRate, () => checkTraining({ ...DEFAULT_TRAINING, learningRate }));
  note('batchSize', batchSize, () => checkTraining({ ...DEFAULT_TRAINING, batchSize }));
  note('epochs', epochs, () => checkTraining({ ...DEFAULT_TRAINING, epochs }));
  note('seed', network.seed, () => checkNetwork({ ...DEFAULT_NETWORK, seed: network.seed }));
  network.layers.slice(1, -1).forEach((units, i) => {
    note(`layers.${i + 1}`, units, () =>
      checkNetwork({ ...DEFAULT_NETWORK, layers: [784, units, 10] }),
    );
  });
  if (!Object.keys(problems).some((key) => key.startsWith('layers'))) {
    note('layers', 0, () => checkNetwork({ ...network, seed: 1 }));
  }
  return problems;
}

function verdict(value: unknown, check: () => void): string | null {
  if (Number.isNaN(value)) return TRAINING.notANumber;
  try {
    check();
    return null;
  } catch (error) {
    if (error instanceof ScratchpadError && error.code === 'badSetting')
      return plain(error.message);
    throw error;
  }
}

/** 'epochs: must be ...' beside the field named Epochs is 'Must be ...'. */
export function plain(message: string): string {
  const text = message.replace(/^\w+: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}
