// SPDX-License-Identifier: MIT
import type { Sides } from '../model/data-look.ts';
import { type DataLook, classWord } from '../model/data-look.ts';
import { count, percent } from '../model/format.ts';
import type { Backend } from '../../lib/results.ts';
import type { PresetChoice } from '../model/presets.ts';
import type { PresetFigures } from '../../lib/preset-figures.ts';
export const NETWORK = {
  title: 'Network',
  settings: 'Settings',
  note: 'A change here starts a new network.',
  layers: 'Layers:',
  inputs: (units: number, { width, height }: Sides) =>
    `${units} inputs` + (units === width * height ? `, ${width} × ${height} pixels` : ''),
  outputs: (classes: number) =>
    classes === 1 ? '1 output, yes or no' : `${classes} outputs, one a class`,
  units: 'units',
  unitsOf: (layer: number) => `Units of layer ${layer}`,
  remove: (layer: number) => `Remove layer ${layer}`,
  add: 'Add layer',
  parameters: (parameters: number) => `${count(parameters)} weights and biases`,
  question: 'Question',
  which: (look: DataLook) => `Which ${classWord(look).one}?`,
  isIt: 'Is it a',
  isItLabel: (digit: number | string) => `Is it a ${digit}?`,
  digit: 'Digit that means yes',
  busy: 'Pause to change the network.',
};

export const ENGINE = {
  title: 'Engine',
  runsOn: ({ threads, math, simd }: Backend) =>
    `Runs on ${count(threads)} ${threads === 1 ? 'thread' : 'threads'}, ` +
    (math === 'turbo' ? 'relaxed SIMD (Turbo)' : simd ? 'simd128' : 'no SIMD') +
    (math === 'notes' ? ', as in the notes' : ''),
};

/** The texts of the settings' panel. */
export const TRAINING = {
  title: 'Gradient descent',
  more: 'more',
  findRate: 'Find a rate',
  findRateHelp: 'Tries learning rates from small to large on a copy of the weights.',
};

export const RESULTS = {
  checksum: 'Weights, SHA-256',
  checksumNote: 'The same settings, seed and data give the same weights on any machine.',
  checksumPart:
    'An epoch began before all images had arrived, so these weights will not come again. Reset and ' +
    'Train give those of the settings and the seed.',
  checksumDrawings:
    'Your own drawings are part of these weights: the same settings, seed and data give them again ' +
    'with the same drawings alone.',
  checksumTurbo:
    'With Turbo the last bits may differ on another machine; without it they are the same on any.',
};

/** Seconds, or whole minutes: how long depends on the machine. */
const roughly = (seconds: number): string =>
  seconds < 90 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} min`;

export const PRESET = {
  label: 'Preset',
  own: 'own settings',
  names: {
    defaults: 'Defaults',
    quick: 'Quick',
    plain: 'Plain',
    dropout: 'Dropout',
    accurate: 'Accurate',
    record: 'Record',
    notes: 'As in the notes',
  } satisfies Record<PresetChoice, string>,
  /** What stands below the choice; a line each. */
  about: {
    defaults: 'Plain gradient descent on mini-batches.',
    quick: 'Small, and reads what you draw.',
    plain: 'Larger, with nothing that regularises.',
    dropout: 'Larger, with dropout.',
    accurate: 'With augmentation and other hands.',
    record: 'The largest, with all that helps.',
    notes: '“Is it a 3?”, all images in each step.',
  } satisfies Record<PresetChoice, string>,
  /** What was measured; '' where nothing was. */
  reaches: ({ accuracy, f1, seconds }: PresetFigures) =>
    [
      accuracy === null ? '' : `${percent(accuracy, 2)} of MNIST’s test images`,
      f1 === null ? '' : `F1 ${f1}`,
      seconds === null ? '' : `about ${roughly(seconds)}`,
    ]
      .filter(Boolean)
      .join(', '),
  aboutOwn: 'Changed by you.',
};
