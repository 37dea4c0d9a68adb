// SPDX-License-Identifier: MIT
// Every text of the page, here and in texts/, ready for translation. The names that tests and other
// programs hold on to are in capitals.
import type { Backend } from '../lib/results.ts';
import type { Guess } from './model/certainty.ts';
import { classWord, nameOf, type Sides } from './model/data-look.ts';
import type { DataImage } from './model/store.ts';
import { count, duration, megabytes, percent } from './model/format.ts';

export const NAMES = {
  train: 'Train',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  clear: 'Clear',
  undo: 'Undo',
  pad: 'Drawing pad',
  prediction: 'Prediction',
  probabilities: 'Probabilities',
  accuracy: 'Test accuracy',
  costChart: 'Cost per epoch',
  accuracyChart: 'Test accuracy per epoch',
  epochs: 'Epochs',
  data: 'Data',
  own: 'Own data',
  dropHere: 'Drop the files here',
  retry: 'Try again',
  useGenerated: 'Use generated digits',
} as const;

export const VIEW_NAMES = {
  all: 'Views',
  train: 'Train',
  notes: 'Step by step',
  inside: 'Look inside',
  data: 'Data',
  runs: 'Runs',
} as const;

/** Said before a view and its texts are there. */
export const OPENING = {
  loading: 'Opening the view …',
  failed: 'The view could not be opened. Please load the page again.',
};

/** Of what is loaded when it is asked for. */
export const LATER = {
  about: (label: string) => `About: ${label}`,
  failed: 'This could not be loaded. Please load the page again.',
};

export const HEADER = {
  title: 'MLP Scratchpad',
  /** In the title of a tab that is not in front. */
  background: 'training in the background',
  toDark: 'Dark',
  toLight: 'Light',
  toDarkLabel: 'Dark theme',
  toLightLabel: 'Light theme',
  footer: 'Everything runs in this tab; nothing is sent anywhere.',
};

export const DATA = {
  mnist: 'MNIST',
  generated: 'Generated digits',
  starting: 'Starting the network …',
  downloading: (loaded: number, total: number) =>
    total > 0 ? `Loading ${megabytes(loaded)} of ${megabytes(total)}` : 'Loading …',
  arriving: (examples: number, expected: number) =>
    `${count(examples)} of ${count(expected)} training images are here`,
  generating: 'Making digits …',
  progress: 'Loading of the data',
  ready: (train: number, test: number) =>
    `${count(train)} images to train on, ${count(test)} to test`,
  noMnist:
    'This copy of the page was built without MNIST, so it trains on digits of its own making.',
  failed: (message: string) => `The data could not be loaded. ${message}`,
  replaced: 'Other data was chosen meanwhile.',
  engineFailed: (message: string) => `The network could not be started. ${message}`,
};

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
  get which() {
    return `Which ${classWord().one}?`;
  },
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

export const TRAINING = {
  title: 'Gradient descent',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  epochs: 'Epochs',
  layers: 'units of the layers',
  more: 'more',
  findRate: 'Find a rate',
  findRateHelp: 'Tries learning rates from small to large on a copy of the weights.',
  notANumber: 'Write a number.',
};

/** Settings that change while it trains. */
export const CHANGES = {
  change: (name: string, before: string, after: string) => `${name} ${before} → ${after}`,
  applied: (change: string, updates: number) => `From update ${count(updates)} on: ${change}.`,
  learned: (drawings: number) =>
    drawings === 1 ? 'Learned from a drawing' : `Learned from ${count(drawings)} drawings`,
  later: (names: string) => `Waits until you pause and train on: ${names}.`,
};

