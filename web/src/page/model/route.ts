// SPDX-License-Identifier: MIT
// Which place of the page is shown: a view, and what is shown in it.
import { Store } from './store.ts';

export interface Place {
  /** As an address has it: #look-inside/weights; '' before anything was chosen. */
  readonly hash: string;
}

/** The place of a lab within somebody else's page, whose address is none of its business. */
export class Route extends Store<Place> {
  constructor(hash = '') {
    super({ hash });
  }

  /** Shows another place, to which the one before it leads on. */
  go(hash: string): void {
    this.update({ hash });
  }

  /** Shows another place in the stead of this one. */
  replace(hash: string): void {
    this.update({ hash });
  }

  dispose(): void {
    // Nothing is listened to.
  }
}

/** The place as the page's own address says it, so that Back and a reload keep to it. */
export class AddressRoute extends Route {
  readonly #follow = (): void => {
    if (location.hash !== this.state.hash) this.update({ hash: location.hash });
  };

  constructor() {
    super(location.hash);
    addEventListener('hashchange', this.#follow);
    addEventListener('popstate', this.#follow);
  }

  override go(hash: string): void {
    location.hash = hash;
    this.#follow();
  }

  override replace(hash: string): void {
    history.replaceState(history.state, '', hash);
    this.#follow();
  }

  override dispose(): void {
    removeEventListener('hashchange', this.#follow);
    removeEventListener('popstate', this.#follow);
  }
}
