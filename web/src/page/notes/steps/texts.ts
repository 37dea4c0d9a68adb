// SPDX-License-Identifier: MIT
// The texts of the steps of 'Step by step'.
import { type DataLook, nameOf } from '../../model/data-look.ts';
import { count } from '../../model/format.ts';
import { aClass } from '../texts.ts';

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
  before: 'before',
  after: 'after',
  difference: 'after − before',
  throughActivation: 'Back through the activation',
  thenGradients: 'The derivatives of this layer, and what goes on to the one before',
  class: 'class',
  answerHead: 'answer',
  right: 'right',
  largest: 'largest',
  noBefore: 'The input gets no derivative: nobody changes the pixels.',
  verdicts: 'Answers',
  answer: (answer: string, sure: string) =>
    `The network answers ${answer}, with probability ${sure}.`,
  answerTo: (answer: string, yes: string) =>
    `The network answers ${answer}: the probability of yes is ${yes}.`,
  truth: (label: string, correct: boolean) =>
    correct ? `That is correct: it is ${label}.` : `That is wrong: it is ${label}.`,
  a: aClass,
  notA: (look: DataLook, label: number) => `not ${aClass(look, label)}`,
  notTold: 'Nobody has said yet what it is, so this is neither correct nor wrong.',
  threshold: (threshold: string) =>
    `The threshold t is ${threshold}, as set on the page. predict() of the core has t = 0.5, which ` +
    'makes yes the answer that is more probable than no.',
  yes: (look: DataLook, label: number): string => `yes, ${aClass(look, label)}`,
  no: (look: DataLook, label: number): string => `no, not ${aClass(look, label)}`,
  classes: 'Probability of each answer',
  classesScroll: 'Probability of each answer, scrolls',
};

export const COST_TEXTS = {
  ofPositive: (look: DataLook, positive: number) =>
    `This is the binary cross-entropy. The positive class is ${nameOf(look, positive)}: y is 1 for ` +
    `${aClass(look, positive)} and 0 for everything else, and p is the probability of yes. Of the two ` +
    'terms one is always 0.',
  ofClasses:
    'This is the categorical cross-entropy. y is 1 for the right class and 0 for all others, so ' +
    'of the inner sum one term is left: −log p of the right class. With two classes it is the ' +
    'binary cross-entropy of the notes.',
  ofThis: (p: string, loss: string) =>
    `Here the right answer has probability ${p}, and −log ${p} = ${loss}.`,
  mean: (m: number) => `J is the mean of −log p over ${m} images, p that of each right answer.`,
  rows: ['image', 'right answer', 'p', '−log p'],
  scrolls: 'Cost of each image, scrolls',
  casesTitle: {
    sigmoid: 'Four cases',
    softmax: 'Four cases of the yes/no question',
  },
  cases: {
    sigmoid:
      'When the answer is yes (y = 1) an example costs −log p; when it is no (y = 0) it costs ' +
      '−log(1 − p). Drag the point, or choose one of the four cases.',
    softmax:
      'The notes ask one class against the rest: is it a 3? When the answer is yes (y = 1) an ' +
      'example costs −log p, as with classes; when it is no (y = 0) it costs −log(1 − p). Drag ' +
      'the point, or choose one of the four cases.',
  },
  yes: 'y = 1: −log p',
  no: 'y = 0: −log(1 − p)',
  fourCases: [
    { y: 1, p: 0.9, verdict: 'correct: a low cost' },
    { y: 1, p: 0.2, verdict: 'wrong: a high cost' },
    { y: 0, p: 0.1, verdict: 'correct: a low cost' },
    { y: 0, p: 0.8, verdict: 'wrong: a high cost' },
  ],
  worked: (y: number, p: number): string =>
    `−(${y} · log ${p} + ${1 - y} · log ${Number((1 - p).toFixed(2))})`,
  caseName: (y: number, p: number) => `y = ${y}, p = ${p}`,
  reading: (y: number, p: string, loss: string) =>
    y === 1 ? `−log ${p} = ${loss}` : `−log(1 − ${p}) = ${loss}`,
  minusTitle: 'Why the minus sign',
  minus:
    'A probability lies between 0 and 1, and the logarithm of such a number is negative or 0. The ' +
    'minus makes the cost positive: 0 for an answer that is certain and correct, and the larger ' +
    'the more certain a wrong one is.',
  fusedTitle: 'Why it is computed in another form',
  fused:
    'A very sure network rounds p to exactly 0 or 1, and log 0 is infinite. Put the formula of p ' +
    'into the logarithm and the exponentials cancel: what is left never takes the logarithm of 0. ' +
    'Both forms are the same number; the core computes the second.',
};