export const RUN = {
  get first() {
    return `Press Train, then draw a ${classWord().drawn}.`;
  },
  controls: 'these buttons',
  firstOfPart:
    'Train may begin on the images that are here; all of them give the same weights again.',
  waiting: 'Waiting for the data.',
  fix: (fields: string) => `Training waits for a valid setting: ${fields}.`,
  progress: 'Progress of the training',
  epoch: (epoch: number, last: number) => `epoch ${count(epoch)} of ${count(last)}`,
  spoken: (epoch: number, last: number, accuracy: number | null) =>
    `epoch ${count(epoch)} of ${count(last)}` +
    (accuracy === null ? '' : `, test accuracy ${percent(accuracy)}`),
  costSoFar: 'cost so far',
  elapsed: (seconds: number) => `${duration(seconds)} elapsed`,
  left: (seconds: number) => `${duration(seconds)} left`,
  paused: (epoch: number) => `Paused in epoch ${count(epoch)}. Train goes on from here.`,
  stepped: (epoch: number, examples: number, of: number) =>
    `One batch done. Epoch ${count(epoch)}: ${count(examples)} of ${count(of)} images.`,
  done: (epochs: number, seconds: number, examples: number, correct: number) =>
    `Done: after ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} and ${duration(seconds)} of ` +
    `training the network answers ${count(correct)} of ${count(examples)} test images rightly, ` +
    `${percent(correct / examples, 2)}; ${count(examples - correct)} wrongly.`,
  ofPart:
    'It began before all images had arrived; Reset and Train give the weights of the settings and the seed.',
  doneWithoutTest: (epochs: number, seconds: number) =>
    `Done: ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} in ${duration(seconds)}.`,
  renewed: (seed: number) =>
    `A new network with the first weights of seed ${seed}; the old one is kept.`,
  reset: 'Back at the first weights; what was learned is kept.',
  undo: 'Undo, bring the trained network back',
  unkept: (reason: string) =>
    `The run could not be kept (${reason}), so nothing was changed. Do it again to go on without.`,
  busy: {
    restore: 'A kept run is being brought back.',
    finder: 'The search for a learning rate has the network; it can be ended.',
    sweep: 'The sweep under Runs has the network; it can be ended there.',
    learn: 'The network is learning from your drawings.',
    committee: 'Several answers are being compared under Runs.',
  },
  crashed: 'The data is being loaded again, and the network is back at its first weights.',
  title: (share: number, epoch: number, last: number) =>
    `${Math.floor(100 * share)} % · epoch ${epoch} of ${last}`,
  titlePaused: 'paused',
  titleDone: (accuracy: string) => `${accuracy} done`,
};

export const CHARTS = {
  training: 'training',
  test: 'test',
  soFar: 'under way',
  x: 'epoch',
  values: (chart: string) => `${chart}: values`,
  keys:
    'The arrow keys go from point to point, Home and End to the first and the last; plus and minus ' +
    'zoom, Escape shows the whole run. The table Epochs has the same numbers.',
  noTools: 'The buttons could not be loaded.',
  costEmpty: 'The cost of each epoch will be plotted here.',
  accuracyEmpty: 'And here the share of test images answered rightly.',
  columns: ['epoch', 'training cost', 'test cost', 'test accuracy', 'seconds'],
  scrollable: 'Table, scrolls',
  notShown: (epochs: number) => `${count(epochs)} earlier epochs are not shown`,
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
  precision: 'Precision',
  recall: 'Recall',
  f1: 'F1',
};

/** With its article. */
export const aDigit = (digit: number): string => (digit === 8 ? 'an 8' : `a ${digit}`);

export const PAD = {
  /** In 'About: ...'. */
  about: 'drawing',
  get here() {
    return `draw a ${classWord().drawn} here`;
  },
  get empty() {
    return `draw a ${classWord().drawn}`;
  },
  image: ({ part, number, label }: DataImage) =>
    `${part === 'test' ? 'test' : 'training'} image ${count(number)}, labelled ${nameOf(label)}`,
  keys:
    'Draw with mouse, pen or finger. By keyboard: the arrow keys move, the space bar puts the pen ' +
    'down and lifts it, Backspace undoes a stroke, Delete clears.',
  seen: 'seen as',
  seenLabel: ({ width, height }: Sides) => `What the network sees: ${width} by ${height} pixels`,
  sure: (share: number) => `${percent(share)} sure`,
  or: (guess: string) => `or ${guess}?`,
  unsure: (first: Guess, second: Guess) =>
    `Not sure: ${percent(first.share, 0)} or ${percent(second.share, 0)}`,
  unsureSpoken: (second: string) => `Not sure; it may be ${second}.`,
  untrained: 'Not trained yet: a guess.',
  options: 'How the drawing is read',
  deskew: 'Deskew',
  deskewAbout: 'Sets a slanting drawing upright before the network sees it.',
  yesA: (digit: number) => `yes, ${aDigit(digit)}`,
  no: 'no',
  yes: 'yes',
};

export const ERRORS = {
  lost: 'Something unexpected happened:',
};
