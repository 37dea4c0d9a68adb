// SPDX-License-Identifier: MIT
import { messageOf } from '../../../lib/errors.ts';
import { html, nothing } from 'lit';
import type uPlot from 'uplot';
import { X_AXIS } from './axis.ts';
import { LINES, READOUT, SMOOTHINGS, TOOLS } from './texts.ts';
import { MOST_OVERLAYS } from '../../model/overlays.ts';
import type { ChartHost, ChartTools, Plotted } from './chart-tools.ts';
import './chart-readout.ts';
import type { ToolAction } from './chart-toolbar.ts';
import './chart-toolbar.ts';
import { Cursor } from './cursor.ts';
import { drawExtras } from './draw-extras.ts';
import { Gestures } from './gestures.ts';
import { type ChartKey, chartKey } from './keys.ts';
import { legend } from './legend.ts';
import { KeptView } from './chart-view.ts';
import { picture, type Picture } from './picture.ts';
import { plotted, RAW_ALPHA, RAW_WIDTH } from './plotted.ts';
import { xText } from './points.ts';
import { closeRange, logRange } from './ranges.ts';
import { logTicks } from './ticks.ts';
import { type Window, Zoom } from './zoom.ts';

/** uPlot's number for it. */
const LOGARITHMIC = 3;

/** Of its ticks, in pixels of a chart with its axes. */
const LEAST_APART = 32;

/** uPlot's own leaves a low chart with one number. */
const logAxis: uPlot.Axis = {
  splits: (plot, _axis, low, high) => logTicks(low, high, LEAST_APART / plot.height),
  filter: (_plot, splits) => splits,
};

/** What a chart can do besides drawing its lines; loaded by the chart. */
export class Tools implements ChartTools {
  readonly #host: ChartHost;
  readonly #view: KeptView;
  readonly #zoom = new Zoom();
  readonly #cursor: Cursor;
  #problem = '';

