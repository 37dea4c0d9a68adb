// SPDX-License-Identifier: MIT
// Where things are in a saved chart, and from value to place.
import { closeRange, logRange, type Range } from '../ranges.ts';
import type { Saved } from './saved.ts';

export const WIDTH = 800;
export const HEIGHT = 450;
export const PLOT = { left: 72, right: 776, bottom: 396 } as const;

export interface Frame {
  /** Of the plot; below the title and the key. */
  readonly top: number;
  readonly low: number;
  readonly high: number;
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function frame(saved: Saved, top: number): Frame {
  const [from, to] = saved.window;
  const [low, high] = yRange(saved);
  const place = saved.log ? Math.log10 : Number;
  const height = PLOT.bottom - top;
  return {
    top,
    low,
    high,
    x: (value) => PLOT.left + ((value - from) / (to - from)) * (PLOT.right - PLOT.left),
    y: (value) => {
      const share = (place(value) - place(low)) / (place(high) - place(low));
      return PLOT.bottom - share * height;
    },
  };
}

/** As on the page: all that lies within the part that is shown. */
function yRange({ host, picture: { xs, lines }, window, zoomed, log }: Saved): Range {
  const inside = (i: number) => (xs[i] ?? 0) >= window[0] && (xs[i] ?? 0) <= window[1];
  const seen = lines
    .filter(({ shown }) => shown)
    .flatMap(({ values, smoothed }) => [values, smoothed ?? []])
    .flatMap((column) => column.filter((value, i) => value !== null && inside(i)))
    .filter((value): value is number => value !== null && !(log && value <= 0));
  const low = seen.length > 0 ? seen.reduce((one, other) => Math.min(one, other)) : null;
  const high = seen.length > 0 ? seen.reduce((one, other) => Math.max(one, other)) : null;
  if (log) return logRange(low, high);
  if (host.yRange === 'cost' && !zoomed) return [0, 1.08 * (high ?? 0) || 1];
  const [bottom, top] = closeRange(low, high);
  return host.yRange === 'share' ? [bottom, Math.min(1, top)] : [bottom, top];
}
