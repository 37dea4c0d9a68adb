// SPDX-License-Identifier: MIT
import type { Smoothing } from './texts.ts';

export type Column = readonly (number | null)[];

/** What the mean keeps of itself from point to point. */
const KEEP: Record<Exclude<Smoothing, 'off'>, number> = { light: 0.6, strong: 0.9 };

/** m_t = k m_{t-1} + (1 - k) y_t, divided by 1 - k^t, so that it does not start out too low. */
export function smooth(values: Column, smoothing: Smoothing): Column | null {
  if (smoothing === 'off') return null;
  const keep = KEEP[smoothing];
  let mean = 0;
  let weight = 0;
  return values.map((value) => {
    if (value === null) return null;
    mean = keep * mean + (1 - keep) * value;
    weight = keep * weight + (1 - keep);
    return mean / weight;
  });
}
