// SPDX-License-Identifier: MIT
// Which images are answered otherwise by several than by one.

/** Images whose answer was wrong and is right now, and the other way round. */
export interface Turned {
  readonly right: number;
  readonly wrong: number;
}

/** Adds up the probabilities that several give to the same images. */
export class Votes {
  /** n_L numbers for each image. */
  readonly #sums: Float64Array;
  readonly #outputs: number;
  #voices = 0;

  /** @param outputs n_L: the classes, or 1 for yes and no */
  constructor(images: number, outputs: number) {
    this.#sums = new Float64Array(images * outputs);
    this.#outputs = outputs;
  }

  /** Of the images from number `first` on. */
  add(first: number, probabilities: Float32Array): void {
    const from = first * this.#outputs;
    probabilities.forEach((p, i) => {
      this.#sums[from + i] = (this.#sums[from + i] ?? 0) + p;
    });
  }

  /** One has given all of its answers. */
  voted(): void {
    this.#voices += 1;
  }

  /** The likeliest class of each image; of yes and no 1 for yes. */
  answers(): Uint8Array {
    const n = this.#outputs;
    return Uint8Array.from({ length: this.#sums.length / n }, (_, image) => {
      const sums = this.#sums.subarray(n * image, n * (image + 1));
      if (n === 1) return Number((sums[0] ?? 0) / this.#voices >= 0.5);
      return sums.indexOf(sums.reduce((most, sum) => Math.max(most, sum)));
    });
  }
}

/** @param positive the label that means yes; null where the answer is a label */
export function turned(
  before: Uint8Array,
  after: Uint8Array,
  labels: Uint8Array,
  positive: number | null,
): Turned {
  let [right, wrong] = [0, 0];
  labels.forEach((label, i) => {
    const truth = positive === null ? label : Number(label === positive);
    if (before[i] === after[i]) return;
    if (after[i] === truth) right += 1;
    if (before[i] === truth) wrong += 1;
  });
  return { right, wrong };
}
