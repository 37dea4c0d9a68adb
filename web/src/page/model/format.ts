// SPDX-License-Identifier: MIT
// Numbers as people read them. A missing number is a dash.

export const MISSING = '–';

const grouped = new Intl.NumberFormat('en');
const threeDigits = new Intl.NumberFormat('en', { maximumSignificantDigits: 3 });

/** 60,000 */
export function count(value: number): string {
  return grouped.format(value);
}

/** 97.8 % */
export function percent(share: number | null | undefined, decimals = 1): string {
  if (share === null || share === undefined || !Number.isFinite(share)) return MISSING;
  return `${(100 * share).toFixed(decimals)} %`;
}

/** 0.0835 */
export function cost(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return MISSING;
  return value < 100 ? value.toFixed(4) : value.toPrecision(5);
}

/** 212,000 images/s */
export function rate(imagesPerSecond: number): string {
  return `${threeDigits.format(imagesPerSecond)} images/s`;
}

/** 8.2 s, 12 s, 1 min 5 s, 2 h 3 min */
export function duration(seconds: number): string {
  if (!Number.isFinite(seconds)) return MISSING;
  if (seconds < 9.95) return `${Math.max(0, seconds).toFixed(1)} s`;
  const whole = Math.max(0, Math.round(seconds));
  if (whole < 60) return `${whole} s`;
  if (whole < 3600) return `${Math.floor(whole / 60)} min ${whole % 60} s`;
  return `${Math.floor(whole / 3600)} h ${Math.floor((whole % 3600) / 60)} min`;
}

/** 1.94 */
export function seconds(value: number): string {
  return value.toFixed(value < 100 ? 2 : 0);
}

/** 54.9 MB */
export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}

/** For the ticks of a chart: 0.05 */
export function axisCost(value: number): string {
  return String(Number(value.toPrecision(4)));
}

/** For the ticks of a chart: 97.5 % */
export function axisPercent(share: number): string {
  return `${Number((100 * share).toFixed(3))} %`;
}
