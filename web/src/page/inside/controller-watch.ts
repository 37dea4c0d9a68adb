// SPDX-License-Identifier: MIT
import { messageOf, ScratchpadError } from '../../lib/errors.ts';
import type { PageTrainer, Services } from '../model/services.ts';
import type { State } from '../model/state.ts';

/** Between two looks at weights that change, in milliseconds: some 4 times a second. */
const LEAST_MS = 250;
/** A look takes at most one part in so many of the time. */
const SHARE = 8;

export interface Watched {
  /** What a panel looks at beside the weights: a change of these is followed at once. */
  readonly own: (state: State) => readonly unknown[];
  /** `weights`: they have changed since the last look. Its error becomes a problem that is said. */
  readonly ask: (trainer: PageTrainer, weights: boolean) => Promise<void>;
  /** '' when there is none. */
  readonly onProblem: (message: string) => void;
}

/** Looks at the network when something has changed: one look at a time, and only while active. */
export class Watcher {
  readonly #services: Services;
  readonly #watched: Watched;
  readonly #unsubscribe: () => void;
  #active = false;
  #weights: readonly unknown[] = [];
  /** null: to be looked at in any case. */
  #own: readonly unknown[] | null = null;
  #busy = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #began = -Infinity;
  #took = 0;

  constructor(services: Services, watched: Watched) {
    this.#services = services;
    this.#watched = watched;
    this.#unsubscribe = services.store.subscribe(() => this.#follow());
    document.addEventListener('visibilitychange', this.#follow);
  }

  dispose(): void {
    this.#active = false;
    this.#unsubscribe();
    document.removeEventListener('visibilitychange', this.#follow);
    clearTimeout(this.#timer);
  }

  set active(active: boolean) {
    if (this.#active === active) return;
    this.#active = active;
    this.#follow();
  }

  /** Looks again although nothing has changed: what is asked has. */
  again(): void {
    this.#own = null;
    this.#follow();
  }

  #follow = (): void => {
    if (!this.#active || this.#busy || document.hidden) return;
    const { store, trainer } = this.#services;
    const own = differ(this.#watched.own(store.state), this.#own);
    if (!trainer || (!own && !differ(weightSigns(store.state, trainer), this.#weights))) return;
    if (own) clearTimeout(this.#timer);
    else if (this.#timer !== undefined) return;
    const next = this.#began + Math.max(LEAST_MS, SHARE * this.#took);
    const delay = own ? 0 : Math.max(0, next - performance.now());
    this.#timer = setTimeout(() => void this.#ask(), delay);
  };

  async #ask(): Promise<void> {
    this.#timer = undefined;
    const { store, trainer } = this.#services;
    if (!trainer || !this.#active) return;
    this.#busy = true;
    this.#began = performance.now();
    const signs = weightSigns(store.state, trainer);
    const weights = differ(signs, this.#weights);
    this.#weights = signs;
    this.#own = this.#watched.own(store.state);
    try {
      await this.#watched.ask(trainer, weights);
      this.#watched.onProblem('');
    } catch (error) {
      this.#fail(error);
    }
    this.#took = performance.now() - this.#began;
    this.#busy = false;
    this.#follow();
  }

  /** A worker that crashed is for the page to bring back; the rest is said where one looks. */
  #fail(error: unknown): void {
    if (error instanceof ScratchpadError && error.code === 'disposed') return;
    if (error instanceof ScratchpadError && error.code === 'crashed') this.#services.fail(error);
    this.#watched.onProblem(messageOf(error));
  }
}

/** Each is another object or number when the weights are others. */
function weightSigns(state: State, trainer: PageTrainer): readonly unknown[] {
  const { data, run, progress, step, epochs, kept } = state;
  return [trainer, trainer.network, data.kind, run, progress, step, epochs, kept];
}

function differ(signs: readonly unknown[], before: readonly unknown[] | null): boolean {
  return signs.length !== before?.length || signs.some((sign, i) => !Object.is(sign, before[i]));
}
