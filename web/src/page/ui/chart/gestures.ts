// SPDX-License-Identifier: MIT
// Mouse and pen choose a part of the x axis by dragging; fingers move the cursor, and two zoom.
import type uPlot from 'uplot';
import type { Window } from './zoom.ts';

export interface GestureTarget {
  readonly plot: uPlot | null;
  /** Puts the cursor there, in pixels from the plot's left edge. */
  point(left: number): void;
  zoomTo(window: Window): void;
  whole(): void;
  /** The mouse or the pen has left the chart. A finger that is lifted has not: what it showed stays. */
  away(): void;
}

/** A shorter drag is a click. */
const LEAST_DRAG = 8;

export class Gestures {
  readonly #target: GestureTarget;
  readonly #fingers = new Map<number, number>();
  /** The x values under two fingers when they came down. */
  #pinched: Window | null = null;
  /** Where a mouse or a pen came down. */
  #start: number | null = null;

  constructor(box: HTMLElement, target: GestureTarget) {
    this.#target = target;
    box.addEventListener('pointerdown', this.#down);
    box.addEventListener('pointermove', this.#move);
    box.addEventListener('pointerup', this.#up);
    box.addEventListener('pointercancel', this.#up);
    box.addEventListener('dblclick', () => target.whole());
    box.addEventListener('pointerleave', ({ pointerType }) => {
      if (pointerType !== 'touch') target.away();
    });
  }

  #down = (event: PointerEvent): void => {
    const left = this.#left(event);
    if (left === null) return;
    if (event.pointerType === 'touch') {
      this.#fingers.set(event.pointerId, left);
      this.#pinched = this.#values();
      this.#target.point(left);
    } else if (event.button === 0) {
      (event.currentTarget as Element).setPointerCapture(event.pointerId);
      this.#start = left;
    }
  };

  #move = (event: PointerEvent): void => {
    const left = this.#left(event);
    if (left === null) return;
    if (this.#start !== null) {
      this.#select(this.#start, left);
      this.#target.point(left);
    } else if (this.#fingers.has(event.pointerId)) {
      this.#fingers.set(event.pointerId, left);
      if (this.#pinched) this.#pinch(this.#pinched);
      else this.#target.point(left);
    }
  };

  #up = (event: PointerEvent): void => {
    const left = this.#left(event);
    this.#fingers.delete(event.pointerId);
    this.#pinched = null;
    const start = this.#start;
    const { plot } = this.#target;
    if (start === null || left === null || !plot) return;
    this.#start = null;
    this.#select(0, 0);
    if (event.type === 'pointercancel' || Math.abs(left - start) < LEAST_DRAG) return;
    const [from, to] = [Math.min(start, left), Math.max(start, left)];
    this.#target.zoomTo([plot.posToVal(from, 'x'), plot.posToVal(to, 'x')]);
  };

  /** Pixels from the plot's left edge, within the plot; null while there is none. */
  #left(event: PointerEvent): number | null {
    const box = this.#target.plot?.over.getBoundingClientRect();
    return box ? Math.min(Math.max(0, event.clientX - box.left), box.width) : null;
  }

  #values(): Window | null {
    const { plot } = this.#target;
    const [one, other] = [...this.#fingers.values()];
    if (!plot || one === undefined || other === undefined) return null;
    return [plot.posToVal(one, 'x'), plot.posToVal(other, 'x')];
  }

  /** Shows the part in which the values stay under their fingers. */
  #pinch([value, otherValue]: Window): void {
    const { plot } = this.#target;
    const [one = 0, other = 0] = [...this.#fingers.values()];
    // Fingers that cross would turn the axis round.
    if (!plot || Math.abs(other - one) < 20) return;
    const scale = (otherValue - value) / (other - one);
    if (!(scale > 0)) return;
    const from = value - one * scale;
    this.#target.zoomTo([from, from + plot.over.clientWidth * scale]);
  }

  #select(from: number, to: number): void {
    const { plot } = this.#target;
    const height = from === to ? 0 : (plot?.over.clientHeight ?? 0);
    const [left, width] = [Math.min(from, to), Math.abs(to - from)];
    plot?.setSelect({ left, width, top: 0, height }, false);
  }
}
