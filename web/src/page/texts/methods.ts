// SPDX-License-Identifier: MIT
// The texts of the training methods.
import type { PresetName } from '../../lib/presets.ts';
import { nameOf } from '../data-look.ts';
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
};

/** The settings under 'more'; help.ts explains them. */
export const FIELD = {
  hidden: { label: 'Activation g' },
  initialiser: { label: 'First weights' },
  initialScale: { label: 'Scale' },
  seed: { label: 'Seed' },
  optimizer: { label: 'Optimizer' },
  momentum: { label: 'Momentum μ' },
  rho: { label: 'Decay ρ' },
  beta1: { label: 'Mean β₁' },
  beta2: { label: 'Squares β₂' },
  epsilon: { label: 'Small ε' },
  clipNorm: { label: 'Clipping' },
  positiveWeight: { label: 'Weight of yes' },
  weightDecay: { label: 'Weight decay λ' },
  dropout: { label: 'Dropout' },
  maxNorm: { label: 'Max-norm' },
  labelSmoothing: { label: 'Label smoothing' },
  schedule: { label: 'Schedule' },
  warmUp: { label: 'Warm-up' },
  stepEvery: { label: 'Step every' },
  stepFactor: { label: 'Factor' },
  validation: { label: 'Validation' },
  patience: { label: 'Patience' },
} satisfies Record<string, { label: string }>;

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

/** Of the yes/no question, in the view's first look; the rest is in yes-no.ts. */
export const YES_NO_SHORT = {
  /** Beside the accuracy, where there is little room. */
  alwaysNoShort: (share: number) => `always saying no: ${percent(share)}`,
  probability: (digit: number, share: number) =>
    `probability of a ${nameOf(digit)}: ${percent(share)}`,
};
