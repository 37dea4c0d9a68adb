// SPDX-License-Identifier: MIT
import type { Reading } from '../../lib/results.ts';
import type { Stroke } from '../../lib/strokes.ts';
import type { PageTrainer, Services } from '../model/services.ts';
import { frameOf } from '../model/data-look.ts';
import type { DataImage, State } from '../model/state.ts';

/** Between two readings of the same drawing while the weights change, in milliseconds. */
const REFRESH_MS = 200;

/** Has what is on the pad read: one reading in flight, at most one a frame, the latest wins. */
export class PadController {
  readonly #services: Services;
  #strokes: readonly Stroke[] = [];
  #id = newId();
  #busy = false;
  #stale = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** What is on the pad was to be read while other networks than the page's were at work. */
  #missed = false;

  constructor(services: Services) {
    this.#services = services;
    services.store.subscribe((state) => {
      if (this.#missed && isPageNetwork(state)) this.#ask();
    });
  }

  draw(strokes: readonly Stroke[]): void {
    this.#strokes = strokes;
    const { store } = this.#services;
    if (store.state.padImage) store.update({ padImage: null, reading: null });
    if (strokes.length === 0) {
      this.#id = newId();
      store.update({ reading: null, drawn: null });
    }
    this.#ask();
  }

  /** An image of the data takes the drawing's place. */
  show(padImage: DataImage): void {
    this.#strokes = [];
    this.#id = newId();
    this.#services.store.update({ padImage, drawn: null });
    this.#ask();
  }

  /** @param deskew whether drawings are set upright before they are read */
  setDeskew(deskew: boolean): void {
    this.#services.store.update({ deskew });
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
    return this.#strokes.length === 0 && this.#services.store.state.padImage === null;
  }

  #ask(): void {
    this.#stale = true;
    if (this.#busy) return;
    this.#busy = true;
    requestAnimationFrame(() => void this.#read());
  }

  async #read(): Promise<void> {
    this.#stale = this.#missed = false;
    const { store, trainer } = this.#services;
    const { padImage } = store.state;
    const drawn = { id: this.#id, strokes: this.#strokes };
    try {
      this.#missed = !isPageNetwork(store.state);
      if (trainer && !this.#empty && !this.#missed) {
        const reading = await (padImage
          ? readImage(trainer, padImage)
          : trainer.read([...drawn.strokes], {
              size: frameOf(store.state.look),
              deskew: store.state.deskew,
            }));
        // What was on the pad may be gone, and another drawing be begun.
        const same = drawn.id === this.#id && this.#strokes.length > 0;
        if (store.state.padImage === padImage && (padImage || same)) {
          const seen = reading.empty ? null : reading;
          store.update({ reading: seen, drawn: seen && !padImage ? drawn : null });
        }
      }
    } catch (error) {
      this.#services.fail(error);
    }
    this.#settle();
  }

  #settle(): void {
    this.#busy = false;
    if (this.#stale) this.#ask();
  }
}

/** Those of a sweep, or of several that answer, are not. */
const isPageNetwork = ({ busy }: State): boolean => busy !== 'sweep' && busy !== 'committee';

/** Drawings are kept by it, so no two may share one, whichever tab they are made in. */
function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2, 10)}`;
}

async function readImage(trainer: PageTrainer, { image }: DataImage): Promise<Reading> {
  return { image, empty: false, probabilities: await trainer.predict(image) };
}
