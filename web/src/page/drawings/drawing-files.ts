// SPDX-License-Identifier: MIT
// The kept drawings as files: strokes as JSON Lines, images and labels as IDX like MNIST's own.
import type { StrokePoint } from '../../lib/strokes.ts';
import { hasPressure, pointsOf } from '../model/stroke-points.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import { toDataSet } from './kept-drawing.ts';

const SIDE = 28;

/**
 * One drawing a line: {"id", "label", "writer", "source", "strokes": [[x0, y0, x1, y1, ...], ...]},
 * y downward, in units of a pad 280 wide, with the bounding box at 0, 0. Where a pen told its pressure,
 * "pressures": [[p0, p1, ...], ...] too, of 0 ... 1.
 */
export function toJsonLines(drawings: readonly KeptDrawing[]): string {
  const lines = drawings.map(({ id, label, strokes }) => {
    const all = strokes.map(pointsOf);
    const written = { strokes: all.map((points) => moved(points, leastOf(all))) };
    const told = all.some(hasPressure)
      ? {
          pressures: all.map((points) => points.map(({ pressure = 0.5 }) => round(pressure, 1000))),
        }
      : {};
    return JSON.stringify({
      id,
      label,
      writer: 'me',
      source: 'mlp-scratchpad',
      ...written,
      ...told,
    });
  });
  return lines.map((line) => `${line}\n`).join('');
}

type Points = readonly StrokePoint[];

/** The upper left corner of the strokes. */
function leastOf(strokes: readonly Points[]): StrokePoint {
  const all = strokes.flat();
  return all.reduce((least, { x, y }) => ({ x: Math.min(least.x, x), y: Math.min(least.y, y) }), {
    x: Infinity,
    y: Infinity,
  });
}

/** A tenth of a unit is about a hundredth of a pixel of the image. */
const moved = (points: Points, from: StrokePoint): number[] =>
  points.flatMap(({ x, y }) => [round(x - from.x, 10), round(y - from.y, 10)]);

const round = (value: number, parts: number): number => Math.round(parts * value) / parts;

/** Images, dimensions (count, 28, 28), and labels, dimension (count), of unsigned bytes. */
export function toIdx(drawings: readonly KeptDrawing[]): {
  images: Uint8Array<ArrayBuffer>;
  labels: Uint8Array<ArrayBuffer>;
} {
  const { images, labels } = toDataSet(drawings);
  return {
    images: idx([drawings.length, SIDE, SIDE], images),
    labels: idx([drawings.length], labels),
  };
}

/** Two zeros, 8 for unsigned bytes, the number of dimensions; each dimension, big-endian; the bytes. */
function idx(dimensions: readonly number[], bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = 4 + 4 * dimensions.length;
  const file = new Uint8Array(head + bytes.length);
  file.set([0, 0, 8, dimensions.length]);
  const view = new DataView(file.buffer);
  dimensions.forEach((dimension, i) => view.setUint32(4 + 4 * i, dimension));
  file.set(bytes, head);
  return file;
}

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Blob> {
  const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'));
  return new Response(zipped).blob();
}
