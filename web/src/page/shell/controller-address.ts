// SPDX-License-Identifier: MIT
import type { Services } from '../model/services.ts';
import type { State } from '../model/state.ts';
import { decodeLink, encodeLink } from '../model/link/link.ts';
import { type LinkController, writable } from './controller-link.ts';

/** Browsers count the changes of an address; Safari allows 100 in 30 s. In milliseconds. */
const PAUSE_MS = 400;

/** Keeps the page's address to its settings, and its settings to the address it is opened by. */
export class AddressController {
  readonly #services: Services;
  readonly #link: LinkController;
  #written: unknown[] = [];
  #timer: ReturnType<typeof setTimeout> | undefined;
  #endings: (() => void)[] = [];

  constructor(services: Services, link: LinkController) {
    this.#services = services;
    this.#link = link;
  }

  /**
   * Takes the settings over from the address, and from then on the other way round.
   * @param reopened the page is what it was when it was left, and so is its address
   * @returns whether the address holds any
   */
  start(reopened = false): boolean {
    const { store } = this.#services;
    const opened = reopened ? null : decodeLink(location.search);
    if (opened) this.#link.open(opened);
    this.#link.onSettled = () => this.#soon();
    // Back of the browser brings an older address of the same page, with settings of before.
    const returned = (): void => this.#write();
    addEventListener('popstate', returned);
    this.#endings = [
      store.subscribe((state) => this.#follow(state)),
      () => removeEventListener('popstate', returned),
      () => clearTimeout(this.#timer),
    ];
    this.#write();
    return opened !== null;
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

  #follow(state: State): void {
    const settings = writable(state);
    if (settings.some((value, i) => value !== this.#written[i])) this.#soon();
  }

  #soon(): void {
    this.#timer ??= setTimeout(() => this.#write(), PAUSE_MS);
  }

  #write(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const { state } = this.#services.store;
    // The address keeps to the last settings that can be computed.
    if (Object.keys(state.problems).length > 0) return;
    this.#written = writable(state);
    const address = this.link(this.#link.pending);
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
