// SPDX-License-Identifier: MIT
// From pictures to ink: 0 paper ... 255 ink.
import type { DecodedPicture, RawImage } from './types.ts';

/** Of red, green and blue, as the eye sees them (ITU-R BT.601). */
const WEIGHTS = [0.299, 0.587, 0.114] as const;

/** A picture in grey; its opacity is kept where it is not all opaque. */
export function toGrey({ width, height, data }: DecodedPicture): RawImage {
  const pixels = width * height;
  const [grey, opacity] = [new Uint8Array(pixels), new Uint8Array(pixels)];
  let opaque = true;
  for (let i = 0; i < pixels; i += 1) {
    const [red = 0, green = 0, blue = 0, alpha = 255] = [
      data[4 * i],
      data[4 * i + 1],
      data[4 * i + 2],
      data[4 * i + 3],
    ];
    grey[i] = Math.round(WEIGHTS[0] * red + WEIGHTS[1] * green + WEIGHTS[2] * blue);
    opacity[i] = alpha;
    opaque &&= alpha === 255;
  }
  return opaque ? { width, height, grey } : { width, height, grey, opacity };
}

/**
 * Whether an image has dark ink on light paper: its border is light. Where most of the border is
 * transparent, its ink is dark.
 */
export function isDarkOnLight({ width, height, grey, opacity }: RawImage): boolean {
  let [border, borderSum, clear, ink, inkSum] = [0, 0, 0, 0, 0];
  for (let i = 0; i < grey.length; i += 1) {
    const value = grey[i] ?? 0;
    const seen = (opacity?.[i] ?? 255) >= 128;
    const [row, column] = [Math.floor(i / width), i % width];
    if (row === 0 || row === height - 1 || column === 0 || column === width - 1) {
      border += 1;
      if (seen) borderSum += value;
      else clear += 1;
    }
    if (seen) {
      ink += 1;
      inkSum += value;
    }
  }
  if (2 * clear > border) return ink > 0 && inkSum / ink < 128;
  return borderSum / (border - clear) > 127;
}

/** The ink of an image; what is transparent is paper. */
export function toInk({ grey, opacity }: RawImage, darkOnLight: boolean): Uint8Array {
  if (!opacity) return darkOnLight ? grey.map((value) => 255 - value) : grey;
  return grey.map((value, i) => {
    const ink = darkOnLight ? 255 - value : value;
    return Math.round((ink * (opacity[i] ?? 0)) / 255);
  });
}
