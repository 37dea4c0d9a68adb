// SPDX-License-Identifier: MIT
// The points that the cursor can stand on.
import type { Picture } from './picture.ts';

/** The indices of the x at which a line that is shown has a value. */
export function stops({ xs, lines }: Picture): number[] {
  const shown = lines.filter((line) => line.shown);
  return [...xs.keys()].filter((i) => shown.some(({ values }) => isValue(values[i])));
}

/** The one of `stops` whose x is nearest; null where there are none. */
export function nearest(x: number, { xs }: Picture, stops: readonly number[]): number | null {
  let best: number | null = null;
  for (const i of stops) {
    if (best === null || Math.abs((xs[i] ?? 0) - x) < Math.abs((xs[best] ?? 0) - x)) best = i;
  }
  return best;
}

/** Epochs are whole numbers; within one, two decimals are enough. */
export const xText = (x: number): string => String(Number(x.toFixed(2)));

const isValue = (value: number | null | undefined): value is number =>
  value !== null && value !== undefined;
