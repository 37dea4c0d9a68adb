// SPDX-License-Identifier: MIT
import type { Services } from '../model/services.ts';
import type { State } from '../model/state.ts';
import { LINK } from '../model/link/texts.ts';
import { decodeLink, encodeLink, type OpenedLink } from '../model/link/link.ts';

/** Browsers count the changes of an address; Safari allows 100 in 30 s. In milliseconds. */
const PAUSE_MS = 400;

/** So many problems of a link are told; the rest is counted. */
const TOLD = 3;

/** Keeps the page's address to its settings, and its settings to the address it is opened by. */
export class AddressController {
  readonly #services: Services;
  readonly #train: () => void;
  /** Training is to begin by itself, with these settings and no others. */
  #pending: State | null = null;
  #written: unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endings: (() => void)[] = [];

  /** @param train begins training */
  constructor(services: Services, train: () => void) {
    this.#services = services;
    this.#train = train;
  }

  /** Takes the settings over from the address, and from then on the other way round. */
  start(): void {
    const { store } = this.#services;
    const opened = decodeLink(location.search);
    if (opened) this.#open(opened);
    // Back of the browser brings an older address of the same page, with settings of before.
    const returned = (): void => this.#write();
    addEventListener('popstate', returned);
    this.#endings = [
      store.subscribe((state) => this.#follow(state)),
      () => removeEventListener('popstate', returned),
      () => clearTimeout(this.#timer),
    ];
    this.#write();
  }

  dispose(): void {
    for (const end of this.#endings) end();
  }

  /** The address of the settings as they are, in the view that is shown. */
  readonly link = (train: boolean): string => {
    const url = new URL(location.href);
    url.search = this.#query(train);
    return url.href;
  };

  #open({ settings, train, problems }: OpenedLink): void {
    const { store } = this.#services;
    const { network, training, data, math, threshold } = settings;
    const told = problems.slice(0, TOLD).map(({ field, text }) => LINK.field(field, text));
    const wants = new URLSearchParams(location.search).has('train');
    const text = [
      LINK.notice(told, problems.length - told.length),
      ...(wants ? [LINK.notTrained] : []),
    ].join(' ');
    store.update({
      network,
      training,
      threshold,
      choice: data,
      engine: { ...store.state.engine, math },
      lastEpoch: training.epochs,
      ...(problems.length > 0 ? { notice: { kind: 'error', text } } : {}),
    });
    if (!train) return;
    this.#pending = store.state;
    store.update({ notice: { kind: 'info', text: LINK.willTrain } });
  }

  #follow(state: State): void {
    this.#beginWhenReady(state);
    const settings = writable(state);
    if (settings.every((value, i) => value === this.#written[i])) return;
    this.#timer ??= setTimeout(() => this.#write(), PAUSE_MS);
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
    const changed = writable(asked).some((value, i) => value !== writable(state)[i]);
    if (begun || changed) this.#forget();
    else if (state.data.kind === 'ready') {
      this.#forget();
      if (Object.keys(state.problems).length === 0) this.#train();
    }
  }

  /** A reload need not train again. */
  #forget(): void {
    this.#pending = null;
    this.#timer ??= setTimeout(() => this.#write(), PAUSE_MS);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { state } = this.#services.store;
    // The address keeps to the last settings that can be computed.
    if (Object.keys(state.problems).length > 0) return;
    this.#written = writable(state);
    const address = this.link(this.#pending !== null);
    if (address === location.href) return;
    try {
      history.replaceState(history.state, '', address);
    } catch {
      // Too many changes in too short a time, or a sandbox: the next change tries again.
      this.#written = [];
    }
  }

  #query(train: boolean): string {
    const { network, training, choice, engine, threshold } = this.#services.store.state;
    return encodeLink({ network, training, data: choice, math: engine.math, threshold }, train);
  }
}

/** What the address holds of the state. */
function writable({ network, training, choice, engine, threshold }: State): unknown[] {
  return [network, training, choice, engine.math, threshold];
}
