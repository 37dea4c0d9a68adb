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

/** What a learning-rate range test saw. */
export interface RateSweep {
  /** Of each update. */
  readonly rates: Float64Array;
  /**
   * After each of them: the cost of the next batch, smoothed (a mean over the batches so far, in
   * which each counts 0.9 times as much as the one after it).
   */
  readonly costs: Float64Array;
  /**
   * A rate to train with: where the cost had made two thirds of its fall, from its mean over the
   * first fifth of the updates (at most 20) to its lowest. Null where that fall is less than the
   * spread of those first costs, as it may be with a trained network.
   */
  readonly suggested: number | null;
}
