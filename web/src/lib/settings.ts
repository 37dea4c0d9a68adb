// SPDX-License-Identifier: MIT
// The settings, made from the tables of setting-table/: a row there is all that a setting needs.
import { AUGMENTATION, type MIX } from './setting-table/augmentation.ts';
import type { DESCENT } from './setting-table/descent.ts';
import { NETWORK } from './setting-table/network.ts';
import type { Change, Row, SettingsOf } from './setting-table/row.ts';
import { TRAINING } from './setting-table/training.ts';

export { AUGMENTATION_LIMITS } from './setting-table/augmentation.ts';
export { LIMITS } from './limits.ts';

/** The shape of a network, its question, and the seed of all that is random in it. */
export interface NetworkSettings extends SettingsOf<typeof NETWORK> {}

export type Activation = NetworkSettings['hidden'];
export type Initialiser = NetworkSettings['initialiser'];

/**
 * How far each training image is changed when its turn comes, anew at each epoch: drawn evenly, up to
 * these limits, for each image by the seed, the epoch and its place in it. All 0: not at all. It needs
 * square images. The formulas stand in cpp/include/mlp/data/augment.h.
 */
export interface AugmentationSettings extends SettingsOf<typeof AUGMENTATION> {}

/** What an epoch has beside the training images. */
export interface MixSettings extends SettingsOf<typeof MIX> {}

/** How one update of the weights is made, and with what. */
export interface DescentSettings extends SettingsOf<typeof DESCENT> {}

/** A run of updates: how long, at which rates, and when it ends. */
export interface TrainSettings extends SettingsOf<typeof TRAINING> {}

export type Optimizer = TrainSettings['optimizer'];
export type Averaging = TrainSettings['averaging'];
export type Schedule = TrainSettings['schedule'];

type LiveName = {
  [Name in keyof typeof TRAINING]: (typeof TRAINING)[Name]['change'] extends 'live' ? Name : never;
}[keyof typeof TRAINING];

/** What a run that is under way can go on with. */
export type RunChange = Partial<Pick<TrainSettings, LiveName>>;

/** Which code trains. */
export type Engine = (typeof CHOICES.math)[number];

export interface EngineSettings {
  /**
   * Threads to use, 1 ... 64, but no more than the machine has cores; 'auto': as many as it has, at
   * most 8. Browsers need cross-origin isolation (COOP and COEP) for more than one.
   * `trainer.backend` says how many really run; the bits are the same on any number.
   */
  readonly threads: number | 'auto';
  /**
   * 'reproducible': the fast engine, the same bits on every machine. 'turbo' uses relaxed SIMD where
   * there is some (`trainer.backend` says so): faster, and the last bits may differ from one machine
   * to another. 'notes' trains by the verbs of the notes themselves (cpp/src/notes/), with every
   * setting and at about a third of the speed: on one thread, while others only change and generate
   * images. Its bits are its own, and the same wherever there is SIMD.
   */
  readonly math: Engine;
}

/** What the settings of a table are when they are not given. */
function usual<Table extends Readonly<Record<string, Row<unknown>>>>(
  table: Table,
): SettingsOf<Table> {
  const all = Object.entries(table).map(([name, row]) => [name, row.usual]);
  return Object.fromEntries(all) as SettingsOf<Table>;
}

export const DEFAULT_NETWORK: NetworkSettings = usual(NETWORK);

/** With the sigma that elastic distortion has when there is some. */
export const NO_AUGMENTATION: AugmentationSettings = usual(AUGMENTATION);

export const DEFAULT_TRAINING: TrainSettings = usual(TRAINING);

/** The choices of each setting that has some, in the order to offer them. */
export const CHOICES = {
  hidden: NETWORK.hidden.choices,
  output: NETWORK.output.choices,
  initialiser: NETWORK.initialiser.choices,
  optimizer: TRAINING.optimizer.choices,
  schedule: TRAINING.schedule.choices,
  averaging: TRAINING.averaging.choices,
  math: ['reproducible', 'turbo', 'notes'],
} as const;

export const DEFAULT_ENGINE: EngineSettings = { threads: 1, math: 'reproducible' };

/** The names of the settings of a run that may change so. */
export const namesThat = (change: Change): string[] =>
  Object.entries<Row<unknown>>(TRAINING)
    .filter(([, row]) => row.change === change)
    .map(([name]) => name);
