// SPDX-License-Identifier: MIT
// How long a slice of work may be: it is what a request may have to wait for.

/** Otherwise, in milliseconds: what little time passes between slices then hardly counts. */
export const SLICE_MS = 8;

/** While someone draws: an answer within a millisecond is to be the rule. */
export const QUICK_MS = 0.5;

/** For so long after a request the next one is to be expected, in milliseconds. */
const QUICK_FOR = 500;

/** The present length of slices. */
export class Tempo {
  #quickUntil = -Infinity;

  /** Someone waits for quick answers, and goes on to for a while. */
  hurry(): void {
    this.#quickUntil = performance.now() + QUICK_FOR;
  }

  get sliceMs(): number {
    return performance.now() < this.#quickUntil ? QUICK_MS : SLICE_MS;
  }
}

/** Finds the number of examples that takes a slice, from how long the last ones took. */
export class SliceSize {
  readonly #tempo: Pick<Tempo, 'sliceMs'>;
  /** Examples that are done in a millisecond. */
  #speed = Infinity;
  // Few enough for the first slice of a slow machine.
  #most = 64;

  constructor(tempo: Pick<Tempo, 'sliceMs'>) {
    this.#tempo = tempo;
  }

  get examples(): number {
    return Math.max(1, Math.round(Math.min(this.#speed * this.#tempo.sliceMs, this.#most)));
  }

  /** @param examples done in the last slice; @param ms that it took */
  measured(examples: number, ms: number): void {
    if (examples <= 0) return;
    this.#speed = examples / Math.max(ms, 0.001);
    // Up slowly, since one quick slice proves little; down at once, since a request may wait.
    this.#most = 2 * examples;
  }
}
