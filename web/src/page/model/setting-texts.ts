// SPDX-License-Identifier: MIT
// The texts of the training methods.
import type { PresetFigures } from '../../lib/preset-figures.ts';
import type { PresetChoice } from './presets.ts';
import { nameOf } from './data-look.ts';
import { count, duration, percent } from './format.ts';

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
  averaging: { label: 'Averaging' },
  averagingDecay: { label: 'Decay per step' },
} satisfies Record<string, { label: string }>;

export type FieldName = keyof typeof FIELD;

/** What is done to the training images; augmentation.ts explains them. */
export const MIXED_FIELD = {
  shift: { label: 'Shift' },
  scale: { label: 'Scaling' },
  rotation: { label: 'Rotation' },
  shear: { label: 'Shear' },
  elastic: { label: 'Elastic α' },
  elasticSigma: { label: 'Elastic σ' },
  thickness: { label: 'Thickness' },
  otherHands: { label: 'Other hands' },
  drawings: { label: 'My drawings' },
} satisfies Record<string, { label: string }>;

export type MixedFieldName = keyof typeof MIXED_FIELD;

export const GROUPS = {
  network: 'Network',
  descent: 'Descent',
  regularisation: 'Regularisation',
  schedule: 'Schedule',
  stopping: 'Early stopping',
  averaging: 'Mean of the weights',
  augmentation: 'Augmentation',
  hands: 'Other hands',
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
  ema: 'moving mean (EMA)',
  swa: 'mean of epochs (SWA)',
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
  unsure: (probability: string) => `Not sure; ${probability}`,
};
