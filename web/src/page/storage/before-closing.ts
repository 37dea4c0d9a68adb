// SPDX-License-Identifier: MIT

/**
 * Has the browser ask before the page closes, as long as something is on it that cannot be kept. Only
 * then is it listened to: a page that may ask is not kept for Back and Forward.
 */
export class BeforeClosing {
  #asks = false;
  readonly #ask = (event: BeforeUnloadEvent): void => event.preventDefault();

  /** @param lost whether something would be lost now */
  set lost(lost: boolean) {
    if (lost === this.#asks) return;
    this.#asks = lost;
    if (lost) addEventListener('beforeunload', this.#ask);
    else removeEventListener('beforeunload', this.#ask);
  }
}
