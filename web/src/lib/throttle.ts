// SPDX-License-Identifier: MIT

/** Calls a function at once, but at most once in some time; the last call is made up for then. */
export class Throttle {
  readonly #work: () => void;
  readonly #ms: number;
  #doneAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ms: number, work: () => void) {
    this.#ms = ms;
    this.#work = work;
  }

  call(): void {
    if (this.#timer !== undefined) return;
    const left = this.#doneAt + this.#ms - performance.now();
    if (left <= 0) this.#do();
    else this.#timer = setTimeout(() => this.#do(), left);
  }

  /** Nothing is made up for any more. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #do(): void {
    this.#timer = undefined;
    this.#doneAt = performance.now();
    this.#work();
  }
}
