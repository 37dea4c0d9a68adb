// SPDX-License-Identifier: MIT
// The person's own drawings, as the room that keeps them shows them to the others.
import type { Stroke } from '../../lib/strokes.ts';

/** A drawing whose label the person has told, as it is kept. */
export interface KeptDrawing {
  readonly version: 1;
  readonly id: string;
  /** When it was kept first, in milliseconds since 1970. */
  readonly at: number;
  /** The digit that it is, 0 ... 9, by who drew it. */
  readonly label: number;
  /** The digit that the network took it for; null for the no of a yes/no question. */
  readonly answer: number | null;
  /** 28 x 28 bytes, 0 paper and 255 ink, as the network saw it. */
  readonly image: Uint8Array;
  /** As they were drawn, on a pad of PAD_SIDE x PAD_SIDE. */
  readonly strokes: readonly Stroke[];
}

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
