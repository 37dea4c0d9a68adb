// SPDX-License-Identifier: MIT
import type { Reading } from '../../lib/results.ts';

/** The drawing's pixels, the same object for as long as they are the same, however often it is read. */
export class Drawing {
  #image: Uint8Array | null = null;

  of(reading: Reading | null): Uint8Array | null {
    const image = reading?.image ?? null;
    const same = image !== null && this.#image?.every((ink, i) => ink === image[i]);
    if (!same) this.#image = image;
    return this.#image;
  }
}
