// SPDX-License-Identifier: MIT
// The texts of the training methods.
import { count } from './format.ts';

/** The settings under 'more'; help.ts explains them. */
export const FIELD = {
  learningRate: { label: 'Learning rate' },
  batchSize: { label: 'Batch size' },
  epochs: { label: 'Epochs' },
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

/** Settings that change while it trains. */
export const CHANGES = {
  change: (name: string, before: string, after: string) => `${name} ${before} → ${after}`,
  applied: (change: string, updates: number) => `From update ${count(updates)} on: ${change}.`,
  learned: (drawings: number) =>
    drawings === 1 ? 'Learned from a drawing' : `Learned from ${count(drawings)} drawings`,
  later: (names: string) => `Waits until you pause and train on: ${names}.`,
};

export const METHODS = {
  balanced: 'balanced',
  batchTooLarge: (images: number) =>
    `Must be a whole number from 1 to ${count(images)}, the images to train on, or all.`,
  layers: 'units of the layers',
  notANumber: 'Write a number.',
};
