// SPDX-License-Identifier: MIT
// The kept drawings as files: strokes as JSON Lines, images and labels as IDX like MNIST's own.
import type { Stroke } from '../../lib/protocol.ts';
import { type KeptDrawing, toDataSet } from './kept-drawing.ts';

const SIDE = 28;

/**
 * One drawing a line: {"id", "label", "writer", "source", "strokes": [[x0, y0, x1, y1, ...], ...]},
 * y downward, in units of a pad 280 wide, with the bounding box at 0, 0.
 */
export function toJsonLines(drawings: readonly KeptDrawing[]): string {
  const lines = drawings.map(({ id, label, strokes }) =>
    JSON.stringify({ id, label, writer: 'me', source: 'mlp-scratchpad', ...moved(strokes) }),
  );
  return lines.map((line) => `${line}\n`).join('');
}

function moved(strokes: readonly Stroke[]): { strokes: number[][] } {
  const least = (axis: number): number =>
    Math.min(...strokes.flatMap((stroke) => [...stroke].filter((_, i) => i % 2 === axis)));
  const from = [least(0), least(1)];
  // A tenth of a unit is about a hundredth of a pixel of the image.
  const place = (value: number, i: number) => Math.round(10 * (value - (from[i % 2] ?? 0))) / 10;
  return { strokes: strokes.map((stroke) => Array.from(stroke, place)) };
}

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
