// SPDX-License-Identifier: MIT
// The texts of the training methods and of the yes/no question.
import type { PresetName } from '../../lib/presets.ts';
import { count, duration, percent } from '../format.ts';

export const PRESET = {
  label: 'Preset',
  own: 'own settings',
  names: {
    plain: 'Plain',
    notes: 'As in the notes',
    quick: 'Quick',
    accurate: 'Accurate',
  } satisfies Record<PresetName, string>,
  /** What stands below the choice; a line each. */
  about: {
    plain: 'Mini-batches at one learning rate.',
    notes: '“Is it a 3?”, all images in each step.',
    quick: 'Momentum and cosine: 98 % in 5 epochs.',
    accurate: 'Larger, with Adam and dropout; slower.',
  } satisfies Record<PresetName, string>,
  aboutOwn: 'Changed by you.',
  renews: 'Choosing a preset sets the network and the training, and starts a new network.',
};

/** A setting: its label, and one line that explains it. */
interface FieldText {
  readonly label: string;
  readonly help: string;
}

export const FIELD = {
  hidden: { label: 'Activation g', help: 'Of the hidden layers, A = g(Z).' },
  initialiser: {
    label: 'First weights',
    help: 'How W is drawn at first. The notes: He below ReLU, Xavier elsewhere. Zeros cannot learn.',
  },
  initialScale: {
    label: 'Scale',
    help: 'Of normal the standard deviation, of uniform half the width.',
  },
  seed: { label: 'Seed', help: 'The same seed gives the same numbers again.' },
  optimizer: {
    label: 'Optimizer',
    help: 'The rule that turns the gradients dW and db into the next W and b.',
  },
  momentum: { label: 'Momentum μ', help: 'How much of the last step goes into the next.' },
  rho: { label: 'Decay ρ', help: 'How slowly the mean of the squared gradients forgets.' },
  beta1: { label: 'Mean β₁', help: 'How slowly the mean of the gradients forgets.' },
  beta2: { label: 'Squares β₂', help: 'How slowly the mean of the squared gradients forgets.' },
  epsilon: { label: 'Small ε', help: 'Added to the root, so that nothing is divided by 0.' },
  clipNorm: {
    label: 'Clipping',
    help: 'A gradient of a larger norm is scaled down to this norm. 0: never.',
  },
  positiveWeight: {
    label: 'Weight of yes',
    help: 'How much an example counts whose answer is yes; balanced: as many times as there are no’s for each yes.',
  },
  weightDecay: {
    label: 'Weight decay λ',
    help: 'Adds λ/2 · ‖W‖² to the cost (L2); AdamW shrinks W by itself. 0: off.',
  },
  dropout: {
    label: 'Dropout',
    help: 'The share of hidden units left out at random in each step of the training. 0: off.',
  },
  maxNorm: {
    label: 'Max-norm',
    help: 'The weights into a unit are scaled down to this norm at most. 0: no limit.',
  },
  labelSmoothing: {
    label: 'Label smoothing',
    help: 'Trains towards y = 1 − ε for the right answer, not 1; the rest is shared. 0: off.',
  },
  schedule: {
    label: 'Schedule',
    help: 'How the learning rate changes over the run. It is the highest rate of it.',
  },
  warmUp: { label: 'Warm-up', help: 'Over so many epochs the rate rises from 0.' },
  stepEvery: { label: 'Step every', help: 'After so many epochs the rate falls.' },
  stepFactor: { label: 'Factor', help: 'By which the rate is multiplied at each step.' },
  validation: {
    label: 'Validation',
    help: 'The share of the training images set aside to judge by, such as 0.1. 0: none.',
  },
  patience: {
    label: 'Patience',
    help: 'Ends after so many epochs without a lower validation cost and goes back to the best weights. 0: off.',
  },
} satisfies Record<string, FieldText>;

export type FieldName = keyof typeof FIELD;

export const GROUPS = {
  network: 'Network',
  descent: 'Descent',
  regularisation: 'Regularisation',
  schedule: 'Schedule',
  stopping: 'Early stopping',
};

/** The choices of the settings that have some. */
export const CHOICE_NAMES: Readonly<Record<string, string>> = {
  relu: 'ReLU',
  leakyRelu: 'leaky ReLU',
  gelu: 'GELU',
  notes: 'of the notes',
  he: 'He',
  xavier: 'Xavier',
  lecun: 'LeCun',
  sgd: 'plain descent',
  nesterov: 'Nesterov',
  rmsprop: 'RMSprop',
  adam: 'Adam',
  adamw: 'AdamW',
  oneCycle: 'one cycle',
};

export const METHODS = {
  balanced: 'balanced',
  about: (label: string) => `About: ${label}`,
  batchTooLarge: (images: number) =>
    `Must be a whole number from 1 to ${count(images)}, the images to train on, or all.`,
  rate: (learningRate: number) => `rate ${Number(learningRate.toPrecision(3))}`,
  early: (epochs: number, seconds: number, patience: number, kept: number) =>
    `Early stopping after ${count(epochs)} ${epochs === 1 ? 'epoch' : 'epochs'} and ` +
    `${duration(seconds)}: the last ${patience === 1 ? 'one' : count(patience)} brought no lower ` +
    `validation cost. The network has the weights of epoch ${count(kept)} again.`,
  rightly: (examples: number, correct: number) =>
    `It answers ${count(correct)} of ${count(examples)} test images rightly, ` +
    `${percent(correct / examples, 2)}.`,
  validation: 'validation',
  validationCost: 'validation cost',
  validationAccuracy: 'validation accuracy',
  f1Column: 'test F1',
};

export const YES_NO = {
  title: 'What accuracy hides',
  alwaysNo: (share: number) => `Always saying no would be right in ${percent(share)}.`,
  waiting: 'After the first epoch: how many are found, how many missed, and at what threshold.',
  question: (digit: number, examples: number) =>
    `“Is it a ${digit}?” for ${count(examples)} test images.`,
  threshold: 'Threshold',
  thresholdHelp: 'The network says yes from this probability on.',
  confusion: 'Confusion of four',
  truth: 'the truth',
  saidYes: 'says yes',
  saidNo: 'says no',
  isYes: (digit: number) => `is a ${digit}`,
  isNo: (digit: number) => `is no ${digit}`,
  accuracy: 'Accuracy',
  roc: 'ROC curve',
  rocX: 'false alarms among the no’s',
  rocY: 'recall',
  rocArea: (area: number) => `area ${area.toFixed(4)}`,
  rocPoint: (falseAlarms: number, recall: number) =>
    `here ${percent(falseAlarms, 2)} false alarms, recall ${percent(recall)}`,
  pr: 'Precision and recall',
  prX: 'recall',
  prY: 'precision',
  prArea: (average: number) => `average precision ${average.toFixed(4)}`,
  prPoint: (precision: number, recall: number) =>
    `here precision ${percent(precision)}, recall ${percent(recall)}`,
  table: 'The curves in numbers',
  tableName: 'Thresholds',
  columns: ['threshold', 'precision', 'recall', 'F1 score', 'false alarms'],
  /** Beside the accuracy, where there is little room. */
  alwaysNoShort: (share: number) => `always saying no: ${percent(share)}`,
  probability: (digit: number, share: number) => `probability of a ${digit}: ${percent(share)}`,
};
