// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import uPlot from 'uplot';
import uPlotStyles from 'uplot/dist/uPlot.min.css?inline';
import type { Epoch } from '../../lib/protocol.ts';
import { base, squared } from '../styles.ts';
import type { Mark, Overlay } from './chart-overlay.ts';
import { type ChartLine, chartOptions, type YRange } from './line-chart-options.ts';

/** Lines over epochs, drawn by uPlot at most once a frame. */
export class LineChart extends LitElement {
  static override properties = {
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
    theme: {},
    hideTitle: { type: Boolean, attribute: 'hide-title', reflect: true },
  };

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

  #chart: uPlot | null = null;
  #frame = 0;
  #hovered: number | null = null;
  readonly #resizes = new ResizeObserver(() => this.#schedule());

  static override styles = [
    unsafeCSS(uPlotStyles),
    base,
    squared,
    css`
      :host {
        display: flex;
        flex-direction: column;
        min-height: 0;
      }

      .head {
        display: flex;
        flex-wrap: wrap;
        gap: 0 1rem;
        align-items: baseline;
        justify-content: space-between;
      }

      .lines {
        display: flex;
        gap: 1rem;
        margin-inline-start: auto;
        font-size: 0.8125rem;
      }

      /* Beside what stands there in place of the title. */
      :host([hide-title]) .lines:has(span) {
        margin-top: -1.4rem;
      }

      .lines svg {
        width: 1.75rem;
        height: 0.6rem;
        margin-inline-end: 0.35rem;
        vertical-align: middle;
      }

      .plot {
        position: relative;
        flex: 1;
        min-height: var(--plot-height, 6.5rem);
        margin-top: 0.25rem;
        overflow: hidden;
      }

      .plot > div {
        position: absolute;
        inset: 0;
      }

      .u-under {
        border: solid var(--line);
        border-width: 0 0 1px 1px;
      }

      .plot > p {
        position: absolute;
        inset: 0 0 1.5rem 3rem;
        display: grid;
        place-items: center;
        padding: 0.5rem;
        color: var(--muted);
        text-align: center;
        pointer-events: none;
      }

      .plot > p span {
        padding: 0.1rem 0.5rem;
        background: var(--sheet);
      }
    `,
  ];

  constructor() {
    super();
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
  }

  override render() {
    const nothingYet = this.data[0].length === 0;
    return html`
      <div class="head">
        ${this.hideTitle ? nothing : html`<h2>${this.label}</h2>`}
        <div class="lines" aria-hidden="true">
          ${this.lines.map((line, i) => this.#key(line, i))}
        </div>
      </div>
      <div class="plot" role="figure" aria-label=${this.label}>
        <div></div>
        ${nothingYet ? html`<p><span>${this.empty}</span></p>` : nothing}
      </div>
    `;
  }

  /** The line's sample and name, and its value under the pointer. */
  #key(line: ChartLine, i: number) {
    const value = this.#hovered === null ? null : this.data[i + 1]?.[this.#hovered];
    if (!line.name || this.#bare(i)) return nothing;
    return html`
      <span>
        <svg viewBox="0 0 28 10">
          <line
            x1="0"
            x2="28"
            y1="5"
            y2="5"
            style="stroke: var(${line.colour}); stroke-width: 2; stroke-dasharray: ${line.dash.join(' ')}"
          /></svg
        >${line.name}${value === null || value === undefined ? nothing : html` ${this.format(value)}`}
      </span>
    `;
  }

  /** A line of the moment, of which there is nothing now. */
  #bare(i: number): boolean {
    const values = this.data[i + 1] ?? [];
    return this.lines[i]?.momentary === true && !Array.prototype.some.call(values, isNumber);
  }

  override firstUpdated(): void {
    const plot = this.renderRoot.querySelector('.plot');
    if (plot) this.#resizes.observe(plot);
  }

  override updated(): void {
    this.#schedule();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
  }

  #schedule(): void {
    this.#frame ||= requestAnimationFrame(() => {
      this.#frame = 0;
      this.#draw();
    });
  }

  #draw(): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.plot > div');
    if (!box?.clientWidth || !box.clientHeight) return;
    const size = { width: box.clientWidth, height: box.clientHeight };
    this.#chart ??= this.#create(box, size);
    if (size.width !== this.#chart.width || size.height !== this.#chart.height) {
      this.#chart.setSize(size);
    }
    this.#chart.setData(this.data);
  }

  #create(box: HTMLElement, size: { width: number; height: number }): uPlot {
    const style = getComputedStyle(this);
    const options = chartOptions({
      ...size,
      xLabel: this.xLabel,
      yRange: this.yRange,
      lines: this.lines,
      colour: (token) => style.getPropertyValue(token),
      format: (value) => this.format(value),
      xMax: () => this.xMax,
      onHover: (index) => {
        if (index === this.#hovered) return;
        this.#hovered = index;
        this.requestUpdate();
      },
    });
    const chart = new uPlot(options, this.data, box);
    chart.under.classList.add('squared');
    return chart;
  }
}

const isNumber = (value: unknown): boolean => typeof value === 'number';

customElements.define('mlp-line-chart', LineChart);
