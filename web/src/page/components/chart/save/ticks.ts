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

/** 1, 2 and 5 times each power of ten from low to high; all digits where these are few. */
export function logTicks(low: number, high: number): number[] {
  const powers = Array.from(
    { length: Math.floor(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, i) => 10 ** (Math.floor(Math.log10(low)) + i),
  );
  const of = (digits: readonly number[]) =>
    powers
      .flatMap((power) => digits.map((digit) => tidy(digit * power)))
      .filter((value) => value >= low * 0.999 && value <= high * 1.001);
  const few = of([1, 2, 5]);
  return few.length >= 4 ? few : of([1, 2, 3, 4, 5, 6, 7, 8, 9]);
}

/** Without what binary fractions add. */
const tidy = (value: number): number => Number(value.toPrecision(10));
