// SPDX-License-Identifier: MIT
// What tests, people with screen readers and other programs find the page by: names that stay.
export const NAMES = {
  train: 'Train',
  pause: 'Pause',
  step: 'Step',
  reset: 'Reset',
  clear: 'Clear',
  undo: 'Undo',
  pad: 'Drawing pad',
  prediction: 'Prediction',
  probabilities: 'Probabilities',
  accuracy: 'Test accuracy',
  costChart: 'Cost per epoch',
  accuracyChart: 'Test accuracy per epoch',
  epochs: 'Epochs',
  data: 'Data',
  own: 'Own data',
  dropHere: 'Drop the files here',
  retry: 'Try again',
  useGenerated: 'Use generated digits',
} as const;
