// SPDX-License-Identifier: MIT
import type { KeptThing, Measure } from '../model/kept-thing.ts';

/** A line of the panel: what is kept, and how much of it. */
export interface KeptLine {
  readonly thing: KeptThing;
  /** null where it could not be found out. */
  readonly measure: Measure | null;
  /** What there is to say of it, as a sentence; else ''. */
  readonly note: string;
}

export interface StorageState {
  /** null until they are measured. */
  readonly lines: readonly KeptLine[] | null;
  /** Bytes in use and allowed, about, for all of the site; null where the browser does not tell. */
  readonly estimate: { readonly usage: number; readonly quota: number } | null;
  /** Whether the browser has promised to delete none of it by itself; null: it does not tell. */
  readonly persisted: boolean | null;
  /** What went wrong, as a sentence; else ''. */
  readonly problem: string;
}

export const NO_STORAGE: StorageState = {
  lines: null,
  estimate: null,
  persisted: null,
  problem: '',
};
