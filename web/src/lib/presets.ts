// SPDX-License-Identifier: MIT
import type { NetworkSettings, TrainSettings } from './settings.ts';

/** Settings that belong together; what a preset leaves out is the default. */
export interface Preset {
  readonly network: Partial<NetworkSettings>;
  readonly training: Partial<TrainSettings>;
}

export type PresetName = 'plain' | 'notes' | 'quick' | 'accurate';

/** In the order to offer them. */
export const PRESETS: Readonly<Record<PresetName, Preset>> = {
  /** The defaults. */
  plain: { network: {}, training: {} },
  /** The stages of the notes: 'is it a 3?', a sigmoid, and full-batch gradient descent. */
  notes: {
    network: { layers: [784, 128, 64, 1], output: 'sigmoid', positive: 3 },
    training: { batchSize: 'all', learningRate: 0.2, epochs: 200 },
  },
  /** Ten classes, some 97.8 % in five epochs. */
  quick: {
    network: {},
    training: {
      batchSize: 64,
      optimizer: 'momentum',
      learningRate: 0.1,
      schedule: 'cosine',
      warmUp: 0.2,
      epochs: 5,
    },
  },
  /** Ten classes, a larger network and dropout: some 98.6 %. */
  accurate: {
    network: { layers: [784, 512, 256, 10] },
    training: {
      batchSize: 128,
      optimizer: 'adam',
      learningRate: 0.001,
      schedule: 'cosine',
      warmUp: 0.5,
      dropout: 0.2,
      epochs: 25,
    },
  },
};
