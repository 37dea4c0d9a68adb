// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, unsafeCSS } from 'lit';
import uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { Epoch } from '../../../lib/results.ts';
import { styled } from '../styled.ts';
import { whenIdle } from '../when-idle.ts';
import { base, squared } from '../styles.ts';
import { CHART } from './texts.ts';
import type { Mark, Overlay } from '../../model/overlays.ts';
import type { ChartTools, Plotted } from './chart-tools.ts';
import { type ChartLine, chartOptions, type YRange } from './line-chart-options.ts';
import { lineChartStyles } from './line-chart-styles.ts';
import { followTheme } from '../contexts.ts';

/** Between drawings, so that a run that reports often does not keep the page from drawing digits. */
const PAUSE_MS = 100;

/**
 * Lines over epochs, drawn by uPlot ten times a second at most. Its tools (chart/tools.ts) are
 * loaded when somebody turns to the chart, or when it has something to show for them.
 */
export class LineChart extends LitElement {
  static override get properties() {
    return {
      label: {},
      xLabel: { attribute: false },
      lines: { attribute: false },
      data: { attribute: false },
      xMax: { attribute: false },
      overlays: { attribute: false },
      measure: { attribute: false },
      marks: { attribute: false },
      yRange: {},
      format: { attribute: false },
      empty: {},
      theme: { state: true },
      hideTitle: { type: Boolean, attribute: 'hide-title', reflect: true },
      tools: { state: true },
    };
  }

  declare label: string;
  declare xLabel: string;
  declare lines: readonly ChartLine[];
  /** x, then the y of each line, null where it has none. */
  declare data: uPlot.AlignedData;
  declare xMax: number;
  /** Further runs to show; of each the line that `measure` gives. */
  declare overlays: readonly Overlay[];
  declare measure: (epoch: Epoch) => number | null;
  declare marks: readonly Mark[];
  declare yRange: YRange;
  declare format: (value: number) => string;
  /** What to say while there is nothing to plot. */
  declare empty: string;
  /** Another theme, other colours. */
  declare theme: string;
  declare hideTitle: boolean;
  declare tools: ChartTools | 'none' | 'loading' | 'failed';

  plot: uPlot | null = null;
  #shape = '';
  #frame = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** When it was last drawn. */
  #drawn = 0;
  #pointed: number | null = null;
  #style: CSSStyleDeclaration | null = null;
  readonly #resizes = new ResizeObserver(() => this.#soon());

  static override styles = [unsafeCSS(uPlotStyles), base, squared, lineChartStyles];

  constructor() {
    super();
    followTheme(this);
    this.label = '';
    this.xLabel = '';
    this.lines = [];
    this.data = [[]];
    this.xMax = 1;
    this.overlays = [];
    this.measure = () => null;
    this.marks = [];
    this.yRange = 'cost';
    this.format = String;
    this.empty = '';
    this.theme = '';
    this.hideTitle = false;
    this.tools = 'none';
  }

  get box(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.box') ?? this;
  }

  override render() {
    const tools = this.#loaded;
    const nothingYet = this.data[0].length === 0 && this.overlays.length === 0;
    return html`
      <div
        class="chart"
        @pointerenter=${this.#wanted}
        @pointerleave=${this.#left}
        @pointerdown=${this.#wanted}
        @focusin=${this.#wanted}
      >
        <div class="head">
          ${this.hideTitle ? nothing : html`<h2>${this.label}</h2>`}
          ${tools ? tools.head() : html`<div class="lines">${this.lines.map((line, i) => this.#key(line, i))}</div>`}
          ${this.tools === 'failed' ? html`<p class="problem" role="status">${CHART.noTools}</p>` : nothing}
        </div>
        <div class="plot" role="figure" aria-label=${this.label}>
          <div
            class="box"
            tabindex="0"
            role="application"
            aria-label=${CHART.values(this.label)}
            aria-describedby="keys"
          ></div>
          <p id="keys" class="hidden-visually">${CHART.keys}</p>
          ${nothingYet ? html`<p class="empty"><span>${this.empty}</span></p>` : nothing}
          ${tools ? tools.body() : nothing}
        </div>
      </div>
    `;
  }

  /** The line's sample and name. */
  #key(line: ChartLine, i: number) {
    if (!line.name || this.#bare(i)) return nothing;
    const style = `stroke: var(${line.colour}); stroke-dasharray: ${line.dash.join(' ')}`;
    return html`
      <span class="key">
        <svg viewBox="0 0 20 10" aria-hidden="true">
          <path d="M0 5H20" .style=${styled(style)} /></svg
        >${line.name}
      </span>
    `;
  }

  /** A line of the moment, of which there is nothing now. */
  #bare(i: number): boolean {
    const values = this.data[i + 1] ?? [];
    return this.lines[i]?.momentary === true && !Array.prototype.some.call(values, isNumber);
  }

  override firstUpdated(): void {
    this.#style = getComputedStyle(this);
    this.#resizes.observe(this.box);
  }

  override updated(): void {
    this.#schedule();
    if (this.tools !== 'none') return;
    if (this.overlays.length > 0 || this.marks.length > 0) this.#wanted();
    else if (isNumber(this.data[1]?.[0])) whenIdle(() => this.#wanted());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#frame = 0;
  }

  colour(token: string): string {
    return this.#style?.getPropertyValue(token) ?? '';
  }

  /** Draws at once. */
  redraw(): void {
    const { box } = this;
    if (!box.clientWidth || !box.clientHeight) return;
    const size = { width: box.clientWidth, height: box.clientHeight };
    const tools = this.#loaded;
    const { lines, data, shape } = tools?.plotted() ?? this.#plain;
    if (shape !== this.#shape) {
      this.plot?.destroy();
      this.plot = null;
      this.#shape = shape;
    }
    this.#drawn = performance.now();
    this.plot ??= this.#create(lines, size);
    if (size.width !== this.plot.width || size.height !== this.plot.height) this.plot.setSize(size);
    this.plot.setData(data);
  }

  get #loaded(): ChartTools | null {
    return typeof this.tools === 'object' ? this.tools : null;
  }

  /** What is plotted without the tools. */
  get #plain(): Plotted {
    return { lines: this.lines, data: this.data, shape: '' };
  }

  #wanted = (event?: Event): void => {
    // Where somebody points while they are loaded, for they show what is there.
    if (event instanceof PointerEvent) this.#pointed = event.clientX;
    if (this.tools !== 'none') return;
    this.tools = 'loading';
    import('./tools.ts').then(
      ({ Tools }) => (this.tools = new Tools(this, this.#pointed)),
      () => (this.tools = 'failed'),
    );
  };

  #left = (event: PointerEvent): void => {
    if (event.pointerType !== 'touch') this.#pointed = null;
  };

  #schedule(): void {
    const wait = this.#drawn + PAUSE_MS - performance.now();
    if (wait <= 0) this.#soon();
    else this.#timer ??= setTimeout(() => this.#soon(), wait);
  }

  #soon(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.redraw();
    });
  }

  #create(lines: readonly ChartLine[], size: { width: number; height: number }): uPlot {
    const options = chartOptions({
      ...size,
      lines,
      xLabel: this.xLabel,
      yRange: this.yRange,
      colour: (token) => this.colour(token),
      format: (value) => this.format(value),
      xMax: () => this.xMax,
    });
    this.#loaded?.adapt(options);
    const plot = new uPlot(options, [[]], this.box);
    plot.under.classList.add('squared');
    return plot;
  }
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

customElements.define('mlp-line-chart', LineChart);
