// SPDX-License-Identifier: MIT
// Settings that change in the course of a run.
import { TRAINING } from '../../lib/setting-table/training.ts';
import type { RunChange, TrainSettings } from '../../lib/settings.ts';

/** Those that can change from one batch to the next. */
export type LiveSettings = RunChange;

type Name = keyof TrainSettings;

/** The names of the settings in which the two differ. */
export function differing(one: TrainSettings, other: TrainSettings): Name[] {
  return (Object.keys(one) as Name[]).filter((name) => one[name] !== other[name]);
}

export const isLive = (names: readonly Name[]): boolean =>
  names.every((name) => TRAINING[name].change === 'live');

export function pick(settings: TrainSettings, names: readonly Name[]): Partial<TrainSettings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
