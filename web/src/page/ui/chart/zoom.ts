// SPDX-License-Identifier: MIT
export type Window = readonly [from: number, to: number];

/** Nearer than this many epochs nothing more is to be seen. */
const NEAREST = 1;
const STEP = 1.6;

/** The part of the x axis that is shown; null is all of it, also when more comes. */
export class Zoom {
  #window: Window | null = null;

  get zoomed(): boolean {
    return this.#window !== null;
  }

  /** @param end where the whole axis ends */
  window(end: number): Window {
    return this.#window ?? [0, end];
  }

  reset(): void {
    this.#window = null;
  }

  /** Keeps within the axis; what is as wide as the axis is no zoom. */
  show([from, to]: Window, end: number): void {
    const width = Math.max(Math.min(NEAREST, end), Math.min(end, to - from));
    const left = Math.min(Math.max(0, (from + to - width) / 2), end - width);
    this.#window = width > 0.999 * end ? null : [left, left + width];
  }

  /** Makes the window narrower, or wider, and keeps `centre` at its place. */
  step(direction: 'in' | 'out', centre: number | null, end: number): void {
    const [from, to] = this.window(end);
    const factor = direction === 'in' ? 1 / STEP : STEP;
    const width = Math.max(NEAREST, (to - from) * factor);
    const at = centre !== null && centre >= from && centre <= to ? centre : (from + to) / 2;
    const left = at - ((at - from) / (to - from)) * width;
    this.show([left, left + width], end);
  }

  /** Moves the window so far that x is in it. */
  reveal(x: number, end: number): void {
    const [from, to] = this.window(end);
    if (x < from) this.show([x, x + to - from], end);
    else if (x > to) this.show([x - to + from, x], end);
  }
}
