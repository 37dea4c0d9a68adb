// SPDX-License-Identifier: MIT
// From where to where the y axis goes.
export type Range = [low: number, high: number];

/** A unit in the first digit of the value: 0.01 for 0.034. */
const unit = (value: number): number => 10 ** Math.floor(Math.log10(value));

/** Logarithmic: from and to a number of one digit, as the ticks of such an axis are. */
export function logRange(low: number | null, high: number | null): Range {
  if (low === null || high === null || !(low > 0)) return [0.01, 1];
  const bottom = Math.floor((low * 0.97) / unit(low * 0.97)) * unit(low * 0.97);
  const top = Math.ceil((high * 1.03) / unit(high * 1.03)) * unit(high * 1.03);
  return [Number(bottom.toPrecision(2)), Number(top.toPrecision(2))];
}

/** Round about the lines, when a part of them is looked at. */
export function closeRange(low: number | null, high: number | null): Range {
  if (low === null || high === null) return [0, 1];
  const margin = 0.08 * (high - low) || 0.1 * Math.abs(high) || 0.1;
  return [low >= 0 ? Math.max(0, low - margin) : low - margin, high + margin];
}
