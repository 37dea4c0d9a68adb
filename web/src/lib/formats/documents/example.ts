// SPDX-License-Identifier: MIT

/**
 * An image to test with, made by formula: a ring with grey edges, like a 0.
 * @returns width * height bytes, row after row, 0 paper ... 255 ink
 */
export function exampleImage(width: number, height: number): Uint8Array {
  const [centreX, centreY] = [(width - 1) / 2, (height - 1) / 2];
  return Uint8Array.from({ length: width * height }, (_, i) => {
    const x = ((i % width) - centreX) / (0.24 * width);
    const y = (Math.floor(i / width) - centreY) / (0.32 * height);
    const away = Math.abs(Math.hypot(x, y) - 1);
    return Math.round(255 * Math.min(1, Math.max(0, 1.6 - 4 * away)));
  });
}
