// SPDX-License-Identifier: MIT
import type { Trainer } from '../lib/index.ts';
import type { Reading, Stroke } from '../lib/protocol.ts';
import type { Context } from './context.ts';
import { frameOf } from './data-look.ts';
import type { DataImage } from './store.ts';

/** Between two readings of the same drawing while the weights change, in milliseconds. */
const REFRESH_MS = 200;

/** Has what is on the pad read: one reading in flight, at most one a frame, the latest wins. */
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
    const { store } = this.#context;
    if (store.state.padImage) store.update({ padImage: null, reading: null });
    if (strokes.length === 0) store.update({ reading: null });
    this.#ask();
  }

  /** An image of the data takes the drawing's place. */
  show(padImage: DataImage): void {
    this.#strokes = [];
    this.#context.store.update({ padImage });
    this.#ask();
  }

  /** The weights have changed. */
  refresh(): void {
    if (this.#timer !== undefined || this.#empty) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#ask();
    }, REFRESH_MS);
  }

  get #empty(): boolean {
    return this.#strokes.length === 0 && this.#context.store.state.padImage === null;
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
    const { padImage } = store.state;
    try {
      // The networks of a sweep are not the one on the page.
      if (trainer && !this.#empty && store.state.busy !== 'sweep') {
        const reading = await (padImage
          ? readImage(trainer, padImage)
          : trainer.read([...this.#strokes], frameOf(store.state.look)));
        // What was on the pad may be gone.
        if (store.state.padImage === padImage && (padImage || this.#strokes.length > 0)) {
          store.update({ reading: reading.empty ? null : reading });
        }
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

async function readImage(trainer: Trainer, { image }: DataImage): Promise<Reading> {
  return { image, empty: false, probabilities: await trainer.predict(image) };
}
