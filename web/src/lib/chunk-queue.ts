// SPDX-License-Identifier: MIT
import { fromErrorMessage } from './errors.ts';
import type { Chunk } from './protocol.ts';

interface Waiting {
  readonly chunk: Chunk;
  readonly taken: () => void;
}

/** The chunks of one file, as they come by messages, for one reader to read at its own pace. */
export class ChunkQueue implements AsyncIterable<Uint8Array<ArrayBuffer>> {
  readonly #waiting: Waiting[] = [];
  #closed = false;
  #wake: () => void = () => undefined;

  /** Settles when the reader has taken the chunk, or wants no more. */
  push(chunk: Chunk): Promise<void> {
    if (this.#closed) return Promise.resolve();
    return new Promise((taken) => {
      this.#waiting.push({ chunk, taken });
      this.#wake();
    });
  }

  /** The reader wants no more. */
  close(): void {
    this.#closed = true;
    for (const { taken } of this.#waiting.splice(0)) taken();
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array<ArrayBuffer>, void, void> {
    while (!this.#closed) {
      const next = this.#waiting.shift();
      if (!next) {
        await new Promise<void>((resolve) => (this.#wake = resolve));
        continue;
      }
      const { chunk, taken } = next;
      taken();
      if (chunk.type === 'error') throw fromErrorMessage(chunk.error);
      if (chunk.type === 'end') return;
      yield new Uint8Array(chunk.bytes);
    }
  }
}
