// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { Batch, CheckedWeight, GradientCheckResult, WeightPlace } from '../results.ts';
import type { GradientCheck } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { ResultJob } from './result-job.ts';

/** Checks the derivatives at some places, for the weights as they are when it begins. */
export class GradientCheckJob extends ResultJob<GradientCheckResult> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #core: Core;
  readonly #check: GradientCheck;
  readonly #places: readonly WeightPlace[];
  readonly #onProgress: (fraction: number) => void;
  readonly #checked: CheckedWeight[] = [];
  #seconds: number;

  /** @param onProgress called with 0 ... 1 */
  constructor(
    core: Core,
    batch: Batch,
    places: readonly WeightPlace[],
    onProgress: (fraction: number) => void,
  ) {
    super();
    const before = performance.now();
    this.#core = core;
    this.#places = places;
    this.#onProgress = onProgress;
    this.#check = new core.module.GradientCheck();
    try {
      check(core.module, this.#check.begin(core.trainer, batch.images, batch.labels));
    } catch (error) {
      this.#check.delete();
      throw error;
    }
    this.#seconds = (performance.now() - before) / 1000;
  }

  protected override work(): GradientCheckResult | undefined {
    try {
      const result = this.#slice();
      if (result) this.#check.delete();
      return result;
    } catch (error) {
      this.#check.delete();
      throw error;
    }
  }

  #slice(): GradientCheckResult | undefined {
    const { module, tempo } = this.#core;
    const before = performance.now();
    const end = before + tempo.sliceMs;
    while (this.#checked.length < this.#places.length && performance.now() < end) {
      const place = this.#places[this.#checked.length];
      if (!place) break;
      const { layer, row, column } = place;
      const { status, weight } = this.#check.check(layer, row, column ?? -1);
      check(module, status);
      this.#checked.push({ layer, row, column, ...weight });
    }
    this.#seconds += (performance.now() - before) / 1000;
    this.#onProgress(this.#checked.length / Math.max(this.#places.length, 1));
    if (this.#checked.length < this.#places.length) return undefined;
    const limit = module.gradientCheckLimit;
    const worst = this.#checked.reduce((most, one) => Math.max(most, one.relativeError), 0);
    const [weights, seconds] = [this.#checked, this.#seconds];
    return { weights, worst, limit, passed: worst < limit, seconds };
  }
}
