// SPDX-License-Identifier: MIT
import type { Epoch } from './results.ts';

/** Epochs that arrive as events, to be read in a loop at the reader's own pace. */
export class EpochStream implements AsyncIterable<Epoch> {
  readonly #waiting: Epoch[] = [];
  #wake: () => void = () => undefined;
  #error: unknown;
  #failed = false;
  #ended = false;

  get ended(): boolean {
    return this.#ended;
  }

  push(epoch: Epoch): void {
    this.#waiting.push(epoch);
    this.#wake();
  }

  end(): void {
    this.#ended = true;
    this.#wake();
  }

  fail(error: unknown): void {
    this.#failed = true;
    this.#error = error;
    this.end();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Epoch, void, void> {
    for (;;) {
      const epoch = this.#waiting.shift();
      if (epoch) {
        yield epoch;
      } else if (this.#ended) {
        break;
      } else {
        await new Promise<void>((resolve) => (this.#wake = resolve));
      }
    }
    if (this.#failed) throw this.#error;
  }
}
