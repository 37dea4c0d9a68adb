// SPDX-License-Identifier: MIT
// What the updates of a run are made with: as a run begins, as a snapshot has it, and with a change.
import type { TrainSettings } from '../settings.ts';
import type { RunCourse } from '../snapshot.ts';
import type { TrainingSettings as CoreSettings } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { toCoreSettings } from './core-settings.ts';

export interface Course {
  readonly settings: TrainSettings;
  /** Where its schedule begins. */
  readonly firstUpdate: number;
  /** The settings as the core takes them. */
  readonly core: CoreSettings;
}

/**
 * From here on, with the images that there are now.
 * @param begun the updates and epochs that were done when the run began
 */
export function courseFrom(
  core: Core,
  settings: TrainSettings,
  { firstUpdate, firstEpoch }: { readonly firstUpdate: number; readonly firstEpoch: number },
): Course {
  const { trainer } = core;
  const updates = trainer.updates() - firstUpdate;
  const epochs = trainer.epochs() - firstEpoch;
  const run = { settings, firstUpdate, firstEpoch, updates, epochs };
  return { settings, firstUpdate, core: toCoreSettings(core, settings, run) };
}

/** As it was laid out when it was saved, which may have been with fewer images or before a change. */
export function courseAgain(
  core: Core,
  { settings, firstUpdate, schedule }: RunCourse,
  firstEpoch: number,
): Course {
  const run = { settings, firstUpdate, firstEpoch, updates: 0, epochs: 0 };
  const made = toCoreSettings(core, settings, run);
  const curve = { ...made.schedule, ...schedule };
  return { settings, firstUpdate, core: { ...made, schedule: curve } };
}

/** To be saved. */
export function savedCourse({ settings, firstUpdate, core }: Course): RunCourse {
  const { total, warmUp, every } = core.schedule;
  return { settings, firstUpdate, schedule: { total, warmUp, every } };
}
