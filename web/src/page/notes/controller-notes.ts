// SPDX-License-Identifier: MIT
import type { Trainer } from '../../lib/index.ts';
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import type { Batch } from '../../lib/protocol.ts';
import { DEFAULT_TRAINING } from '../../lib/settings.ts';
import type { Context } from '../context.ts';
import { type DataImage, type State, usable } from '../store.ts';
import { largestIn } from '../heat-map/matrix.ts';
import {
  type CheckRequest,
  INITIAL_NOTES,
  labelOfNo,
  type NotesState,
  type Source,
} from './notes-state.ts';
import { NOTES } from '../texts/notes.ts';

/** Between a change of the network and the next walk, in milliseconds. */
const REFRESH_MS = 80;
/** Images that a gradient check takes at most: each weight costs two passes over all of them. */
const CHECKED_IMAGES = 8;

/** Walks the present network when something has changed: one walk at a time, the latest wins. */
export class NotesController {
  readonly #context: Context;
  readonly #onChange: (state: NotesState) => void;
  readonly #unsubscribe: () => void;
  #state: NotesState = INITIAL_NOTES;
  #active = false;
  /** What the last walk was made from; other weights, data or another drawing make it stale. */
  #seen: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  /** Counts the walks that were asked for, so that an old one's answer is dropped. */
  #asked = 0;
  /** Someone has said what to walk. */
  #chosen = false;
  /** The image of the pad that was made the source. */
  #taken: DataImage | null = null;
  /** Checks so far: each takes other random weights. */
  #checks = 0;

  constructor(context: Context, onChange: (state: NotesState) => void) {
    this.#context = context;
    this.#onChange = onChange;
    this.#unsubscribe = context.store.subscribe((state) => this.#follow(state));
  }

