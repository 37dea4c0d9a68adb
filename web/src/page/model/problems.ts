// SPDX-License-Identifier: MIT
import { checkNetwork } from '../../lib/check-settings.ts';
import { ScratchpadError } from '../../lib/errors.ts';
import { NETWORK } from '../../lib/setting-table/network.ts';
import type { Row } from '../../lib/setting-table/row.ts';
import { TRAINING } from '../../lib/setting-table/training.ts';
import { DEFAULT_NETWORK } from '../../lib/settings.ts';
import type { NetworkSettings, TrainSettings } from '../../lib/settings.ts';
import type { Problems } from './state.ts';
import { METHODS } from './setting-texts.ts';

type Note = (key: string, value: unknown, check: () => void) => void;

/**
 * The library's verdict on each setting by itself, so that every wrong field says so at once.
 * @param images how many there are to train on; null while that is not known
 */
export function findProblems(
  network: NetworkSettings,
  training: TrainSettings,
  images: number | null,
): Problems {
  const problems: Record<string, string> = {};
  const note: Note = (key, value, check) => {
    const message = verdict(value, check);
    if (message) problems[key] = message;
  };
  noteTraining(training, note);
  noteNetwork(network, note);
  if (!Object.keys(problems).some((key) => key.startsWith('layers'))) {
    const { layers, output } = network;
    note('layers', 0, () => checkNetwork({ ...DEFAULT_NETWORK, layers, output }));
  }
  if (!problems.batchSize && !problems.validation && images !== null) {
    const left = imagesLeft(images, training.validation);
    if (training.batchSize !== 'all' && training.batchSize > left) {
      problems.batchSize = METHODS.batchTooLarge(left);
    }
  }
  return problems;
}

/** Images to train on when a share of them is set aside, as the core counts them. */
function imagesLeft(images: number, validation: number): number {
  return Math.max(1, images - Math.floor(validation * images));
}

function noteTraining(training: TrainSettings, note: Note): void {
  for (const [name, row] of Object.entries<Row<unknown>>(TRAINING)) {
    const value = training[name as keyof TrainSettings];
    note(name, value, () => row.check(name, value, training));
  }
}

function noteNetwork(network: NetworkSettings, note: Note): void {
  for (const [name, row] of Object.entries<Row<unknown>>(NETWORK)) {
    const value = network[name as keyof NetworkSettings];
    if (name !== 'layers') note(name, value, () => row.check(name, value, network));
  }
  network.layers.slice(1, -1).forEach((units, i) => {
    note(`layers.${i + 1}`, units, () =>
      checkNetwork({ ...DEFAULT_NETWORK, layers: [784, units, 10] }),
    );
  });
}

function verdict(value: unknown, check: () => void): string | null {
  if (Number.isNaN(value)) return METHODS.notANumber;
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
