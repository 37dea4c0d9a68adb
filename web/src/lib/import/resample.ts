// SPDX-License-Identifier: MIT
// Images of other sizes, and the way that MNIST shows its digits.

/** Rows of pixels, 0 paper ... 255 ink. */
export interface InkImage {
  readonly width: number;
  readonly height: number;
  readonly ink: Uint8Array;
}

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** How an image is to show its ink. */
export interface Frame {
  /** Pixels of the image. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the longer side of the ink. */
  readonly box: number;
  /** Whether the ink is centred by its mass, as in MNIST, or by its box. */
  readonly centre: 'mass' | 'box';
}

export const MNIST_FRAME: Frame = { width: 28, height: 28, box: 20, centre: 'mass' };

/** Fainter than this is no ink that counts: a tenth of the darkest. */
const FAINT = 26;

/** The pixels that have ink; null where none has. */
export function inkBox({ width, height, ink }: InkImage): Box | null {
  let [left, right, top, bottom] = [width, -1, height, -1];
  for (let row = 0, i = 0; row < height; row += 1) {
    for (let column = 0; column < width; column += 1, i += 1) {
      if ((ink[i] ?? 0) < FAINT) continue;
      if (column < left) left = column;
      if (column > right) right = column;
      if (row < top) top = row;
      bottom = row;
    }
  }
  return right < 0 ? null : { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Which pixels of a row, with which weights, make each pixel of a shorter or longer one. */
function weightsOf(from: number, length: number, size: number, count: number) {
  const scale = length / count;
  // A triangle as wide as two pixels of the larger kind: means when shrinking, lines when growing.
  const radius = Math.max(1, scale);
  return Array.from({ length: count }, (_, i) => {
    const centre = from + (i + 0.5) * scale - 0.5;
    const first = Math.max(0, Math.ceil(centre - radius));
    const last = Math.min(size - 1, Math.floor(centre + radius));
    const weights = Float64Array.from({ length: last - first + 1 }, (_, j) =>
      Math.max(0, 1 - Math.abs(first + j - centre) / radius),
    );
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return { first, weights: weights.map((weight) => weight / sum) };
  });
}

/** The box of an image, scaled to so many pixels: anti-aliased both ways. */
export function resample(
  image: InkImage,
  box: Box,
  width: number,
  height: number,
): Float64Array<ArrayBuffer> {
  const across = weightsOf(box.left, box.width, image.width, width);
  const down = weightsOf(box.top, box.height, image.height, height);
  const rows = new Float64Array(width * image.height);
  const firstRow = down[0]?.first ?? 0;
  const lastRow = (down.at(-1)?.first ?? 0) + (down.at(-1)?.weights.length ?? 0);
  for (let row = firstRow; row < lastRow; row += 1) {
    across.forEach(({ first, weights }, column) => {
      const at = row * image.width + first;
      let sum = 0;
      for (let j = 0; j < weights.length; j += 1)
        sum += (weights[j] ?? 0) * (image.ink[at + j] ?? 0);
      rows[row * width + column] = sum;
    });
  }
  const scaled = new Float64Array(width * height);
  down.forEach(({ first, weights }, row) => {
    for (let column = 0; column < width; column += 1) {
      let sum = 0;
      for (let j = 0; j < weights.length; j += 1) {
        sum += (weights[j] ?? 0) * (rows[(first + j) * width + column] ?? 0);
      }
      scaled[row * width + column] = sum;
    }
  });
  return scaled;
}

/** The image without the faint grey of its paper, its darkest pixel 255; null where all is paper. */
function cleaned({ width, height, ink }: InkImage): InkImage | null {
  const border = [...ink.subarray(0, width), ...ink.subarray((height - 1) * width)];
  for (let row = 1; row < height - 1; row += 1) {
    border.push(ink[row * width] ?? 0, ink[row * width + width - 1] ?? 0);
  }
  // A quarter of the border has no ink, however large the digit.
  const paper = border.sort((a, b) => a - b)[border.length >> 2] ?? 0;
  let most = 0;
  for (const value of ink) if (value > most) most = value;
  if (most <= paper) return null;
  if (paper === 0 && most === 255) return { width, height, ink };
  const stretch = 255 / (most - paper);
  return { width, height, ink: ink.map((v) => Math.round(Math.max(0, v - paper) * stretch)) };
}

/**
 * Shows an image's ink as the makers of MNIST did: the box of the ink scaled until its longer side
 * has `box` pixels, the darkest pixel 255, and a move by whole pixels that brings the centre of mass
 * to within half a pixel of the centre of the middle pixel, as far as the box stays inside. (The
 * core's rasteriser does the same with strokes.)
 * @returns width * height bytes; null when there is no ink
 */
export function fitInk(image: InkImage, frame: Frame): Uint8Array<ArrayBuffer> | null {
  const clean = cleaned(image);
  const found = clean && inkBox(clean);
  if (!found) return null;
  const scale = frame.box / Math.max(found.width, found.height);
  const sizeOf = (side: number, most: number): number =>
    Math.min(most, Math.max(1, Math.round(side * scale)));
  const [width, height] = [sizeOf(found.width, frame.width), sizeOf(found.height, frame.height)];
  const small = resample(clean, found, width, height);
  const most = small.reduce((largest, value) => Math.max(largest, value), 0);
  let [mass, massX, massY] = [0, 0, 0];
  small.forEach((value, i) => {
    mass += value;
    massX += value * (i % width);
    massY += value * Math.floor(i / width);
  });
  // The square of the ink's box moves, as far as it stays inside; the ink is in its middle.
  const place = (mean: number, side: number, room: number): number => {
    if (frame.centre === 'box') return (room - side) >> 1;
    const square = Math.min(frame.box, room);
    const margin = (square - side) >> 1;
    const shift = (room >> 1) - Math.floor(mean + margin + 0.5);
    return margin + Math.min(room - square, Math.max(0, shift));
  };
  const left = place(massX / mass, width, frame.width);
  const top = place(massY / mass, height, frame.height);
  const out = new Uint8Array(frame.width * frame.height);
  small.forEach((value, i) => {
    const at = (top + Math.floor(i / width)) * frame.width + left + (i % width);
    out[at] = Math.round((255 * value) / most);
  });
  return out;
}

/** The whole image scaled into another size, its proportions kept, in the middle of paper. */
export function scaleInto(image: InkImage, width: number, height: number): Uint8Array<ArrayBuffer> {
  const scale = Math.min(width / image.width, height / image.height);
  const inner = {
    width: Math.min(width, Math.max(1, Math.round(image.width * scale))),
    height: Math.min(height, Math.max(1, Math.round(image.height * scale))),
  };
  const all = { left: 0, top: 0, width: image.width, height: image.height };
  const [left, top] = [(width - inner.width) >> 1, (height - inner.height) >> 1];
  const out = new Uint8Array(width * height);
  resample(image, all, inner.width, inner.height).forEach((value, i) => {
    const at = (top + Math.floor(i / inner.width)) * width + left + (i % inner.width);
    out[at] = Math.round(value);
  });
  return out;
}
