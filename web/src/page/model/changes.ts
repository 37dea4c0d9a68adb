// SPDX-License-Identifier: MIT
// Settings that change in the course of a run.
import type { TrainSettings } from '../../lib/settings.ts';

/** These can change from one batch to the next. */
export const LIVE = ['learningRate', 'batchSize', 'dropout'] as const;

export type LiveSettings = Partial<Pick<TrainSettings, (typeof LIVE)[number]>>;

type Name = keyof TrainSettings;

/** The names of the settings in which the two differ. */
export function differing(one: TrainSettings, other: TrainSettings): Name[] {
  return (Object.keys(one) as Name[]).filter((name) => one[name] !== other[name]);
}

export const isLive = (names: readonly Name[]): boolean =>
  names.every((name) => (LIVE as readonly string[]).includes(name));

export function pick(settings: TrainSettings, names: readonly Name[]): Partial<TrainSettings> {
  return Object.fromEntries(names.map((name) => [name, settings[name]]));
}
