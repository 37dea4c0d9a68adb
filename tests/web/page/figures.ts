// SPDX-License-Identifier: MIT
// What the fake trainer answers with: of the right form, and of no meaning but the counts.
import type { Evaluation, Snapshot } from '../../../web/src/lib/index.ts';
import type {
  DataInfo,
  Epoch,
  PartInfo,
  StepResult,
  TrainProgress,
} from '../../../web/src/lib/results.ts';
import type { NetworkSettings } from '../../../web/src/lib/settings.ts';

/** How far a network is trained. */
interface Trained {
  readonly network: NetworkSettings;
  readonly updates: number;
  readonly epochs: number;
}

/** In the page's own data. */
export const IMAGES = 6000;

export const NO_DATA: DataInfo = { train: null, test: null, complete: false };

export function infoOf(examples: number, expected: number): DataInfo {
  const part = (there: number, all: number): PartInfo => ({
    examples: there,
    expected: all,
    perLabel: new Array<number>(10).fill(there / 10),
  });
  return {
    train: part(examples, expected),
    test: part(10, 10),
    complete: examples === expected,
  };
}

export const anEpoch = (epoch: number, change: Partial<Epoch> = {}): Epoch => ({
  epoch,
  examples: 60,
  complete: true,
  cost: 1 / epoch,
  trainAccuracy: 0.5,
  testCost: 1 / epoch,
  accuracy: 0.5,
  validationCost: null,
  validationAccuracy: null,
  binary: null,
  learningRate: 0.1,
  seconds: 1,
  imagesPerSecond: 60,
  ...change,
});

export const progressOf = (
  { updates, epochs }: Pick<Trained, 'updates' | 'epochs'>,
  change: Partial<TrainProgress> = {},
): TrainProgress => ({
  epoch: epochs + 1,
  lastEpoch: 10,
  examples: 30,
  of: 60,
  complete: true,
  updates,
  cost: 1,
  trainAccuracy: 0.5,
  learningRate: 0.1,
  imagesPerSecond: 60,
  seconds: 1,
  secondsLeft: 1,
  ...change,
});

export const aStep = ({ updates, epochs }: Trained, ends: boolean): StepResult => ({
  epoch: ends ? epochs : epochs + 1,
  examples: updates,
  of: 60,
  complete: true,
  updates,
  cost: 2,
  trainAccuracy: 0.1,
  finished: ends ? anEpoch(epochs) : null,
});

export const anEvaluation = ({ network }: Trained): Evaluation => ({
  examples: 10,
  correct: 9,
  accuracy: 0.9,
  cost: 0.1,
  seconds: 0.1,
  confusion: [],
  ...(network.output === 'sigmoid' ? { precision: 1, recall: 1, f1: 1 } : {}),
});

/** Its checksum says whose weights these are. */
export const aSnapshot = ({ network, updates, epochs }: Trained): Snapshot => ({
  version: 1,
  network,
  epochs,
  updates,
  sha256: `${network.layers.join('-')} seed ${network.seed}, ${updates} updates`,
  layers: [],
  optimizer: { method: 'sgd', steps: updates, first: [], second: [] },
  place: {
    images: 60,
    validation: 0,
    of: 60,
    done: 0,
    shuffled: false,
    batchBegin: 0,
    batchEnd: 0,
    costSum: 0,
    correct: 0,
    sums: [],
  },
  lastGood: { epochs, updates, layers: [] },
});
