// SPDX-License-Identifier: MIT
import type { TrainProgress } from '../results.ts';
import type { Progress } from '../wasm/mlp.mjs';
import type { SlicedTraining } from './sliced-training.ts';

/** How far a run has come, as it is told. @param lastEpoch the epoch after which it ends */
export function toProgress(
  training: SlicedTraining,
  progress: Progress,
  lastEpoch: number,
): TrainProgress {
  const { epochs, epochDone, examples, of, updates, cost, accuracy, learningRate } = progress;
  const { imagesPerSecond, seconds } = training;
  const epoch = epochs + (epochDone ? 0 : 1);
  const examplesLeft = (lastEpoch - epoch) * of + (of - examples);
  return {
    ...{ epoch, lastEpoch, examples, of, updates, cost, learningRate, imagesPerSecond, seconds },
    complete: training.isComplete(progress),
    trainAccuracy: accuracy,
    secondsLeft: examplesLeft / imagesPerSecond,
  };
}
