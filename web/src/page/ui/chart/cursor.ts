// SPDX-License-Identifier: MIT
// Which point is looked at, by pointer or by keyboard, and what is shown and said of it.
import { html } from 'lit';
import type uPlot from 'uplot';
import { X_AXIS } from './axis.ts';
import { LINES, READOUT } from './texts.ts';
import type { ChartHost } from './chart-tools.ts';
import { ChartReadout, type Reading } from './chart-readout.ts';
import { type ChartKey, moved } from './keys.ts';
import type { Picture } from './picture.ts';
import { nearest, stops, xText } from './points.ts';

/** Held keys would chatter. */
const QUIET_MS = 300;

export class Cursor {
  readonly #host: ChartHost;
  readonly #picture: () => Picture;
  readonly #readout = new ChartReadout();
  readonly #said = document.createElement('p');
  /** The x of the point; kept while points come. */
  #x: number | null = null;
  /** By keyboard it stays where it is, whatever the pointer does. */
  #byKey = false;
  /** Where somebody pointed before there was a plot to read. */
  #pointed: number | null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ChartHost, picture: () => Picture, pointed: number | null) {
    this.#host = host;
    this.#picture = picture;
    this.#pointed = pointed;
    this.#said.className = 'hidden-visually';
    this.#said.setAttribute('role', 'status');
  }

  get x(): number | null {
    return this.#x;
  }

  adapt({ cursor }: uPlot.Options): void {
    const none = () => null;
    Object.assign(cursor ?? {}, {
      // Dragging is read by gestures.ts, for pens and fingers too. So is leaving: after a tap some
      // browsers have a mouse leave that never came.
      bind: { mousedown: none, mouseup: none, mouseleave: none, dblclick: none },
      move: (plot: uPlot, left: number, top: number) => [this.#snapped(plot, left), top],
    });
  }

  elements() {
    return html`${this.#readout}${this.#said}`;
  }

  /** Goes where the key leads, and says what is there. Returns the x. */
  move(key: ChartKey): number | null {
    const picture = this.#picture();
    const points = stops(picture);
    const here = this.#x === null ? null : nearest(this.#x, picture, points);
    const to = moved(key, here, points);
    if (to === null) {
      this.say(READOUT.nothing);
      return null;
    }
    this.#x = picture.xs[to] ?? null;
    this.#byKey = true;
    this.say(inWords(this.#reading(picture, to)));
    return this.#x;
  }

  /** The pointer has gone elsewhere; a place that was chosen by keyboard stays. */
  pointAway(): void {
    if (!this.#byKey) this.leave();
  }

  leave(): void {
    this.#byKey = false;
    this.#x = null;
    this.#host.plot?.setCursor({ left: -10, top: -10 });
    this.#readout.reading = null;
  }

  say(text: string): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => (this.#said.textContent = text), QUIET_MS);
  }

  /** After each drawing, for the axis may have moved under it. */
  place(): void {
    const { plot } = this.#host;
    if (!plot) return;
    if (this.#pointed !== null) {
      const { left } = plot.over.getBoundingClientRect();
      plot.setCursor({ left: Math.max(0, this.#pointed - left), top: 0 }, false);
      this.#pointed = null;
    }
    if (this.#byKey && this.#x !== null) {
      plot.setCursor({ left: plot.valToPos(this.#x, 'x'), top: 0 }, false);
    }
    this.#show();
  }

  #snapped(plot: uPlot, left: number): number {
    if (left < 0) {
      if (!this.#byKey) this.#x = null;
    } else {
      const picture = this.#picture();
      const at = nearest(plot.posToVal(left, 'x'), picture, stops(picture));
      this.#x = at === null ? null : (picture.xs[at] ?? null);
    }
    this.#show();
    return left < 0 || this.#x === null ? left : plot.valToPos(this.#x, 'x');
  }

  #show(): void {
    const { plot, box } = this.#host;
    const picture = this.#picture();
    const at = this.#x === null ? null : nearest(this.#x, picture, stops(picture));
    if (!plot || at === null) {
      this.#readout.reading = null;
      return;
    }
    const over = plot.over.getBoundingClientRect();
    const outer = box.getBoundingClientRect();
    this.#readout.reading = this.#reading(picture, at);
    this.#readout.left = over.left - outer.left + plot.valToPos(picture.xs[at] ?? 0, 'x');
    this.#readout.top = over.bottom - outer.top + 2;
  }

  #reading(picture: Picture, at: number): Reading {
    const { format, xLabel, marks } = this.#host;
    const points = stops(picture);
    return {
      at: READOUT.at(xLabel || X_AXIS, xText(picture.xs[at] ?? 0)),
      values: picture.lines.flatMap(({ name, letter, style, values, smoothed, shown }) => {
        const value = values[at];
        if (!shown || value === null || value === undefined) return [];
        const mean = smoothed?.[at];
        return [
          {
            name,
            letter,
            style,
            value: format(value),
            smoothed: mean === null || mean === undefined ? '' : format(mean),
          },
        ];
      }),
      changes: marks.filter(({ x }) => nearest(x, picture, points) === at).map(({ text }) => text),
    };
  }
}

/** epoch 3: training 0.0712, test 0.0921 */
function inWords({ at, values, changes }: Reading): string {
  const all = values.map(({ name, value, smoothed }) =>
    [READOUT.value(name, value), smoothed && LINES.smoothed(smoothed)].filter(Boolean).join(', '),
  );
  return `${at}: ${[...all, ...changes].join(', ')}`;
}
