// SPDX-License-Identifier: MIT
import type { NetworkSettings, TrainSettings } from './settings.ts';

/** Settings that belong together; what a preset leaves out is the default. */
export interface Preset {
  readonly network: Partial<NetworkSettings>;
  readonly training: Partial<TrainSettings>;
}

export type PresetName = 'quick' | 'plain' | 'dropout' | 'accurate' | 'record' | 'notes';

/** Momentum and a rate that falls along a cosine. */
const MOMENTUM: Partial<TrainSettings> = {
  batchSize: 64,
  optimizer: 'momentum',
  learningRate: 0.1,
  schedule: 'cosine',
  warmUp: 0.2,
};

/** Small changes of the images, about as hands differ; elastic ones near those of Simard 2003. */
const AUGMENTED: Partial<TrainSettings> = {
  shift: 1,
  scale: 0.14,
  rotation: 12,
  shear: 0.14,
  elastic: 32,
  elasticSigma: 4.5,
  thickness: 0.3,
};

/** A rate that stays, and the mean of what it leads to (P. Izmailov et al. 2018). */
const AVERAGED: Partial<TrainSettings> = {
  learningRate: 0.03,
  schedule: 'constant',
  warmUp: 0,
  averaging: 'swa',
};

/** In the order to offer them; what they reach stands in preset-figures.ts. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  /** A small network, ready in seconds, that reads what is drawn. */
  quick: {
    network: {},
    training: { ...MOMENTUM, learningRate: 0.05, epochs: 8, otherHands: 0.15 },
  },
  /** The training images as they are, and nothing that regularises. */
  plain: {
    network: { layers: [784, 800, 400, 10] },
    training: { ...MOMENTUM, epochs: 15 },
  },
  /**
   * A larger network, of which each step leaves out every second unit, a mean of its weights, and
   * other hands.
   */
  dropout: {
    network: { layers: [784, 800, 800, 10] },
    training: {
      batchSize: 128,
      optimizer: 'adam',
      learningRate: 0.001,
      schedule: 'cosine',
      warmUp: 1,
      dropout: 0.5,
      averaging: 'ema',
      epochs: 50,
      otherHands: 0.1,
    },
  },
  /** Each image a little different in each epoch, and other hands among them. */
  accurate: {
    network: { layers: [784, 800, 10] },
    training: { ...MOMENTUM, ...AUGMENTED, ...AVERAGED, epochs: 150, otherHands: 0.05 },
  },
  /** The same with a larger network and more time. */
  record: {
    network: { layers: [784, 1600, 10] },
    training: { ...MOMENTUM, ...AUGMENTED, ...AVERAGED, epochs: 300, otherHands: 0.05 },
  },
  /** The stages of the notes: 'is it a 3?', a sigmoid, and full-batch gradient descent. */
  notes: {
    network: { layers: [784, 128, 64, 1], output: 'sigmoid', positive: 3 },
    training: { batchSize: 'all', learningRate: 0.2, epochs: 200 },
  },
};
