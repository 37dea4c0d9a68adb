// SPDX-License-Identifier: MIT
// Settings outside their limits, named before they reach the core.
import { ScratchpadError } from './errors.ts';
import type { Frame } from './import/resample.ts';
import type { RateRange } from './rate-sweep.ts';
import {
  AUGMENTATION_LIMITS,
  type AugmentationSettings,
  CHOICES,
  type DescentSettings,
  type EngineSettings,
  LIMITS,
  type NetworkSettings,
  type RunChange,
  type TrainSettings,
} from './settings.ts';

function bad(setting: string, message: string): never {
  throw new ScratchpadError('badSetting', `${setting}: ${message}`, setting);
}

/** Throws a ScratchpadError 'badSetting' unless settings came as an object. */
export function checkGiven(to: string, given: unknown): void {
  if (typeof given !== 'object' || given === null) {
    bad('settings', `${to} takes an object of settings, not ${String(given)}.`);
  }
}

/** Throws a ScratchpadError 'badSetting' for a name that is not known: it would count for nothing. */
export function checkNames(to: string, given: object, known: readonly string[]): void {
  checkGiven(to, given);
  const unknown = Object.keys(given).find((name) => !known.includes(name));
  if (unknown !== undefined) bad(unknown, `${to} knows no such setting, but ${known.join(', ')}.`);
}

/** Throws a ScratchpadError 'badSetting' unless value is a whole number within the limits. */
export function checkInteger(setting: string, value: unknown, low: number, high: number): void {
  if (!Number.isInteger(value) || (value as number) < low || (value as number) > high) {
    bad(setting, `must be a whole number from ${low} to ${high}, not ${String(value)}.`);
  }
}

/** Throws a ScratchpadError 'badSetting' unless value is a number that fits its `limits`, in words. */
export function checkNumber(
  setting: string,
  value: unknown,
  limits: string,
  fits: (value: number) => boolean,
): void {
  if (typeof value !== 'number' || !Number.isFinite(value) || !fits(value)) {
    bad(setting, `must be a number ${limits}, not ${String(value)}.`);
  }
}

const checkPositive = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'above 0', (x) => x > 0);
export const checkNotNegative = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'of at least 0', (x) => x >= 0);
const checkShare = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'of at least 0 and below 1', (x) => x >= 0 && x < 1);

/** Throws a ScratchpadError 'badSetting' unless there can be so many copies of an image. */
export function checkCopies(copies: unknown): void {
  if (copies !== 1 && copies !== 5 && copies !== 9) {
    bad('copies', `must be 1, 5 or 9, not ${String(copies)}.`);
  }
}

/** Throws a ScratchpadError 'badSetting' unless value is one of the choices. */
export function checkOneOf(setting: string, value: unknown, choices: readonly string[]): void {
  if (!choices.includes(value as string)) {
    bad(setting, `must be one of ${choices.join(', ')}, not ${String(value)}.`);
  }
}

/** Weights and biases of a network with these layers. */
export function countParameters(layers: readonly number[]): number {
  return layers.slice(1).reduce((sum, units, l) => sum + units * ((layers[l] ?? 0) + 1), 0);
}

function checkLayers({ layers, output }: NetworkSettings): void {
  if (!Array.isArray(layers) || layers.length < 2 || layers.length > LIMITS.layers) {
    bad('layers', `needs 2 to ${LIMITS.layers} numbers, from the input's pixels to the outputs.`);
  }
  for (const units of layers) checkInteger('layers', units, 1, LIMITS.units);
  if (countParameters(layers) > LIMITS.parameters) {
    const parameters = countParameters(layers).toLocaleString('en');
    const limit = LIMITS.parameters.toLocaleString('en');
    bad('layers', `the network would have ${parameters} weights; at most ${limit} fit.`);
  }
  const outputs = layers[layers.length - 1] as number;
  if (output === 'sigmoid' && outputs !== 1) {
    bad('layers', `a yes/no question (sigmoid) needs 1 unit in the last layer, not ${outputs}.`);
  }
  if (output === 'softmax' && (outputs < 2 || outputs > LIMITS.classes)) {
    bad('layers', `softmax needs 2 to ${LIMITS.classes} units in the last layer, not ${outputs}.`);
  }
}

/** Throws a ScratchpadError 'badSetting' that names the setting and its limits. */
export function checkNetwork(settings: NetworkSettings): void {
  checkOneOf('output', settings.output, CHOICES.output);
  checkLayers(settings);
  checkOneOf('hidden', settings.hidden, CHOICES.hidden);
  checkInteger('positive', settings.positive, 0, LIMITS.label);
  checkInteger('seed', settings.seed, 0, Number.MAX_SAFE_INTEGER);
  checkOneOf('initialiser', settings.initialiser, CHOICES.initialiser);
  checkNumber(
    'initialScale',
    settings.initialScale,
    'above 0 and at most 10',
    (x) => x > 0 && x <= 10,
  );
}

