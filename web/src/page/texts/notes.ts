// SPDX-License-Identifier: MIT
// Every text of the view 'Step by step'. The names that tests hold on to are in capitals.
import { classWord, nameOf } from '../data-look.ts';
import { count } from '../format.ts';
import type { StepName } from '../notes/stops.ts';

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
    'that is Z. The activation g makes A of it.',
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
  get drawFirst() {
    return `Draw a ${classWord().drawn} on the pad, or choose an image of the data.`;
  },
  stale: 'The network has learned on since. These are the numbers from before.',
  formula: 'Formula, scrolls',
  layer: (layer: number) => `Layer ${layer}`,
  ofLayer: (layer: number, L: number) => `layer ${layer} of ${L}`,
  place: (place: number, of: number) => `${place} of ${of}`,
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
  a: (digit: number) => `a ${nameOf(digit)}`,
  notA: (digit: number) => `not a ${nameOf(digit)}`,
  byNetwork: 'what the network says',
  isA: (label: number) => `labelled ${nameOf(label)}`,
};

export const STEP_TEXTS = {
  image: (i: number) => `image ${i}`,
  reshapeHint: 'Point at a pixel: the same number is marked in the column.',
  pixel: (row: number, column: number, index: number, width: number) =>
    `Pixel (${row}, ${column}) is number ${width} · ${row} + ${column} = ${index} of the column.`,
  initialiseNow: (scheme: string) =>
    `First weights by ${scheme}. The table compares the standard deviation that they were drawn ` +
    'with, and that of the weights as they now are.',
  layersOf: ['hidden layers', 'last layer'],
  table: ['layer', 'W', 'b', 'weights', 'drawn with', 'now'],
  showLayer: 'Layer to show',
  unit: 'Unit',
  unitsAsImages: 'One row of the first layer, seen as an image',
  choose: (name: string) => `Choose a cell of ${name} to see the sum it comes from.`,
  chooseW: 'Choose a cell to see its step.',
  before: 'before',
  after: 'after',
  difference: 'after − before',
  noSlope: 'The last layer needs no g′: sigmoid or softmax and the logarithm of the cost cancel.',
  noBefore: 'The input gets no derivative: nobody changes the pixels.',
  verdicts: 'Answers',
  answer: (answer: string, sure: string) =>
    `The network answers ${answer}, with probability ${sure}.`,
  truth: (label: string, right: boolean) =>
    right ? `That is right: it is ${label}.` : `That is wrong: it is ${label}.`,
  predictTable: ['class', 'z', 'p'],
  yes: (digit: number) => `yes, a ${nameOf(digit)}`,
  no: (digit: number) => `no, not a ${nameOf(digit)}`,
  classes: 'Probability of each answer',
};

export const COST_TEXTS = {
  ofThis: (p: string, loss: string) =>
    `Here the right answer has probability ${p}, and −log ${p} = ${loss}.`,
  mean: (m: number) => `J is the mean of −log p over ${m} images, p that of each right answer.`,
  rows: ['image', 'right answer', 'p', '−log p'],
  scrolls: 'Cost of each image, scrolls',
  curveTitle: 'What one example costs',
  curve:
    'When the answer is yes (y = 1) an example costs −log p, when it is no (y = 0) −log(1 − p). ' +
    'Drag the point, or choose one of the four cases of the notes.',
  yes: 'y = 1: −log p',
  no: 'y = 0: −log(1 − p)',
  cases: [
    { y: 1, p: 0.9, verdict: 'sure and right: cheap' },
    { y: 1, p: 0.2, verdict: 'doubtful of the truth: dear' },
    { y: 0, p: 0.1, verdict: 'sure and right: cheap' },
    { y: 0, p: 0.8, verdict: 'sure and wrong: dear' },
  ],
  caseName: (y: number, p: number) => `y = ${y}, p = ${p}`,
  reading: (y: number, p: string, loss: string) =>
    y === 1 ? `−log ${p} = ${loss}` : `−log(1 − ${p}) = ${loss}`,
  minusTitle: 'Why the minus sign',
  minus:
    'A probability lies between 0 and 1, and the logarithm of such a number is negative or 0. The ' +
    'minus makes the cost positive: 0 for a certain and right answer, and ever larger the more ' +
    'certain a wrong one is.',
  fusedTitle: 'Why it is computed in another form',
  fused:
    'A very sure network rounds p to exactly 0 or 1, and log 0 is infinite. Put the formula of p ' +
    'into the logarithm and the exponentials cancel: what is left never takes the logarithm of 0. ' +
    'Both forms are the same number; the core computes the second.',
};

export const UPDATE_TEXTS = {
  title: 'Learn from this alone',
  about:
    'Updates are made on a copy with this very image or batch; the trained network stays as it is.',
  after: (updates: number) =>
    updates === 0
      ? 'no update yet'
      : `after ${count(updates)} ${updates === 1 ? 'update' : 'updates'}`,
  columns: ['updates', 'cost'],
  alpha: (rate: string) => `α = ${rate}, the learning rate of the settings`,
};

export const CHECK_TEXTS = {
  title: 'Is the gradient right?',
  about:
    'Each derivative by the chain rule is compared with what really happens to the cost when that ' +
    'weight alone moves a little, in float64.',
  of: 'Weights to check',
  random: '200 random ones, of every layer',
  chosen: (name: string) => `only ${name}`,
  running: 'Progress of the check',
  passed: (weights: number, worst: string, limit: string, time: string) =>
    `Passed: ${weights === 1 ? 'the weight agrees' : `all ${weights} weights agree`}. The largest ` +
    `relative error is ${worst}, below the limit of ${limit}. It took ${time}.`,
  failed: (wrong: number, weights: number, worst: string, limit: string, time: string) =>
    `Failed: ${wrong} of ${weights} weights differ. The largest relative error is ${worst}, above ` +
    `the limit of ${limit}. It took ${time}.`,
  columns: ['weight', 'value', 'by the chain rule', 'by differences', 'relative error'],
  scrolls: 'Checked weights, scrolls',
};

export const SUM_TEXTS = {
  title: (name: string, row: number, column: number) => `${name}(${row}, ${column}) is a sum`,
  columns: { Z: ['c', 'W(r, c)', 'A(c)', 'product'], dW: ['i', 'dZ(r, i)', 'A(c, i)', 'product'] },
  rest: (terms: number) => `${count(terms)} smaller terms together`,
  bias: 'b(r)',
  share: (m: number) => `divided by m = ${m}`,
  total: 'total',
  core: (name: string) => `${name} of the core`,
  largest: (shown: number, of: number) =>
    of > shown
      ? `The ${shown} largest of ${count(of)} terms, by size.`
      : of === 1
        ? 'Its one term.'
        : `Its ${of} terms, by size.`,
  scrolls: 'Terms of the sum, scrolls',
};
