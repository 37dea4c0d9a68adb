// SPDX-License-Identifier: MIT
// Images, labels and files that are not what they should be, named before they reach the worker.
import { badData } from './errors.ts';
import type { Batch, Part } from './results.ts';

/**
 * The bytes in a buffer of their own: a view of a large one would be sent with all of it.
 * @throws ScratchpadError 'badData' when they are not bytes
 */
export function compact(name: string, bytes: unknown): Uint8Array {
  if (!(bytes instanceof Uint8Array)) {
    return badData(`${name}: must be a Uint8Array of bytes from 0 to 255.`);
  }
  return bytes.byteLength < bytes.buffer.byteLength ? Uint8Array.from(bytes) : bytes;
}

export function compactBatch({ images, labels }: Batch): Batch {
  return { images: compact('images', images), labels: compact('labels', labels) };
}

/**
 * @param dimensions of a file of images: how many, then those of one; @param pixels of layer 0
 * @throws ScratchpadError 'badData' that names the file, the sizes, and what to do
 */
export function mustHavePixels(dimensions: readonly number[], pixels: number, name: string): void {
  const sides = dimensions.slice(1);
  const found = sides.reduce((product, side) => product * side, 1);
  if (found === pixels) return;
  badData(
    `${name}: its images have ${sides.join(' x ')} = ${found} pixels, but layer 0 has ${pixels} ` +
      `units. Make the network with ${found} in layer 0, or bring the images to its size ` +
      '(readData() does).',
  );
}

/**
 * @param bytes of all images; @param pixels of one
 * @throws ScratchpadError 'badData' unless there is a label for each image of so many pixels
 */
export function mustFit(part: Part | 'drawn', bytes: number, labels: number, pixels: number): void {
  const needed = labels * pixels;
  if (labels > 0 && bytes === needed) return;
  badData(
    `${part} data: ${labels} labels need ${needed} pixels (${pixels} an image), ` +
      `but there are ${bytes}.`,
  );
}
