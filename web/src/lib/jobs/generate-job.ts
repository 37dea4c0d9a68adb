// SPDX-License-Identifier: MIT
import type { LabelledImages } from '../dataset.ts';
import { ScratchpadError } from '../errors.ts';
import { check, type MainModule } from '../module.ts';
import { ResultJob } from './result-job.ts';
import { SliceSize } from './scheduler.ts';

const PIXELS = 28 * 28;

function allocate(count: number): [Uint8Array, Uint8Array] {
  try {
    return [new Uint8Array(count * PIXELS), new Uint8Array(count)];
  } catch {
    throw new ScratchpadError('noMemory', `There is not enough memory for ${count} digits.`);
  }
}

/** Makes the digits number `first` ... `first + count - 1` of a seed. */
export class GenerateJob extends ResultJob<LabelledImages> {
  override readonly priority = 2;
  override readonly paused = false;
  readonly #module: MainModule;
  readonly #seed: number;
  readonly #first: number;
  readonly #images: Uint8Array;
  readonly #labels: Uint8Array;
  readonly #size = new SliceSize();
  readonly #onProgress: (done: number) => void;
  #done = 0;

  /** @param onProgress called with the digits made so far */
  constructor(
    module: MainModule,
    range: { seed: number; first: number; count: number },
    onProgress: (done: number) => void,
  ) {
    super();
    this.#module = module;
    this.#seed = range.seed;
    this.#first = range.first;
    [this.#images, this.#labels] = allocate(range.count);
    this.#onProgress = onProgress;
  }

  protected override work(): LabelledImages | undefined {
    const count = Math.min(this.#size.examples, this.#labels.length - this.#done);
    const before = performance.now();
    const made = this.#module.generateDigits(this.#seed, this.#first + this.#done, count);
    check(this.#module, made.status);
    this.#images.set(made.images, this.#done * PIXELS);
    this.#labels.set(made.labels, this.#done);
    this.#size.measured(count, performance.now() - before);
    this.#done += count;
    this.#onProgress(this.#done);
    if (this.#done < this.#labels.length) return undefined;
    return { images: this.#images, labels: this.#labels };
  }
}
