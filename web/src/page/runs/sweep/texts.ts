// SPDX-License-Identifier: MIT
// The texts of the sweep over a grid of settings.
import { count, duration, percent, rate } from '../../model/format.ts';
import { LABEL } from '../../model/setting-texts.ts';

export const SWEEP = {
  title: 'Sweep over a grid of settings',
  about:
    'Trains one network after another, with every combination of these values and all else as it ' +
    'is set under Train. Judge by the validation images, which are set aside from the training ' +
    'data: who chooses by the test images learns nothing from them any more.',
  names: {
    learningRate: LABEL.learningRate,
    batchSize: LABEL.batchSize,
    units: 'Units of layer 1',
    dropout: LABEL.dropout,
    optimizer: LABEL.optimizer,
    seed: LABEL.seed,
  },
  /** What stands in the field of values when a setting is chosen. */
  proposals: {
    learningRate: '0.05, 0.1, 0.2',
    batchSize: '32, 128',
    units: '32, 64, 128',
    dropout: '0, 0.2',
    optimizer: 'sgd, momentum, adam',
    seed: '1, 2, 3',
  },
  setting: (number: number) => `Setting ${number}`,
  none: 'none',
  values: (name: string) => `Values of ${name}, with commas`,
  valuesShort: 'values, with commas',
  epochs: 'Epochs of each run',
  noValue: 'Write at least one value.',
  again: 'This setting stands above already.',
  noHidden: 'The network has no hidden layer.',
  wrong: (value: string, problem: string) => `${value}: ${problem}`,
  size: (runs: number, epochs: number) =>
    `${count(runs)} ${runs === 1 ? 'run' : 'runs'} of ${count(epochs)} ` +
    (epochs === 1 ? 'epoch' : 'epochs'),
  tooMany: (runs: number, most: number) =>
    `That makes ${count(runs)} runs; at most ${most} are allowed. Leave some values out.`,
  estimate: (seconds: number) => `about ${duration(seconds)}`,
  noEstimate: 'how long they take shows once the first has begun',
  validation: (share: number) =>
    `${percent(share, 0)} of the training images are set aside to judge by.`,
  crowd: 'The list keeps at most 50 runs, so the oldest without a name may have to make room.',
  start: 'Start the sweep',
  stop: 'Stop the sweep',
  pauseFirst: 'Pause the training first.',
  progress: 'Progress of the sweep',
  at: (run: number, runs: number, epoch: number, epochs: number) =>
    `run ${count(run)} of ${count(runs)}, epoch ${count(epoch)} of ${count(epochs)}`,
  rate,
  left: (seconds: number) => `${duration(seconds)} left`,
  tab: (share: number) => `${Math.floor(100 * share)} % · sweep`,
  done: (runs: number) =>
    `Done: ${count(runs)} ${runs === 1 ? 'run' : 'runs'}. The network of before is back on the page.`,
  stopped: (runs: number, of: number) =>
    `Stopped after ${count(runs)} of ${count(of)} runs. The network of before is back on the page.`,
  best: (name: string, values: string, share: number) =>
    `Best on the validation images: ${name} with ${values}, ${percent(share, 2)}.`,
  results: 'Results of the sweep',
  resultsNote:
    'The test accuracy stands apart, to be looked at once the choice is made. The runs are in the ' +
    'list below.',
  scrollable: 'Results, scroll',
  run: 'run',
  validationAccuracy: 'validation accuracy',
  validationCost: 'validation cost',
  testAccuracy: 'test accuracy',
  seconds: 'seconds',
  bestWord: 'best',
  failed: 'diverged',
};
