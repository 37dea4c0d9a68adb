// SPDX-License-Identifier: MIT
import type { PartInfo } from '../../../lib/results.ts';
import type { DataImage } from '../../model/state.ts';

export const PER_PAGE = 50;

/** What is paged through. */
export interface Selection {
  readonly part: DataImage['part'];
  /** null: all digits. */
  readonly digit: number | null;
  /** From 0. */
  readonly page: number;
}

export interface BrowserState {
  readonly selection: Selection;
  /** What there is of the part; null while there is nothing. */
  readonly info: PartInfo | null;
  /** Images of the selection. */
  readonly total: number;
  readonly pages: number;
  readonly shown: readonly DataImage[];
  /** The share of the labels that were read, while a digit's images are looked for; else null. */
  readonly searching: number | null;
  readonly problem: string;
}

export const INITIAL_BROWSER: BrowserState = {
  selection: { part: 'train', digit: null, page: 0 },
  info: null,
  total: 0,
  pages: 1,
  shown: [],
  searching: null,
  problem: '',
};

/** The parts of the view tell what to show instead; it bubbles up to <mlp-data-browser>. */
export function tellSelection(from: HTMLElement, detail: Partial<Selection>): void {
  from.dispatchEvent(new CustomEvent('data-select', { detail, bubbles: true, composed: true }));
}
