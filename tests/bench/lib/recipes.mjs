// SPDX-License-Identifier: MIT
// Settings that learn MNIST fast, for 784-128-64-10; the library's presets are its own.
export const RECIPES = {
  'fast, momentum': {
    training: {
      optimizer: 'momentum',
      learningRate: 0.1,
      schedule: 'cosine',
      warmUp: 0.4,
      batchSize: 128,
      epochs: 5,
    },
  },
  'fast, Adam': {
    training: {
      optimizer: 'adam',
      learningRate: 0.003,
      schedule: 'cosine',
      warmUp: 0.4,
      batchSize: 128,
      epochs: 5,
    },
  },
  'fast, small batches': {
    training: {
      optimizer: 'sgd',
      learningRate: 0.4,
      schedule: 'cosine',
      warmUp: 0.1,
      batchSize: 32,
      epochs: 2,
    },
  },
};
