// SPDX-License-Identifier: MIT
// A small picture of a network: the weights into its first units, each as the image it looks for.

/** Units that are shown. */
const UNITS = 6;
/** More pixels are passed over. */
const MOST_SIDE = 32;

export interface Thumbnail {
  readonly width: number;
  readonly height: number;
  /** One unit after another, row by row: -127 ... 127 of the unit's largest weight. */
  readonly weights: Int8Array;
}

/**
 * @param W of the first layer (n_1, n_0), column-major
 * @param sides of the images; about square when absent
 */
export function thumbnailOf(
  W: Float32Array | undefined,
  [pixels = 0, rows = 0]: readonly number[],
): Thumbnail {
  const width = Math.max(1, Math.ceil(Math.sqrt(pixels)));
  const height = Math.max(1, Math.ceil(pixels / width));
  const [w, h] = [Math.min(width, MOST_SIDE), Math.min(height, MOST_SIDE)];
  const units = Math.min(UNITS, rows);
  const weights = new Int8Array(units * w * h);
  for (let unit = 0; unit < units; unit += 1) {
    const at = (x: number, y: number): number => {
      const pixel = Math.floor((y * height) / h) * width + Math.floor((x * width) / w);
      return pixel < pixels ? (W?.[unit + rows * pixel] ?? 0) : 0;
    };
    let most = 0;
    for (let i = 0; i < w * h; i += 1)
      most = Math.max(most, Math.abs(at(i % w, Math.floor(i / w))));
    for (let i = 0; i < w * h && most > 0; i += 1) {
      weights[unit * w * h + i] = Math.round((127 * at(i % w, Math.floor(i / w))) / most);
    }
  }
  return { width: w, height: h, weights };
}
