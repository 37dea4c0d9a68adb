// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import { DEFAULT_TRAINING } from '../../lib/settings.ts';
import type { Services } from '../model/services.ts';
import type { DataImage, State } from '../model/state.ts';
import { type ChosenBatch, chooseBatch, firstOf, isSame } from './batch-source.ts';
import { type CheckRequest, INITIAL_NOTES, type NotesState, type Source } from './notes-state.ts';
import { factsOf, sameFacts } from './page-facts.ts';
import { ToldLabel } from './told-label.ts';
import { ageOf } from './weights-age.ts';
import { Store } from '../model/store.ts';

/** Between a change of the network and the next walk, in milliseconds. */
const REFRESH_MS = 80;
/** Images that a gradient check takes at most: each weight costs two passes over all of them. */
const CHECKED_IMAGES = 8;

/** Walks the present network when something has changed: one walk at a time, the latest wins. */
export class NotesController {
  readonly #services: Services;
  readonly #showOnPad: (image: DataImage | null) => void;
  readonly #unsubscribe: () => void;
  readonly #told: ToldLabel;
  /** What it shows. */
  readonly shown = new Store<NotesState>(INITIAL_NOTES);
  #active = false;
  /** What the last walk was made from; other weights, data or another drawing make it stale. */
  #seen: readonly unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #queue: Promise<void> = Promise.resolve();
  /** Counts the walks that were asked for, so that an old one's answer is dropped. */
  #asked = 0;
  /** The image of the pad that was made the source, or was put there as the source. */
  #taken: DataImage | null = null;
  /** The one that this view put there. */
  #own: DataImage | null = null;
  /** The drawing that was made the source last. */
  #drawn: string | null = null;
  /** Checks so far: each takes other random weights. */
  #checks = 0;

  /** @param showOnPad puts the walked image on the pad, or takes it away */
  constructor(services: Services, showOnPad: (image: DataImage | null) => void) {
    this.#services = services;
    this.#showOnPad = showOnPad;
    this.#told = new ToldLabel(services, () => this.#follow(services.store.state));
    this.#unsubscribe = services.store.subscribe((state) => this.#follow(state));
  }

  dispose(): void {
    this.#unsubscribe();
    this.#told.dispose();
    clearTimeout(this.#timer);
    this.#asked += 1;
  }

  /** Nothing is walked while the view is not shown. */
  set active(active: boolean) {
    const [came, left] = [!this.#active && active, this.#active && !active];
    this.#active = active;
    if (active) this.#follow(this.#services.store.state);
    if (came) this.#offerImage(this.shown.state.walked?.image ?? null);
    // Other views have an empty pad to draw on, as before.
    if (left) this.#takeAway();
  }

  changeSource(change: Partial<Source>): void {
    if (change.label !== undefined) this.#told.say(change.label);
    this.#update({ source: { ...this.shown.state.source, ...change } });
    if (this.shown.state.source.kind !== 'image') this.#takeAway();
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
      if (this.shown.state.stale) await this.#walk(0, []);
      const { walked } = this.shown.state;
      if (walked) await this.#walk(walked.updates + 1, walked.costs, walked);
    });
  }

