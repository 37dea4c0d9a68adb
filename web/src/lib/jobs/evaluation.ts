// SPDX-License-Identifier: MIT
import { check } from '../module.ts';
import type { EvaluationCounts, TimedCounts } from '../protocol.ts';
import type { Part, Scores } from '../results.ts';
import type { Core } from './core.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

/** Answers every example of a part of the data, in slices. The weights must stay the same. */
export class SlicedEvaluation {
  readonly #core: Core;
  readonly #part: Part;
  readonly #averaged: boolean;
  readonly #size: SliceSize;
  #begun = false;

  /** @param averaged with the mean of the weights, where there is one */
  constructor(core: Core, part: Part, averaged = false) {
    this.#core = core;
    this.#part = part;
    this.#averaged = averaged;
    this.#size = new SliceSize(core.tempo);
  }

  /** One slice; the counts when it was the last, else undefined. */
  advance(): EvaluationCounts | undefined {
    const { module, trainer } = this.#core;
    if (!this.#begun) {
      check(module, trainer.evaluateBegin(module.Part[this.#part], this.#averaged));
    }
    this.#begun = true;
    const before = performance.now();
    const { status, ...counts } = trainer.evaluateAdvance(this.#size.examples);
    check(module, status);
    this.#size.measured(this.#size.examples, performance.now() - before);
    if (counts.examples < counts.of) return undefined;
    const { examples, cost, correct, confusion } = counts;
    return { examples, cost, correct, confusion: byRows(confusion) };
  }
}

/** The core counts by columns, [true + n * answer]; the protocol by rows, [true * n + answer]. */
export function byRows(confusion: Uint32Array): Uint32Array {
  const n = Math.sqrt(confusion.length);
  return confusion.map((_, i) => confusion[Math.floor(i / n) + n * (i % n)] ?? 0);
}

/** Answers every example of a part and gives the probability of yes for each. */
export class ScoresJob extends ResultJob<Scores> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #core: Core;
  readonly #evaluation: SlicedEvaluation;

  constructor(core: Core, part: Part) {
    super();
    this.#core = core;
    this.#evaluation = new SlicedEvaluation(core, part);
  }

  protected override work(): Scores | undefined {
    if (!this.#evaluation.advance()) return undefined;
    const { trainer } = this.#core;
    return { probabilities: trainer.scores(), yes: trainer.truths() };
  }
}

export class EvaluateJob extends ResultJob<TimedCounts> {
  // Before training: the weights must stay the same until it is through.
  override readonly priority = 2;
  override readonly paused = false;
  readonly #evaluation: SlicedEvaluation;
  #seconds = 0;

  constructor(core: Core, part: Part) {
    super();
    this.#evaluation = new SlicedEvaluation(core, part);
  }

  protected override work(): TimedCounts | undefined {
    const before = performance.now();
    const counts = this.#evaluation.advance();
    this.#seconds += (performance.now() - before) / 1000;
    return counts && { ...counts, seconds: this.#seconds };
  }
}
