// SPDX-License-Identifier: MIT
import { megabytes, count } from '../model/format.ts';
export const DATA = {
  mnist: 'MNIST',
  generated: 'Generated digits',
  starting: 'Starting the network …',
  downloading: (loaded: number, total: number) =>
    total > 0 ? `Loading ${megabytes(loaded)} of ${megabytes(total)}` : 'Loading …',
  arriving: (examples: number, expected: number) =>
    `${count(examples)} of ${count(expected)} training images are here`,
  generating: 'Making digits …',
  progress: 'Loading of the data',
  ready: (train: number, test: number) =>
    `${count(train)} images to train on, ${count(test)} to test`,
  noMnist:
    'This copy of the page was built without MNIST, so it trains on digits of its own making.',
  failed: (message: string) => `The data could not be loaded. ${message}`,
  replaced: 'Other data was chosen meanwhile.',
  engineFailed: (message: string) => `The network could not be started. ${message}`,
};
