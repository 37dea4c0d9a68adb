// SPDX-License-Identifier: MIT
// In which order the units of a layer are shown.

export type Sort = 'number' | 'norm' | 'activity';

export const SORTS: readonly Sort[] = ['number', 'norm', 'activity'];

/** By number from 0 on; by size the largest first. Without sizes, by number. */
export function orderOf(units: number, sizes: Float32Array | null): readonly number[] {
  const numbers = Array.from({ length: units }, (_, unit) => unit);
  if (sizes?.length !== units) return numbers;
  return numbers.sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
}

/** The number farthest from 0. */
export function largest(values: Float32Array): number {
  let most = 0;
  for (const value of values) most = Math.max(most, Math.abs(value));
  return most;
}