const checkWithin = (setting: string, value: unknown, low: number, high: number): void =>
  checkNumber(setting, value, `from ${low} to ${high}`, (x) => x >= low && x <= high);

/** Throws a ScratchpadError 'badSetting'. That the images are square is checked when it runs. */
export function checkAugmentation(settings: AugmentationSettings): void {
  for (const [name, limits] of Object.entries(AUGMENTATION_LIMITS)) {
    checkWithin(name, settings[name as keyof AugmentationSettings], ...limits);
  }
}

function checkMix({ otherHands, drawings }: DescentSettings): void {
  checkWithin('otherHands', otherHands, 0, LIMITS.share);
  checkWithin('drawings', drawings, 0, LIMITS.share);
  // Shares of 0.34 and 0.56 are a little more than 0.9 together.
  if (otherHands + drawings > LIMITS.share + 1e-12) {
    bad('drawings', `must be at most ${LIMITS.share} together with otherHands.`);
  }
}

/** Throws a ScratchpadError 'badSetting'. That the batch fits the data is checked when it runs. */
export function checkDescent(settings: DescentSettings): void {
  if (settings.batchSize !== 'all') checkInteger('batchSize', settings.batchSize, 1, 2 ** 31 - 1);
  checkPositive('learningRate', settings.learningRate);
  checkOneOf('optimizer', settings.optimizer, CHOICES.optimizer);
  for (const name of ['momentum', 'rho', 'beta1', 'beta2', 'dropout', 'labelSmoothing'] as const) {
    checkShare(name, settings[name]);
  }
  checkNumber('epsilon', settings.epsilon, 'of at least 1e-30', (x) => x >= 1e-30);
  for (const name of ['weightDecay', 'maxNorm', 'clipNorm'] as const) {
    checkNotNegative(name, settings[name]);
  }
  if (settings.positiveWeight !== 'balanced') {
    checkPositive('positiveWeight', settings.positiveWeight);
  }
  checkAugmentation(settings);
  checkMix(settings);
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkTraining(settings: TrainSettings): void {
  const { epochs, warmUp, validation, patience } = settings;
  checkInteger('epochs', epochs, 1, LIMITS.epochs);
  checkDescent(settings);
  checkOneOf('schedule', settings.schedule, CHOICES.schedule);
  checkNumber('warmUp', warmUp, `of epochs from 0 to ${epochs}`, (x) => x >= 0 && x <= epochs);
  checkPositive('stepEvery', settings.stepEvery);
  checkNumber('stepFactor', settings.stepFactor, 'above 0 and at most 1', (x) => x > 0 && x <= 1);
  checkOneOf('averaging', settings.averaging, CHOICES.averaging);
  checkShare('averagingDecay', settings.averagingDecay);
  checkShare('validation', validation);
  checkInteger('patience', patience, 0, LIMITS.epochs);
  if (patience > 0 && validation === 0) {
    bad('patience', 'early stopping needs images set aside: set validation above 0, such as 0.1.');
  }
}

const CHANGEABLE: readonly string[] = ['learningRate', 'batchSize', 'dropout'];

/** Throws a ScratchpadError 'badSetting' when more is to be changed than a run can change. */
export function checkChange(change: RunChange): void {
  for (const name of Object.keys(change)) {
    if (!CHANGEABLE.includes(name)) {
      bad(name, `stays what it is during a run, which can change ${CHANGEABLE.join(', ')}.`);
    }
  }
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkRange({ from, to, steps }: RateRange): void {
  checkPositive('from', from);
  checkNumber('to', to, `above ${from}, where it begins`, (x) => x > from);
  checkInteger('steps', steps, 2, 10_000);
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkFrame({ width, height, box, centre }: Frame): void {
  checkInteger('width', width, 1, LIMITS.units);
  checkInteger('height', height, 1, LIMITS.units);
  const most = Math.max(width, height);
  checkNumber('box', box, `above 0 and at most ${most}`, (x) => x > 0 && x <= most);
  checkOneOf('centre', centre, ['mass', 'box']);
}

/** Throws a ScratchpadError 'badSetting'. */
export function checkEngine(settings: EngineSettings): void {
  if (settings.threads !== 'auto') checkInteger('threads', settings.threads, 1, LIMITS.threads);
  checkOneOf('math', settings.math, CHOICES.math);
}
