// SPDX-License-Identifier: MIT
// What a value must be, named before it reaches the core. Each throws a ScratchpadError 'badSetting'.
import { ScratchpadError } from './errors.ts';
import type { Frame } from './import/resample.ts';
import { LIMITS } from './limits.ts';
import type { RateRange } from './rate-sweep.ts';

export function bad(setting: string, message: string): never {
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

export const checkPositive = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'above 0', (x) => x > 0);
export const checkNotNegative = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'of at least 0', (x) => x >= 0);
export const checkShare = (setting: string, value: unknown): void =>
  checkNumber(setting, value, 'of at least 0 and below 1', (x) => x >= 0 && x < 1);
export const checkWithin = (setting: string, value: unknown, low: number, high: number): void =>
  checkNumber(setting, value, `from ${low} to ${high}`, (x) => x >= low && x <= high);

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
