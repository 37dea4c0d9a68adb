// SPDX-License-Identifier: MIT
// The texts of the training methods.
import type { Group } from '../../lib/setting-table/row.ts';
import type { SettingName } from '../../lib/setting-table/rows.ts';
import { count } from './format.ts';

export type { SettingName };

/** A setting as it is called; `setting-help.ts` explains it. */
export const LABEL: Readonly<Record<SettingName, string>> = {
  output: 'Question',
  layers: 'units of the layers',
  positive: 'Digit that means yes',
  hidden: 'Activation g',
  initialiser: 'First weights',
  initialScale: 'Scale',
  seed: 'Seed',
  learningRate: 'Learning rate',
  batchSize: 'Batch size',
  optimizer: 'Optimizer',
  momentum: 'Momentum μ',
  rho: 'Decay ρ',
  beta1: 'Mean β₁',
  beta2: 'Squares β₂',
  epsilon: 'Small ε',
  clipNorm: 'Clipping',
  positiveWeight: 'Weight of yes',
  weightDecay: 'Weight decay λ',
  dropout: 'Dropout',
  maxNorm: 'Max-norm',
  labelSmoothing: 'Label smoothing',
  shift: 'Shift',
  scale: 'Scaling',
  rotation: 'Rotation',
  shear: 'Shear',
  elastic: 'Elastic α',
  elasticSigma: 'Elastic σ',
  thickness: 'Thickness',
  otherHands: 'Other hands',
  drawings: 'My drawings',
  epochs: 'Epochs',
  schedule: 'Schedule',
  warmUp: 'Warm-up',
  stepEvery: 'Step every',
  stepFactor: 'Factor',
  images: 'Images used',
  validation: 'Validation',
  patience: 'Patience',
  averaging: 'Averaging',
  averagingDecay: 'Decay per step',
};

/** The groups under 'more', in their order. */
export const GROUPS = {
  network: 'Network',
  descent: 'Descent',
  images: 'Training images',
  regularisation: 'Regularisation',
  schedule: 'Schedule',
  stopping: 'Early stopping',
  averaging: 'Mean of the weights',
  augmentation: 'Augmentation',
  hands: 'Other hands',
} satisfies Record<Exclude<Group, 'layers' | 'above'>, string>;

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
  notANumber: 'Write a number.',
};