  /** @param pointed where somebody points already, from the left edge of the page */
  constructor(host: ChartHost, pointed: number | null) {
    this.#host = host;
    this.#view = new KeptView(host);
    this.#cursor = new Cursor(host, () => this.picture, pointed);
    const { box } = host;
    new Gestures(box, {
      get plot() {
        return host.plot;
      },
      point: (left) => host.plot?.setCursor({ left, top: 0 }),
      zoomTo: (window) => this.#show(window),
      whole: () => this.#whole(),
      away: () => this.#cursor.pointAway(),
    });
    box.addEventListener('keydown', (event) => {
      const key = chartKey(event);
      if (!key) return;
      event.preventDefault();
      this.#key(key);
    });
    box.addEventListener('focusout', () => this.#cursor.leave());
  }

  get picture(): Picture {
    return picture(this.#host, this.#view.now);
  }

  get #log(): boolean {
    return this.#view.now.log && this.#host.yRange === 'cost';
  }

  /** Where the whole x axis ends. */
  get #end(): number {
    const overlays = this.#host.overlays.slice(0, MOST_OVERLAYS);
    return Math.max(1, this.#host.xMax, ...overlays.map(({ epochs }) => epochs.at(-1)?.epoch ?? 0));
  }

  plotted(): Plotted {
    return plotted(this.picture, this.#log);
  }

  adapt(options: uPlot.Options): void {
    const { x, y } = options.scales ?? {};
    const { series, axes } = options;
    if (!x || !y) return;
    x.range = () => [...this.#zoom.window(this.#end)];
    const range = y.range as uPlot.Range.Function;
    if (this.#log) {
      Object.assign(y, { distr: LOGARITHMIC });
      y.range = (_plot, low, high) => logRange(low, high);
      if (axes?.[1]) Object.assign(axes[1], logAxis);
    } else {
      y.range = (plot, low, high, key) =>
        this.#zoom.zoomed && this.#host.yRange === 'cost'
          ? closeRange(low, high)
          : range(plot, low, high, key);
    }
    const format = (value: number | null) => (value === null ? '' : this.#host.format(value));
    if (axes?.[1]) axes[1].values = (_plot, values) => values.map(format);
    for (const one of series) if (one.width === RAW_WIDTH) one.alpha = RAW_ALPHA;
    this.#cursor.adapt(options);
    options.hooks = {
      ...options.hooks,
      draw: [
        (plot) => {
          const { marks } = this.#host;
          drawExtras(plot, {
            picture: this.picture,
            marks,
            colour: (token) => this.#host.colour(token),
          });
          this.#cursor.place();
        },
      ],
    };
  }

  head() {
    const { label, yRange, overlays, hideTitle } = this.#host;
    const left = overlays.length - MOST_OVERLAYS;
    return html`
      <div
        class=${overlays.length > 0 ? 'lines many' : 'lines'}
        role="group"
        aria-label=${LINES.group}
      >
        ${legend(this.picture, this.#view.now.off, hideTitle, (key) => this.#toggle(key))}
        ${left > 0 ? html`<span class="quiet">${LINES.left(left)}</span>` : nothing}
      </div>
      <mlp-chart-toolbar
        chart=${label}
        .log=${yRange === 'cost' ? this.#log : null}
        smoothing=${this.#view.now.smoothing}
        ?zoomed=${this.#zoom.zoomed}
        @chart-tool=${(event: CustomEvent<ToolAction>) => this.#act(event.detail)}
      ></mlp-chart-toolbar>
    `;
  }

  body() {
    const { marks, xLabel } = this.#host;
    const axis = xLabel || X_AXIS;
    return html`
      ${this.#cursor.elements()}
      ${
        marks.length > 0
          ? html`<ol class="hidden-visually" aria-label=${READOUT.changes}>
              ${marks.map(({ x, text }) => html`<li>${READOUT.change(axis, xText(x), text)}</li>`)}
            </ol>`
          : nothing
      }
      ${this.#problem ? html`<p class="problem" role="alert">${this.#problem}</p>` : nothing}
    `;
  }

  #act(action: ToolAction): void {
    const { log, smoothing } = this.#view.now;
    switch (action) {
      case 'log':
        this.#view.change({ log: !log });
        break;
      case 'smooth': {
        const next = (SMOOTHINGS.indexOf(smoothing) + 1) % SMOOTHINGS.length;
        this.#view.change({ smoothing: SMOOTHINGS[next] ?? 'off' });
        break;
      }
      case 'in':
      case 'out':
      case 'whole':
        this.#key(action);
        return;
      default:
        void this.#save(action);
        return;
    }
    this.#changed();
  }

  #key(key: ChartKey): void {
    switch (key) {
      case 'in':
      case 'out':
        this.#zoom.step(key, this.#cursor.x, this.#end);
        this.#changed();
        this.#cursor.say(this.#zoomText());
        break;
      case 'whole':
        this.#whole();
        this.#cursor.say(this.#zoomText());
        break;
      default: {
        const x = this.#cursor.move(key);
        if (x === null) return;
        this.#zoom.reveal(x, this.#end);
        this.#changed();
      }
    }
  }

  #zoomText(): string {
    const [from, to] = this.#zoom.window(this.#end).map(xText);
    return READOUT.zoomed(this.#host.xLabel || X_AXIS, from ?? '', to ?? '');
  }

  #show(window: Window): void {
    this.#zoom.show(window, this.#end);
    this.#changed();
  }

  #whole(): void {
    this.#zoom.reset();
    this.#changed();
  }

  #toggle(key: string): void {
    const off = new Set(this.#view.now.off);
    if (!off.delete(key)) off.add(key);
    this.#view.change({ off });
    this.#changed();
  }

  #changed(): void {
    this.#host.redraw();
    this.#host.requestUpdate();
  }

  async #save(format: 'png' | 'svg' | 'csv'): Promise<void> {
    try {
      this.#problem = '';
      const { save } = await import('./save/save.ts');
      await save(format, {
        host: this.#host,
        picture: this.picture,
        window: this.#zoom.window(this.#end),
        zoomed: this.#zoom.zoomed,
        log: this.#log,
      });
    } catch (error) {
      this.#problem = TOOLS.saveFailed(messageOf(error));
    }
    this.#host.requestUpdate();
  }
}
