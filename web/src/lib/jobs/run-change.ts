// SPDX-License-Identifier: MIT
// Other settings for a run that is under way.
import type { TrainSettings } from '../settings.ts';
import type { Core } from './core.ts';
import { toCoreSettings, updatesIn } from './core-settings.ts';
import type { Course } from './course.ts';

/** A run that goes on with other settings. */
export interface ChangedRun {
  readonly course: Course;
  /** Updates of the weights that are made before the change. */
  readonly updates: number;
}

/**
 * The run from its next batch on. Where the batches have another size, so many updates of that size
 * count as done that the schedule ends with the run.
 * @param before what its updates were made with; @param firstEpoch epochs before the run
 */
export function changedRun(
  core: Core,
  settings: TrainSettings,
  { core: before, firstUpdate: begun }: Course,
  firstEpoch: number,
): ChangedRun {
  const { trainer } = core;
  const { of, done, batchBegin, batchEnd } = trainer.place();
  const halfLearned = batchBegin < done && done < batchEnd;
  const updates = trainer.updates() + (halfLearned ? 1 : 0);
  const { batchSize, epochs, learningRate, dropout } = settings;
  const size = batchSize === 'all' ? core.examples('train') : batchSize;
  if (size === before.batchSize) {
    const changed = { ...before, learningRate, dropout };
    return { course: { settings, firstUpdate: begun, core: changed }, updates };
  }
  // A full batch takes in all that is left, other hands and drawings too.
  const inBatch = size >= core.examples('train') ? of : size;
  const underWay = 0 < done && done < of;
  const epochsLeft = epochs - (trainer.epochs() - firstEpoch) - (underWay ? 1 : 0);
  const updatesLeft =
    updatesIn(core, epochsLeft, settings) + (underWay ? Math.ceil((of - batchEnd) / inBatch) : 0);
  const total = Math.max(updatesLeft, updatesIn(core, epochs, settings));
  const firstUpdate = updates - (total - updatesLeft);
  const run = { settings, firstUpdate, firstEpoch, updates: total, epochs };
  return { course: { settings, firstUpdate, core: toCoreSettings(core, settings, run) }, updates };
}
