// SPDX-License-Identifier: MIT
import { teller } from '../model/events.ts';
import type { KeptDrawing } from './kept-drawing.ts';

/** How the kept drawings and the test images are answered. */
export interface Reached {
  /** Of the kept drawings, those that are read rightly. */
  readonly right: number;
  /** The share of the test images answered rightly; null without test images. */
  readonly accuracy: number | null;
}

/** What learning from the drawings gave. */
export interface Learned {
  readonly drawings: number;
  readonly before: Reached;
  readonly after: Reached;
  /** Without the evaluations. */
  readonly seconds: number;
}

/** All that is known of the kept drawings. */
export interface DrawingsState {
  /** The newest first. */
  readonly drawings: readonly KeptDrawing[];
  /** The id of the one that was kept, or given another label, last; Undo takes that back. */
  readonly last: string | null;
  /** Those deleted last, which Undo brings back. */
  readonly removed: readonly KeptDrawing[];
  /** Whether they are there after a reload. */
  readonly lasting: boolean;
  /** What went wrong; '' when nothing did. */
  readonly problem: string;
  /** 0 ... 1 while the network learns from them, else null. */
  readonly learning: number | null;
  readonly learned: Learned | null;
}

export const NO_DRAWINGS: DrawingsState = {
  drawings: [],
  last: null,
  removed: [],
  lasting: true,
  problem: '',
  learning: null,
  learned: null,
};

/** What the components tell the panel that holds them. */
export interface DrawingEvents {
  'drawing-choose': string;
  'drawing-label': { readonly id: string; readonly label: number };
  'drawing-remove': string;
}

export type DrawingEvent<Name extends keyof DrawingEvents> = CustomEvent<DrawingEvents[Name]>;

export const tell = teller<DrawingEvents>();
