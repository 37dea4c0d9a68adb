// SPDX-License-Identifier: MIT

/**
 * State that is shown, and that somebody follows: that of the page, and of each view that has a
 * controller. It is replaced, never changed in place, so that what is the same object is the same.
 */
export class Store<S extends object> {
  #state: S;
  readonly #listeners = new Set<(state: S) => void>();

  constructor(initial: S) {
    this.#state = initial;
  }

  get state(): S {
    return this.#state;
  }

  /** Tells all who follow, in the order in which they came. */
  update(change: Partial<S>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener(this.#state);
  }

  /** Returns the function that ends the subscription. */
  subscribe(listener: (state: S) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
