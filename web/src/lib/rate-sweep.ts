// SPDX-License-Identifier: MIT
/** Which learning rates a sweep goes through: `steps` of them, each the same factor above the last. */
export interface RateRange {
  /** Above 0. */
  readonly from: number;
  /** Above `from`. */
  readonly to: number;
  /** Updates of the weights, 2 ... 10,000. */
  readonly steps: number;
}

export const DEFAULT_RANGE: RateRange = { from: 1e-5, to: 10, steps: 100 };
