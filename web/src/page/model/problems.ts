// SPDX-License-Identifier: MIT
import { checkNetwork, checkTraining } from '../../lib/check-settings.ts';
import { ScratchpadError } from '../../lib/errors.ts';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../lib/settings.ts';
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
  for (const key of Object.keys(DEFAULT_TRAINING) as (keyof TrainSettings)[]) {
    const beside = { ...DEFAULT_TRAINING };
    // These two depend on another, when that one is right itself.
    if (key === 'warmUp' && training.epochs >= 1) beside.epochs = Math.floor(training.epochs);
    if (key === 'patience' && training.validation >= 0 && training.validation < 1) {
      beside.validation = training.validation;
    }
    note(key, training[key], () => checkTraining({ ...beside, [key]: training[key] }));
  }
}

function noteNetwork({ seed, initialScale, layers }: NetworkSettings, note: Note): void {
  note('seed', seed, () => checkNetwork({ ...DEFAULT_NETWORK, seed }));
  note('initialScale', initialScale, () => checkNetwork({ ...DEFAULT_NETWORK, initialScale }));
  layers.slice(1, -1).forEach((units, i) => {
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
