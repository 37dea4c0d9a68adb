// SPDX-License-Identifier: MIT
import type { Services } from '../model/services.ts';
import type { State } from '../model/state.ts';
import { LINK } from '../model/link/texts.ts';
import type { OpenedLink } from '../model/link/link.ts';

/** So many problems of a link are told; the rest is counted. */
const TOLD = 3;

/** Takes settings over from a link, and trains by itself where the link asks for that. */
export class LinkController {
  readonly #services: Services;
  readonly #train: () => void;
  readonly #end: () => void;
  /** Training is to begin by itself, with these settings and no others. */
  #pending: State | null = null;
  /** Called when it has begun, or is not to begin any more. */
  onSettled: () => void = () => undefined;

  /** @param train begins training */
  constructor(services: Services, train: () => void) {
    this.#services = services;
    this.#train = train;
    this.#end = services.store.subscribe((state) => this.#beginWhenReady(state));
  }

  /** Whether training is still to begin by itself. */
  get pending(): boolean {
    return this.#pending !== null;
  }

  dispose(): void {
    this.#end();
  }

  /** Before there is a network. */
  open(opened: OpenedLink): void {
    const { store } = this.#services;
    const { network, training, data, math, threshold } = opened.settings;
    store.update({
      network,
      training,
      threshold,
      choice: data,
      engine: { ...store.state.engine, math },
      lastEpoch: training.epochs,
    });
    this.settle(opened);
  }

  /** Once its settings are those of the page: says what is wrong with it, and what it will do. */
  settle({ train, wants, problems }: OpenedLink): void {
    const { store } = this.#services;
    if (problems.length > 0) {
      const told = problems.slice(0, TOLD).map(({ field, text }) => LINK.field(field, text));
      const notice = LINK.notice(told, problems.length - told.length);
      const text = [notice, ...(wants ? [LINK.notTrained] : [])].join(' ');
      store.update({ notice: { kind: 'error', text } });
    }
    if (!train) return;
    this.#pending = store.state;
    store.update({ notice: { kind: 'info', text: LINK.willTrain } });
  }

  /** Once all images are here, unless the person has begun or changed something meanwhile. */
  #beginWhenReady(state: State): void {
    const asked = this.#pending;
    if (!asked) return;
    if (asked.choice === 'mnist' && state.hasMnist === false) {
      this.#forget();
      this.#services.store.update({ notice: { kind: 'error', text: LINK.noMnist } });
      return;
    }
    const begun = state.run !== 'idle' || state.step !== null || state.epochs.length > 0;
    const now = writable(state);
    const changed = writable(asked).some((value, i) => value !== now[i]);
    if (begun || changed) this.#forget();
    else if (state.data.kind === 'ready') {
      this.#forget();
      if (Object.keys(state.problems).length === 0) this.#train();
    }
  }

  /** A reload need not train again. */
  #forget(): void {
    this.#pending = null;
    this.onSettled();
  }
}

/** What a link holds of the state. */
export function writable({ network, training, choice, engine, threshold }: State): unknown[] {
  return [network, training, choice, engine.math, threshold];
}
