// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { Ask, TimedCounts } from '../protocol.ts';
import type { Ensemble } from '../wasm/mlp.mjs';
import type { Core } from './core.ts';
import { withCoreSnapshot } from './core-snapshot.ts';
import { byRows } from './evaluation.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

/** Answers every example of a part with several networks, or several copies of each image. */
export class CommitteeJob extends ResultJob<TimedCounts> {
  // Before training: the weights must stay the same until it is through.
  override readonly priority = 2;
  override readonly paused = false;
  readonly #core: Core;
  readonly #ask: Ask<'evaluate'>;
  readonly #size: SliceSize;
  #ensemble: Ensemble | undefined;
  #done = 0;
  #seconds = 0;

  constructor(core: Core, ask: Ask<'evaluate'>) {
    super();
    this.#core = core;
    this.#ask = ask;
    this.#size = new SliceSize(core.tempo);
  }

  protected override work(): TimedCounts | undefined {
    try {
      const counts = this.#slice();
      if (counts) this.#ensemble?.delete();
      return counts;
    } catch (error) {
      this.#ensemble?.delete();
      throw error;
    }
  }

  #slice(): TimedCounts | undefined {
    const before = performance.now();
    const ensemble = (this.#ensemble ??= this.#begin());
    const begun = performance.now();
    const { status, ...counts } = ensemble.advance(this.#size.examples);
    check(this.#core.module, status);
    const now = performance.now();
    this.#size.measured(counts.examples - this.#done, now - begun);
    this.#done = counts.examples;
    this.#seconds += (now - before) / 1000;
    if (counts.examples < counts.of) return undefined;
    const { examples, cost, correct, confusion } = counts;
    return { examples, cost, correct, confusion: byRows(confusion), seconds: this.#seconds };
  }

  #begin(): Ensemble {
    const { module, trainer } = this.#core;
    const { part, copies, others } = this.#ask;
    const ensemble = new module.Ensemble();
    try {
      check(module, ensemble.begin(trainer, module.Part[part], copies));
      for (const snapshot of others) {
        withCoreSnapshot(module, snapshot, (core) => check(module, ensemble.join(core)));
      }
      return ensemble;
    } catch (error) {
      ensemble.delete();
      throw error;
    }
  }
}
