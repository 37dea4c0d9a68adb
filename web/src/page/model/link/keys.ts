// SPDX-License-Identifier: MIT
// What a link holds, under which keys, and what is meant by what is not in it.
import type { EngineSettings, NetworkSettings, TrainSettings } from '../../../lib/settings.ts';
import type { DataChoice } from '../learned-from.ts';

/** Threads are not in it: they change no bit. */
export interface LinkSettings {
  readonly network: NetworkSettings;
  readonly training: TrainSettings;
  readonly data: DataChoice;
  readonly math: EngineSettings['math'];
  /** Of the yes/no question: from which probability on the answer is yes. */
  readonly threshold: number;
}

/** The version that is written. */
export const LINK_VERSION = 1;

/**
 * What is not written in a link of version 1 means this, whatever the library's defaults have become
 * since: never to be changed. A setting that is added later gets the value here that computes what
 * was computed before there was that setting.
 */
export const LINK_DEFAULTS: LinkSettings = {
  network: {
    layers: [784, 128, 64, 10],
    hidden: 'relu',
    output: 'softmax',
    positive: 3,
    seed: 1,
    initialiser: 'notes',
    initialScale: 0.05,
  },
  training: {
    epochs: 10,
    batchSize: 128,
    learningRate: 0.2,
    optimizer: 'sgd',
    momentum: 0.9,
    rho: 0.99,
    beta1: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    weightDecay: 0,
    dropout: 0,
    maxNorm: 0,
    clipNorm: 0,
    labelSmoothing: 0,
    positiveWeight: 1,
    shift: 0,
    scale: 0,
    rotation: 0,
    shear: 0,
    elastic: 0,
    elasticSigma: 4,
    thickness: 0,
    otherHands: 0,
    drawings: 0,
    schedule: 'constant',
    warmUp: 0,
    stepEvery: 5,
    stepFactor: 0.5,
    validation: 0,
    patience: 0,
    averaging: 'none',
    averagingDecay: 0.999,
  },
  data: 'mnist',
  math: 'reproducible',
  threshold: 0.5,
};

export const NETWORK_KEYS = {
  layers: 'layers',
  seed: 'seed',
  output: 'output',
  positive: 'positive',
  hidden: 'activation',
  initialiser: 'init',
  initialScale: 'scale',
} satisfies Record<keyof NetworkSettings, string>;

export const TRAINING_KEYS = {
  learningRate: 'rate',
  batchSize: 'batch',
  epochs: 'epochs',
  optimizer: 'optimizer',
  momentum: 'momentum',
  rho: 'rho',
  beta1: 'beta1',
  beta2: 'beta2',
  epsilon: 'epsilon',
  clipNorm: 'clip',
  positiveWeight: 'yesweight',
  weightDecay: 'decay',
  dropout: 'dropout',
  maxNorm: 'maxnorm',
  labelSmoothing: 'smoothing',
  shift: 'shift',
  scale: 'resize',
  rotation: 'rotation',
  shear: 'shear',
  elastic: 'elastic',
  elasticSigma: 'elasticsigma',
  thickness: 'thickness',
  otherHands: 'otherhands',
  drawings: 'drawings',
  schedule: 'schedule',
  warmUp: 'warmup',
  stepEvery: 'stepevery',
  stepFactor: 'stepfactor',
  validation: 'validation',
  patience: 'patience',
  averaging: 'averaging',
  averagingDecay: 'averagingdecay',
} satisfies Record<keyof TrainSettings, string>;

/** Always written, in this order, since these are the settings that people speak of. */
export const ALWAYS: readonly string[] = ['data', 'layers', 'rate', 'batch', 'epochs', 'seed'];
