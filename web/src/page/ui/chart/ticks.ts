// SPDX-License-Identifier: MIT
// Round numbers for the axes.

/** Some `most` at most from low to high, in steps of 1, 2 or 5 times a power of ten. */
export function ticks(low: number, high: number, most: number, least = 0): number[] {
  const rough = (high - low) / most;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = Math.max(least, ([1, 2, 5, 10].find((n) => n * power >= rough) ?? 10) * power);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, i) => tidy((first + i) * step));
}

/** The leading digits of the ticks of a logarithmic axis, from many to few. */
const DIGITS = [[1, 2, 3, 4, 5, 6, 7, 8, 9], [1, 2, 3, 5, 7], [1, 2, 5], [1, 3], [1]];

/** As many as fit from low to high when neighbours lie `least` of the axis apart, or more. */
export function logTicks(low: number, high: number, least: number): number[] {
  const first = Math.floor(Math.log10(low));
  const powers = Array.from(
    { length: Math.floor(Math.log10(high)) - first + 1 },
    (_, i) => 10 ** (first + i),
  );
  const all = DIGITS.map((digits) =>
    powers
      .flatMap((power) => digits.map((digit) => tidy(digit * power)))
      .filter((value) => value >= low * 0.999 && value <= high * 1.001),
  );
  const apart = least * Math.log10(high / low);
  const fits = (values: readonly number[]) =>
    values.every((value, i) => i === 0 || Math.log10(value / (values[i - 1] ?? 0)) >= apart);
  return all.find((values) => values.length > 1 && fits(values)) ?? [tidy(low), tidy(high)];
}

/** Without what binary fractions add. */
const tidy = (value: number): number => Number(value.toPrecision(10));
