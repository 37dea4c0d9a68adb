// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { RateRange } from '../rate-sweep.ts';
import type { RateSweep } from '../results.ts';
import type { DescentSettings } from '../settings.ts';
import type { LearningRateFinder as CoreSweep } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { toCoreSettings } from './core-settings.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

/** Looks for the learning rate, on a copy of the weights as they are when it begins. */
export class RateSweepJob extends ResultJob<RateSweep> {
  // After evaluations, which are shorter; before training, should that be resumed meanwhile.
  override readonly priority = 1.5;
  override readonly paused = false;
  readonly #core: Core;
  readonly #sweep: CoreSweep;
  readonly #steps: number;
  readonly #size: SliceSize;
  readonly #onProgress: (fraction: number) => void;
  #stopped = false;

  /** @param onProgress called with 0 ... 1 */
  constructor(
    core: Core,
    settings: DescentSettings,
    range: RateRange,
    onProgress: (fraction: number) => void,
  ) {
    super();
    this.#core = core;
    this.#steps = range.steps;
    this.#size = new SliceSize(core.tempo);
    this.#onProgress = onProgress;
    this.#sweep = new core.module.LearningRateFinder();
    try {
      const { module, trainer } = core;
      check(module, this.#sweep.begin(trainer, toCoreSettings(core, settings), range));
    } catch (error) {
      this.#sweep.delete();
      throw error;
    }
  }

  /** Ends at the next slice, with what there is by then. */
  stop(): void {
    this.#stopped = true;
  }

  protected override work(): RateSweep | undefined {
    try {
      const result = this.#slice();
      if (result) this.#sweep.delete();
      return result;
    } catch (error) {
      this.#sweep.delete();
      throw error;
    }
  }

  #slice(): RateSweep | undefined {
    const sweep = this.#sweep;
    if (!this.#stopped) {
      const { examples } = this.#size;
      const before = performance.now();
      check(this.#core.module, sweep.advance(examples));
      this.#size.measured(examples, performance.now() - before);
      this.#onProgress(sweep.over() ? 1 : sweep.updates() / this.#steps);
    }
    if (!sweep.over() && !this.#stopped) return undefined;
    const suggested = sweep.suggested();
    return {
      rates: sweep.rates(),
      costs: sweep.costs(),
      suggested: suggested > 0 ? suggested : null,
    };
  }
}
