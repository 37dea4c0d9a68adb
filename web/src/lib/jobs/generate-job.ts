// SPDX-License-Identifier: MIT
import type { Sink } from '../load-idx.ts';
import { check, type MainModule } from '../module.ts';
import type { Hands } from '../results.ts';
import type { Core } from './core.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './tempo.ts';

export interface DigitRange {
  readonly seed: number;
  readonly first: number;
  readonly count: number;
  readonly hands: Hands;
}

/** Makes the digits number `first` ... `first + count - 1` of a seed, and hands them on. */
export class GenerateJob extends ResultJob<null> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #module: MainModule;
  readonly #range: DigitRange;
  readonly #sink: Sink;
  readonly #size: SliceSize;
  readonly #onProgress: (done: number) => void;
  #done = 0;

  /** @param onProgress called with the digits made so far */
  constructor(
    { module, tempo }: Pick<Core, 'module' | 'tempo'>,
    range: DigitRange,
    sink: Sink,
    onProgress: (done: number) => void,
  ) {
    super();
    this.#module = module;
    this.#range = range;
    this.#sink = sink;
    this.#size = new SliceSize(tempo);
    this.#onProgress = onProgress;
  }

  protected override work(): null | undefined {
    const { seed, first, count, hands } = this.#range;
    if (this.#done === 0) this.#sink.expect(count);
    const some = Math.min(this.#size.examples, count - this.#done);
    const before = performance.now();
    const from = first + this.#done;
    const made = this.#module.generateDigits(seed, from, some, this.#module.Hands[hands]);
    check(this.#module, made.status);
    this.#sink.append(made.images, made.labels);
    this.#size.measured(some, performance.now() - before);
    this.#done += some;
    this.#onProgress(this.#done);
    return this.#done < count ? undefined : null;
  }
}
