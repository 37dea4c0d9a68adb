// SPDX-License-Identifier: MIT

/** Pixels on each side of an image. */
export const SIDE = 28;

/** Paints an image of 28 x 28 bytes, 0 paper and 255 ink, one pixel for each byte. */
export function paintDigit(
  context: CanvasRenderingContext2D,
  image: Uint8Array,
  ink: string,
): void {
  // The ink's colour, as opaque as the byte says.
  context.fillStyle = ink;
  context.fillRect(0, 0, SIDE, SIDE);
  const pixels = context.getImageData(0, 0, SIDE, SIDE);
  image.forEach((byte, i) => (pixels.data[4 * i + 3] = byte));
  context.putImageData(pixels, 0, 0);
}