  async check(request: CheckRequest): Promise<void> {
    const { walked, check } = this.shown.state;
    const { trainer } = this.#services;
    if (!walked || !trainer || check.fraction !== null) return;
    const show = (change: Partial<NotesState['check']>) =>
      this.#update({ check: { ...this.shown.state.check, ...change } });
    show({ fraction: 0, problem: '' });
    try {
      const batch = firstOf(walked.batch, CHECKED_IMAGES);
      this.#checks += 1;
      const result = await trainer.checkGradients(batch, {
        ...(request ? { places: [request] } : { seed: this.#checks }),
        onProgress: (fraction) => {
          if (this.shown.state.check.fraction !== null) show({ fraction });
        },
      });
      show({ fraction: null, result });
    } catch (error) {
      show({ fraction: null, result: null, problem: this.#messageOf(error) });
    }
  }

  #update(change: Partial<NotesState>): void {
    this.shown.update(change);
  }

  /** The page's state has changed; this view may have to. */
  #follow(state: State): void {
    const { run, padImage, drawn } = state;
    this.#note(state);
    this.#takeImage(padImage);
    if (!this.#active) return;
    // Who draws wants to see the drawing.
    if (drawn && drawn.id !== this.#drawn) {
      this.#drawn = drawn.id;
      const { source } = this.shown.state;
      if (source.kind === 'image') this.#update({ source: { ...source, kind: 'drawing' } });
    }
    if (!this.#changed()) return;
    // While it trains the numbers stay still, to be read; only another drawing replaces them.
    if (run === 'training' && this.shown.state.walked && !this.#drawingChanged()) {
      if (!this.shown.state.stale) this.#update({ stale: true });
      return;
    }
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      if (this.#active) this.refresh();
    }, REFRESH_MS);
  }

  /** What is shown of the page beside the walk. */
  #note(state: State): void {
    const facts = factsOf(state);
    const label = this.#told.now;
    const { source } = this.shown.state;
    if (sameFacts(facts, this.shown.state) && label === source.label) return;
    this.#update({ ...facts, source: { ...source, label } });
  }

  /** An image that was put on the pad is the one to walk; drawing anew then takes its place. */
  #takeImage(image: DataImage | null): void {
    if (image === this.#taken) return;
    this.#taken = image;
    if (!image) return;
    const { part, number } = image;
    this.#seen = []; // also while it trains, when the numbers otherwise stay still
    this.#update({ source: { ...this.shown.state.source, kind: 'image', part, number } });
  }

  /** The picture beside is the image that is walked, unless a drawing stands there. */
  #offerImage(image: DataImage | null): void {
    const { drawn, padImage, reading } = this.#services.store.state;
    if (!image || !this.#active || drawn || (reading && !padImage)) return;
    // Once it was taken away by hand it stays away.
    if (isSame(padImage, image) || isSame(this.#own, image)) return;
    this.#own = this.#taken = image;
    this.#showOnPad(image);
  }

  /** What this view put on the pad. */
  #takeAway(): void {
    if (this.#own && this.#services.store.state.padImage === this.#own) this.#showOnPad(null);
    this.#own = null;
  }

  /** What a walk depends on; each is another object when it changes. The drawing comes first. */
  #signs(): readonly unknown[] {
    const { data, progress, step, epochs, training, reading } = this.#services.store.state;
    const drawn = this.shown.state.source.kind === 'drawing';
    const { trainer } = this.#services;
    return [
      drawn && `${this.#told.now}: ${reading?.image.join()}`,
      drawn || data,
      trainer?.network,
      progress,
      step,
      epochs,
      training.learningRate,
      training.optimizer,
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
  async #walk(updates: number, costs: readonly number[], same?: ChosenBatch): Promise<void> {
    const { trainer, store } = this.#services;
    try {
      const chosen = same ?? (await chooseBatch(this.#services, this.shown.state));
      if (!trainer || typeof chosen === 'string') {
        this.#update({ walked: null, problem: typeof chosen === 'string' ? chosen : '' });
        return;
      }
      const { learningRate: rate, optimizer } = store.state.training;
      const learningRate = rate > 0 ? rate : DEFAULT_TRAINING.learningRate;
      const weights = ageOf(store.state);
      const walk = await trainer.walk(chosen.batch, { learningRate, updates });
      const { network } = trainer;
      const all = [...costs, walk.cost];
      this.#update({
        walked: {
          ...chosen,
          walk,
          network,
          weights,
          learningRate,
          optimizer,
          updates,
          costs: all,
        },
        stale: false,
        problem: '',
      });
      this.#offerImage(chosen.image);
    } catch (error) {
      this.#update({ walked: null, problem: this.#messageOf(error) });
    }
  }

  /** A worker that crashed is for the page to bring back; the rest is said here. */
  #messageOf(error: unknown): string {
    if (error instanceof ScratchpadError && error.code === 'crashed') this.#services.fail(error);
    return messageOf(error);
  }
}