export const UPDATE_TEXTS = {
  title: 'Learn from this alone',
  about:
    'Each update is made on a copy of the weights, with this very image or batch. The trained ' +
    'network stays as it is.',
  after: (updates: number) =>
    updates === 0
      ? 'no update yet'
      : `after ${count(updates)} ${updates === 1 ? 'update' : 'updates'}`,
  columns: ['updates', 'cost'],
  alpha: (rate: string) =>
    `α = ${rate} is the learning rate of the settings: how long a step is for a derivative of 1. Too ` +
    'small, and training takes for ever; too large, and the cost jumps about or grows.',
  optimizerTitle: 'What trains with the settings as they are',
  optimizer:
    'The notes take the plain step above, and so does this walk. Train takes the step below for ' +
    'every weight w, whose derivative is g.',
};

export const CHECK_TEXTS = {
  title: 'Is the gradient right?',
  about:
    'Each derivative by the chain rule is compared with what really happens to the cost when that ' +
    'weight alone moves a little, in float64.',
  of: 'Weights to check',
  random: '200 random weights, of every layer',
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

export const CHAIN_TEXTS = {
  title: 'The chain rule',
  about:
    'The weights of the last layer change Z, Z changes A, and A changes the cost L of an image. So ' +
    'the derivative is a product of three factors.',
  jacobian: (one: string) =>
    'With softmax every z changes every probability, so the middle factor is a matrix, the ' +
    'Jacobian: a(1 − a) on its diagonal, which the table shows as g′, and −aₖaⱼ elsewhere. dA is 0 ' +
    `for every ${one} but the right one, so of the sum over k one term is left.`,
  productTitle: 'Their product, and what it shortens to',
  table: 'The chain rule in numbers',
  scrolls: 'The chain rule in numbers, scrolls',
  product: 'product',
  image: 'Image',
  same: 'The last two columns are the same numbers: the divisions by the probabilities cancel.',
  broken:
    'Here a probability has rounded to 0 or 1. The chain rule divides by 0, and its product is not ' +
    'a number. A − Y still is one.',
  why: {
    sigmoid:
      'Training computes A − Y. A very sure network rounds p to exactly 1 (in float32 from about ' +
      'z = 17 on). Then 1/(1 − p) is infinite and g′ is 0, and their product is not a number. The ' +
      'short form divides by nothing, so it is right for every z.',
    softmax:
      'Training computes A − Y. When a very sure network is wrong, the probability of the right ' +
      'class rounds to exactly 0. Then 1/p is infinite, and infinity times 0 is not a number. (In ' +
      'the yes/no question it is 1/(1 − p) that overflows, when p rounds to 1.) The short form ' +
      'divides by nothing, so it is right for every z.',
  },
};

export const RESHAPE_TEXTS = {
  table: 'Pixels by image',
  scrolls: 'Pixels by image, scrolls',
  corner: 'X',
  pixel: (index: number) => `pixel ${index}`,
  label: 'label',
  part: (rows: number, ofRows: number, columns: number, ofColumns: number) =>
    `${rows} of ${count(ofRows)} rows of X` +
    (columns < ofColumns ? `, ${columns} of ${count(ofColumns)} columns.` : '.') +
    ' Each column is one image.',
};

export const STRATEGY = {
  title: 'The strategy',
  about: 'Training is a loop of four steps, once the weights are there.',
  steps: [
    ['initialise', ': begin with small random weights.'],
    ['forward', ': compute the probabilities of a batch of images.'],
    ['cost', ': measure how wrong they are.'],
    ['backward', ': find out how the cost changes with each weight.'],
    ['update', ': change each weight a little, so that the cost falls.'],
  ] as const,
  again:
    'Then again from the forward step, with the next batch. When all training images have had ' +
    'their turn, that was one epoch. Predict needs the forward step alone.',
};
