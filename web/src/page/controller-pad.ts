// SPDX-License-Identifier: MIT
import type { Stroke } from '../lib/protocol.ts';
import type { Context } from './context.ts';

/** Between two readings of the same drawing while the weights change, in milliseconds. */
const REFRESH_MS = 200;

/** Has the drawing read: one reading in flight, at most one a frame, the latest drawing wins. */
export class PadController {
  readonly #context: Context;
  #strokes: readonly Stroke[] = [];
  #busy = false;
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(context: Context) {
    this.#context = context;
  }

  draw(strokes: readonly Stroke[]): void {
    this.#strokes = strokes;
    if (strokes.length === 0) this.#context.store.update({ reading: null });
    this.#ask();
  }

  /** The weights have changed. */
  refresh(): void {
    if (this.#timer !== undefined || this.#strokes.length === 0) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#ask();
    }, REFRESH_MS);
  }

  #ask(): void {
    this.#stale = true;
    if (this.#busy) return;
    this.#busy = true;
    requestAnimationFrame(() => void this.#read());
  }

  async #read(): Promise<void> {
    this.#stale = false;
    const { store, trainer } = this.#context;
    const strokes = this.#strokes;
    try {
      if (trainer && strokes.length > 0) {
        const reading = await trainer.read([...strokes]);
        if (this.#strokes.length > 0) store.update({ reading: reading.empty ? null : reading });
      }
    } catch (error) {
      this.#context.fail(error);
    }
    this.#settle();
  }

  #settle(): void {
    this.#busy = false;
    if (this.#stale) this.#ask();
  }
}