  dispose(): void {
    this.#unsubscribe();
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  /** Nothing is walked while the view is not shown. */
  set active(active: boolean) {
    this.#active = active;
    if (active) this.#follow(this.#context.store.state);
  }

  changeSource(change: Partial<Source>): void {
    this.#chosen = true;
    this.#update({ source: { ...this.#state.source, ...change } });
    this.refresh();
  }

  /** Walks the network as it now is, without updates of its own. */
  refresh(): void {
    this.#seen = this.#signs();
    const mine = (this.#asked += 1);
    this.#enqueue(() => (mine === this.#asked ? this.#walk(0, []) : Promise.resolve()));
  }

  /** One more update on this very batch; on a copy of the weights, made by the core. */
  apply(): void {
    this.#enqueue(async () => {
      if (this.#state.stale) await this.#walk(0, []);
      const { walked } = this.#state;
      if (walked) await this.#walk(walked.updates + 1, walked.costs, walked.batch);
    });
  }

  async check(request: CheckRequest): Promise<void> {
    const { walked, check } = this.#state;
    const { trainer } = this.#context;
    if (!walked || !trainer || check.fraction !== null) return;
    const show = (change: Partial<NotesState['check']>) =>
      this.#update({ check: { ...this.#state.check, ...change } });
    show({ fraction: 0, problem: '' });
    try {
      const batch = firstOf(walked.batch, CHECKED_IMAGES);
      this.#checks += 1;
      const result = await trainer.checkGradients(batch, {
        ...(request ? { places: [request] } : { seed: this.#checks }),
        onProgress: (fraction) => {
          if (this.#state.check.fraction !== null) show({ fraction });
        },
      });
      show({ fraction: null, result });
    } catch (error) {
      show({ fraction: null, result: null, problem: this.#messageOf(error) });
    }
  }

  #update(change: Partial<NotesState>): void {
    this.#state = { ...this.#state, ...change };
    this.#onChange(this.#state);
  }

  /** The page's state has changed; this view may have to. */
  #follow(state: State): void {
    const { data, run, reading, padImage } = state;
    const info = usable(data);
    const images = { train: info?.train?.examples ?? 0, test: info?.test?.examples ?? 0 };
    const { images: before } = this.#state;
    if (images.train !== before.train || images.test !== before.test) this.#update({ images });
    this.#takeImage(padImage);
    if (!this.#active) return;
    // Who draws before choosing anything wants to see the drawing.
    if (!this.#chosen && reading && !padImage && this.#state.source.kind === 'image') {
      this.#update({ source: { ...this.#state.source, kind: 'drawing' } });
    }
    if (!this.#changed()) return;
    // While it trains the numbers stay still, to be read; only another drawing replaces them.
    if (run === 'training' && this.#state.walked && !this.#drawingChanged()) {
      if (!this.#state.stale) this.#update({ stale: true });
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#active) this.refresh();
    }, REFRESH_MS);
  }

  /** An image that was put on the pad is the one to walk; drawing anew then takes its place. */
  #takeImage(image: DataImage | null): void {
    if (image === this.#taken) return;
    this.#taken = image;
    if (!image) return;
    const { part, number } = image;
    this.#chosen = false;
    this.#seen = []; // also while it trains, when the numbers otherwise stay still
    this.#update({ source: { ...this.#state.source, kind: 'image', part, number } });
  }

  /** What a walk depends on; each is another object when it changes. The drawing comes first. */
  #signs(): readonly unknown[] {
    const { data, progress, step, epochs, training, reading } = this.#context.store.state;
    const drawn = this.#state.source.kind === 'drawing';
    const { trainer } = this.#context;
    return [
      drawn && reading?.image.join(),
      drawn || data,
      trainer?.network,
      progress,
      step,
      epochs,
      training.learningRate,
    ];
  }

  #changed(): boolean {
    return this.#signs().some((sign, i) => !Object.is(sign, this.#seen[i]));
  }

  #drawingChanged(): boolean {
    return this.#signs()[0] !== this.#seen[0];
  }

  #enqueue(work: () => Promise<void>): void {
    this.#queue = this.#queue.then(work);
  }

  /** @param costs after 0 ... updates - 1 updates; @param same the batch, when it stays the same */
  async #walk(updates: number, costs: readonly number[], same?: Batch): Promise<void> {
    const { trainer, store } = this.#context;
    try {
      const batch = trainer ? (same ?? (await this.#batch(trainer))) : NOTES.waiting;
      if (!trainer || typeof batch === 'string') {
        this.#update({ walked: null, problem: typeof batch === 'string' ? batch : '' });
        return;
      }
      const chosen = store.state.training.learningRate;
      const learningRate = chosen > 0 ? chosen : DEFAULT_TRAINING.learningRate;
      const walk = await trainer.walk(batch, { learningRate, updates });
      const { network } = trainer;
      const all = [...costs, walk.cost];
      this.#update({
        walked: { walk, batch, network, learningRate, updates, costs: all },
        stale: false,
        problem: '',
      });
    } catch (error) {
      this.#update({ walked: null, problem: this.#messageOf(error) });
    }
  }

  /** A worker that crashed is for the page to bring back; the rest is said here. */
  #messageOf(error: unknown): string {
    if (error instanceof ScratchpadError && error.code === 'crashed') this.#context.fail(error);
    return messageOf(error);
  }

  /** The images to walk, or why there are none. */
  async #batch(trainer: Trainer): Promise<Batch | string> {
    const { kind, part, number, count, label } = this.#state.source;
    if (kind === 'drawing') {
      const { reading } = this.#context.store.state;
      if (!reading) return NOTES.drawFirst;
      const own = label ?? answerOf(reading.probabilities, trainer.network.positive);
      return { images: reading.image, labels: Uint8Array.of(own) };
    }
    const available = this.#state.images[part];
    if (available === 0) return NOTES.waiting;
    const first = Math.min(number, available - 1);
    return trainer.images(part, first, kind === 'image' ? 1 : Math.min(count, available - first));
  }
}

/** The digit that the network takes the drawing for; for 'no' some digit that is not asked for. */
function answerOf(probabilities: Float32Array, positive: number): number {
  if (probabilities.length > 1) return largestIn(probabilities);
  return (probabilities[0] ?? 0) >= 0.5 ? positive : labelOfNo(positive);
}

function firstOf({ images, labels }: Batch, count: number): Batch {
  const size = images.length / labels.length;
  const taken = Math.min(count, labels.length);
  return { images: images.slice(0, size * taken), labels: labels.slice(0, taken) };
}
