// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';

/** The shape of a network, its question, and the seed of all that is random in it. */
export interface NetworkSettings {
  /** n_0 ... n_L: pixels of an image, units of each layer, outputs. 2 to 65 numbers. */
  readonly layers: readonly number[];
  /** 'softmax': which class? n_L outputs. 'sigmoid': yes or no? One output. */
  readonly output: 'softmax' | 'sigmoid';
  /** With 'sigmoid': the label that means yes, 0 ... 255. */
  readonly positive: number;
  /** 0 ... 2^53 - 1. The same settings, data and seed give the same weights to the last bit. */
  readonly seed: number;
}

/** How the network is trained. */
export interface DescentSettings {
  /** Examples for each update: 1 ... all of them. 'all' is gradient descent as in the notes. */
  readonly batchSize: number | 'all';
  /** alpha in W = W - alpha dW; above 0. */
  readonly learningRate: number;
  /** 'sgd': plain gradient descent. */
  readonly optimizer: 'sgd';
}

export interface TrainSettings extends DescentSettings {
  /** How many more times to go through the training data, 1 ... 100,000. */
  readonly epochs: number;
}

export interface EngineSettings {
  /** Threads to use, 1 ... 64. This version computes on one, and `trainer.backend` says so. */
  readonly threads: number;
  /**
   * 'reproducible': the same bits on every machine. 'turbo' may be faster and differ in the last
   * bits; this version has only the reproducible engine, and `trainer.backend` says so.
   */
  readonly math: 'reproducible' | 'turbo';
}

export const DEFAULT_NETWORK: NetworkSettings = {
  layers: [784, 128, 64, 10],
  output: 'softmax',
  positive: 3,
  seed: 1,
};

export const DEFAULT_TRAINING: TrainSettings = {
  epochs: 10,
  batchSize: 128,
  learningRate: 0.2,
  optimizer: 'sgd',
};

export const DEFAULT_ENGINE: EngineSettings = { threads: 1, math: 'reproducible' };

/** Limits of the settings; those of the network are the core's (initialise.h). */
export const LIMITS = {
  layers: 65,
  units: 16384,
  parameters: 2 ** 24,
  classes: 256,
  label: 255,
  epochs: 100_000,
  threads: 64,
} as const;

function bad(setting: string, message: string): never {
  throw new ScratchpadError('badSetting', `${setting}: ${message}`, setting);
}

function checkInteger(setting: string, value: unknown, low: number, high: number): void {
  if (!Number.isInteger(value) || (value as number) < low || (value as number) > high) {
    bad(setting, `must be a whole number from ${low} to ${high}, not ${String(value)}.`);
  }
}

function checkOneOf(setting: string, value: unknown, choices: readonly string[]): void {
  if (!choices.includes(value as string)) {
    bad(setting, `must be one of ${choices.join(', ')}, not ${String(value)}.`);
  }
}

/** Weights and biases of a network with these layers. */
export function countParameters(layers: readonly number[]): number {
  return layers.slice(1).reduce((sum, units, l) => sum + units * ((layers[l] ?? 0) + 1), 0);
}

/** Throws a ScratchpadError 'badSetting' that names the setting and its limits. */
export function checkNetwork(settings: NetworkSettings): void {
  const { layers, output, positive, seed } = settings;
  if (!Array.isArray(layers) || layers.length < 2 || layers.length > LIMITS.layers) {
    bad('layers', `needs 2 to ${LIMITS.layers} numbers, from the input's pixels to the outputs.`);
  }
  for (const units of layers) checkInteger('layers', units, 1, LIMITS.units);
  if (countParameters(layers) > LIMITS.parameters) {
    const parameters = countParameters(layers).toLocaleString('en');
    const limit = LIMITS.parameters.toLocaleString('en');
    bad('layers', `the network would have ${parameters} weights; at most ${limit} fit.`);
  }
  checkOneOf('output', output, ['softmax', 'sigmoid']);
  const outputs = layers[layers.length - 1] as number;
  if (output === 'sigmoid' && outputs !== 1) {
    bad('layers', `a yes/no question (sigmoid) needs 1 unit in the last layer, not ${outputs}.`);
  }
  if (output === 'softmax' && (outputs < 2 || outputs > LIMITS.classes)) {
    bad('layers', `softmax needs 2 to ${LIMITS.classes} units in the last layer, not ${outputs}.`);
  }
  checkInteger('positive', positive, 0, LIMITS.label);
  checkInteger('seed', seed, 0, Number.MAX_SAFE_INTEGER);
}

/** Throws a ScratchpadError 'badSetting'. That the batch fits the data is checked when it runs. */
export function checkDescent(settings: DescentSettings): void {
  const { batchSize, learningRate, optimizer } = settings;
  if (batchSize !== 'all') checkInteger('batchSize', batchSize, 1, 2 ** 31 - 1);
  if (typeof learningRate !== 'number' || !(learningRate > 0) || !Number.isFinite(learningRate)) {
    bad('learningRate', `must be a number above 0, not ${String(learningRate)}.`);
  }
  checkOneOf('optimizer', optimizer, ['sgd']);
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkTraining(settings: TrainSettings): void {
  checkInteger('epochs', settings.epochs, 1, LIMITS.epochs);
  checkDescent(settings);
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkEngine(settings: EngineSettings): void {
  checkInteger('threads', settings.threads, 1, LIMITS.threads);
  checkOneOf('math', settings.math, ['reproducible', 'turbo']);
}
