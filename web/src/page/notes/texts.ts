// SPDX-License-Identifier: MIT
// The texts of the view 'Step by step', apart from its steps. The names that tests hold on to are in capitals.
import { classWord, type DataLook, nameOf } from '../model/data-look.ts';
import { count } from '../model/format.ts';
import type { WeightsAge } from './notes-state.ts';
import type { StepName } from './stops.ts';

/** a 3, an 8, an apple */
export const aClass = (look: DataLook, label: number): string =>
  `${/^[8aeiou]/i.test(nameOf(look, label)) ? 'an' : 'a'} ${nameOf(look, label)}`;

export const NAMES = {
  view: 'Step by step',
  next: 'Next',
  back: 'Back',
  check: 'Check gradient',
  apply: 'Apply one update',
  startOver: 'Start over',
  refresh: 'Refresh',
  steps: 'Steps of the notes',
  layers: 'Layers',
  cost: 'Cost of this walk',
  costs: 'Cost after each update',
  sum: 'Sum of the chosen cell',
  checked: 'Checked weights',
  lossPoint: 'Probability p',
  train: 'Train',
  pause: 'Pause',
} as const;

export const STEP_NAMES: Readonly<Record<StepName, string>> = {
  reshape: 'Reshape',
  initialise: 'Initialise',
  forward: 'Forward',
  cost: 'Cost',
  backward: 'Backward',
  update: 'Update',
  predict: 'Predict',
};

/** One plain sentence for each step. */
export const SENTENCES: Readonly<Record<StepName, string>> = {
  reshape:
    'The pixels of an image, 28 × 28 in MNIST, are laid row after row into one column of X, and ' +
    'the bytes 0 … 255 become numbers from 0 to 1.',
  initialise:
    'Every layer begins with biases of 0 and with small random weights that depend on the seed ' +
    'alone; training changes them.',
  forward:
    'Each unit of the layer adds up the numbers before it, each times a weight, and its bias: ' +
    'that is Z. The activation g turns Z into A.',
  cost: 'The cost says in one number how wrong the probabilities are: 0 when the right answer has probability 1.',
  backward:
    'From the last layer to the first, the chain rule says how the cost changes when one number ' +
    'changes a little.',
  update:
    'Every weight takes a small step against its derivative, of length α times that derivative; so ' +
    'the cost falls.',
  predict: 'The answer is read off the probabilities of the last layer.',
};

export const NOTES = {
  waiting: 'Waiting for the data.',
  drawFirst: (look: DataLook) =>
    `Draw a ${classWord(look).drawn} on the pad, or choose an image of the data.`,
  stale: 'The network has learned on since. These are the numbers from before.',
  formula: 'Formula, scrolls',
  layer: (layer: number) => `Layer ${layer}`,
  ofLayer: (layer: number, L: number) => `layer ${layer} of ${L}`,
  place: (place: number, of: number) => `${place} of ${of}`,
  /** Which weights the numbers were computed with. */
  weights: ({ epochs, updates }: WeightsAge): string => {
    if (updates !== null) {
      return `Weights: in epoch ${count(epochs + 1)}, after ${count(updates)} ${
        updates === 1 ? 'update' : 'updates'
      }.`;
    }
    return epochs === 0 ? 'Weights: untrained.' : `Weights: after epoch ${count(epochs)}.`;
  },
  again: 'again, for every batch',
  noLabel:
    'Nobody has said yet what this drawing is. Without the right answer there is no cost, and ' +
    'no gradient. Say it above, under ‘This is’.',
  zero:
    'Rows and columns count from 0, as in the code. Blue is above 0, red below, paper is 0. ' +
    'Point at a cell, or move with the arrow keys, to read it.',
};

export const SOURCE = {
  title: 'Walk with',
  drawing: 'the drawing',
  image: 'one image',
  batch: 'a batch',
  part: 'Images of',
  parts: { test: 'test data', train: 'training data' },
  number: 'Image',
  first: 'First image',
  of: (images: number) => `of ${count(images)}, from 0`,
  earlier: 'Earlier image',
  later: 'Later image',
  count: 'Images in the batch',
  thisIs: 'This is',
  a: aClass,
  notA: (look: DataLook, label: number) => `not ${aClass(look, label)}`,
  notTold: 'not said yet',
  picture: (number: number) => `Image ${count(number)} of the data`,
  isA: (look: DataLook, label: number) => `labelled ${nameOf(look, label)}`,
};
