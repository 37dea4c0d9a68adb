// SPDX-License-Identifier: MIT
// A drawing whose label the person has told, as it is kept.
import type { LabelledImages } from '../../lib/dataset.ts';
import type { Stroke } from '../../lib/strokes.ts';
import type { Drawn } from '../model/store.ts';
import { compactStroke } from '../model/stroke-points.ts';

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

/** Of an image: 28 x 28. */
export const IMAGE_BYTES = 784;

/** More would make the page slow to open. */
export const MOST_DRAWINGS = 5000;

/** Whether it is kept as it is now: strokes may have been added or undone since. */
export function isAsKept({ strokes }: KeptDrawing, drawn: Drawn): boolean {
  return JSON.stringify(strokes) === JSON.stringify(drawn.strokes.map(compactStroke));
}

/** The drawings as images to train with, in their order. */
export function toDataSet(drawings: readonly KeptDrawing[]): LabelledImages {
  const images = new Uint8Array(drawings.length * IMAGE_BYTES);
  drawings.forEach(({ image }, i) => images.set(image, i * IMAGE_BYTES));
  return { images, labels: Uint8Array.from(drawings, ({ label }) => label) };
}
