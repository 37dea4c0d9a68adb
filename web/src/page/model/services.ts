// SPDX-License-Identifier: MIT
import type { Trainer } from '../../lib/index.ts';
import type { DrawingsController } from '../drawings/controller-drawings.ts';
import type { RunsController } from '../runs/controller-runs.ts';
import type { DataLook } from './data-look.ts';
import type { OwnData } from '../data/own/own-data.ts';
import type { Busy, DataChoice, Store } from './store.ts';

/** What the controllers share. */
export interface Context {
  readonly store: Store;
  /** null until it could be created. */
  trainer: Trainer | null;
  /** Says on the page what went wrong, and recovers where that is possible. */
  fail(error: unknown): void;
  /** What keeps the runs; its code is loaded with the first of them. */
  runs(): Promise<RunsController>;
  /** What keeps the person's own drawings; loaded once the data is there. */
  drawings(): Promise<DrawingsController>;
  /**
   * Ends the run under way, keeps it, and does this before all else that is asked for.
   * @param work is given the kept run; null when nothing had been trained
   */
  exclusively(
    busy: Busy,
    work: (trainer: Trainer, kept: string | null) => Promise<void>,
  ): Promise<void>;
  /** Loads other data, without a thought for the network. Settles when it is loaded. */
  load(choice: DataChoice): Promise<void>;
  /** Of data that load() can have; null where it cannot: the page may hold no own data. */
  lookOf(choice: DataChoice): DataLook | null;
  /**
   * Ends the run, keeps it, and loads data of the person's own, with a network that fits.
   * @throws when it cannot be loaded; what was loaded before is then loaded again
   */
  useOwn(own: OwnData): Promise<void>;
}
