// SPDX-License-Identifier: MIT
import type { Trainer } from '../lib/index.ts';
import type { Store } from './store.ts';

/** What the controllers share. */
export interface Context {
  readonly store: Store;
  /** null until it could be created. */
  trainer: Trainer | null;
  /** Says on the page what went wrong, and recovers where that is possible. */
  fail(error: unknown): void;
}
