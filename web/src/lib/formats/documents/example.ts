// SPDX-License-Identifier: MIT

/**
 * Images to test with, made by formula: rings with grey edges, like a 0, each somewhat moved, of other
 * sides and with a larger gap than the one before.
 * @returns count * width * height bytes, row after row, 0 paper ... 255 ink
 */
export function exampleImages(count: number, width: number, height: number): Uint8Array {
  const images = new Uint8Array(count * width * height);
  for (let k = 0; k < count; k += 1) {
    const centreX = (width - 1) / 2 + (k % 3) - (k > 0 ? 1 : 0);
    const centreY = (height - 1) / 2 + (k % 5) / 2;
    const [radiusX, radiusY] = [(0.24 - 0.02 * (k % 4)) * width, (0.32 - 0.02 * (k % 7)) * height];
    const closed = Math.PI * (1 - k / count);
    for (let i = 0; i < width * height; i += 1) {
      const x = ((i % width) - centreX) / radiusX;
      const y = (Math.floor(i / width) - centreY) / radiusY;
      const isInk = Math.abs(Math.atan2(y, x)) <= closed;
      const away = Math.abs(Math.hypot(x, y) - 1);
      const ink = isInk ? Math.min(1, Math.max(0, 1.6 - 4 * away)) : 0;
      images[k * width * height + i] = Math.round(255 * ink);
    }
  }
  return images;
}

/** The first of them. */
export const exampleImage = (width: number, height: number): Uint8Array =>
  exampleImages(1, width, height);
