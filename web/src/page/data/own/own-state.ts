// SPDX-License-Identifier: MIT
import type { ImportedData, ImportOptions } from '../../../lib/import/types.ts';

/** How the files are to be read; what can be chosen in the panel. */
export type Wishes = Required<Pick<ImportOptions, 'size' | 'invert'>> &
  Pick<ImportOptions, 'sprite' | 'width'>;

/** What the reader asks for. */
export type Needed = 'sprite' | 'width';

export interface OwnState {
  /** Of the files; '' while there are none. */
  readonly name: string;
  readonly wishes: Wishes;
  /** 0 ... 1 while files are read; else null. */
  readonly fraction: number | null;
  readonly data: ImportedData | null;
  /** Why there is none. */
  readonly problem: string;
  /** What has to be said first. */
  readonly needed: Needed | null;
  /** The data is on its way to the network. */
  readonly using: boolean;
}

export const INITIAL_OWN: OwnState = {
  name: '',
  wishes: { size: 'auto', invert: 'auto' },
  fraction: null,
  data: null,
  problem: '',
  needed: null,
  using: false,
};

/** The parts of the panel tell what they would have; it bubbles up to <mlp-own-data>. */
export function tellWishes(from: HTMLElement, detail: Partial<Wishes>): void {
  from.dispatchEvent(new CustomEvent('own-wishes', { detail, bubbles: true, composed: true }));
}
