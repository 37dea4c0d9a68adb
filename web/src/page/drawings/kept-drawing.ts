// SPDX-License-Identifier: MIT
// A drawing whose label the person has told, as it is kept.
import type { LabelledImages } from '../../lib/dataset.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import type { Drawn } from '../model/state.ts';
import { compactStroke } from '../model/stroke-points.ts';

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

/** About what they take: an image a byte a pixel, a stroke eight bytes a number. */
export function bytesOf(drawings: readonly KeptDrawing[]): number {
  const inStrokes = ({ strokes }: KeptDrawing) =>
    strokes.reduce((numbers, stroke) => numbers + stroke.length, 0);
  return drawings.reduce((sum, one) => sum + one.image.byteLength + 8 * inStrokes(one), 0);
}
