// SPDX-License-Identifier: MIT
import type { Sides } from '../model/data-look.ts';

/** Paints an image, 0 paper and 255 ink, one pixel for each byte. */
export function paintDigit(
  context: CanvasRenderingContext2D,
  image: Uint8Array,
  ink: string,
  { width, height }: Sides,
): void {
  // The ink's colour, as opaque as the byte says.
  context.fillStyle = ink;
  context.fillRect(0, 0, width, height);
  const pixels = context.getImageData(0, 0, width, height);
  image.forEach((byte, i) => (pixels.data[4 * i + 3] = byte));
  context.putImageData(pixels, 0, 0);
}
