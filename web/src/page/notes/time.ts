// SPDX-License-Identifier: MIT
import { duration } from '../model/format.ts';

/** As duration(), and what takes less than a second in milliseconds: 12 ms, 0.4 ms, 2.1 s. */
export function time(seconds: number): string {
  const ms = 1000 * seconds;
  if (!(ms < 999.5)) return duration(seconds);
  return ms < 9.95 ? `${Math.max(0.1, ms).toFixed(1)} ms` : `${Math.round(ms)} ms`;
}
