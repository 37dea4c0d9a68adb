// SPDX-License-Identifier: MIT
import { css, html, LitElement, svg } from 'lit';
import type { Histogram } from '../../../lib/insight.ts';
import { count } from '../../model/format.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { base, squared } from '../../ui/styles.ts';
import { HISTOGRAMS } from './texts.ts';
import { tableStyles } from '../table-styles.ts';

const WIDTH = 240;
const HEIGHT = 96;

/** How many numbers lie where, as bars; with the same in a table. */
export class HistogramBars extends LitElement {
  static override get properties() {
    return { histogram: { attribute: false }, name: {}, columns: { attribute: false } };
  }

  declare histogram: Histogram;
  declare name: string;
  /** The heads of the table. */
  declare columns: readonly string[];

  static override styles = [
    base,
    squared,
    tableStyles,
    css`
      :host {
        display: grid;
        gap: 0.25rem;
        align-content: start;
      }

      svg {
        display: block;
        width: 100%;
        height: 6rem;
        border: solid var(--line);
        border-width: 0 0 1px;
      }

      path {
        fill: var(--bar);
      }

      line {
        stroke: var(--muted);
        stroke-dasharray: 3 3;
        vector-effect: non-scaling-stroke;
      }

      .axis {
        display: flex;
        gap: 0.5rem;
        justify-content: space-between;
        font-size: 0.8125rem;
      }
    `,
  ];

  override render() {
    const { histogram, name } = this;
    const { from, to, counts } = histogram;
    const most = Math.max(...counts);
    const total = counts.reduce((sum, one) => sum + one, 0);
    const zero = (-from / (to - from)) * WIDTH;
    const label = HISTOGRAMS.summary(name, total, short(from), short(to), most);
    return html`
      <svg
        class="squared"
        role="img"
        aria-label=${label}
        viewBox="0 0 ${WIDTH} ${HEIGHT}"
        preserveAspectRatio="none"
      >
        ${svg`<path d=${barsOf(counts, most)}></path>`}
        ${from < 0 && to > 0 ? svg`<line x1=${zero} x2=${zero} y1="0" y2=${HEIGHT}></line>` : ''}
      </svg>
      <p class="axis" aria-hidden="true">
        <span>${short(from)}</span><span class="quiet">${HISTOGRAMS.highest(most)}</span
        ><span>${short(to)}</span>
      </p>
      <details>
        <summary>${HISTOGRAMS.numbers}</summary>
        ${this.#table()}
      </details>
    `;
  }

  #table() {
    const { from, to, counts } = this.histogram;
    const edge = (bin: number) => short(from + ((to - from) * bin) / counts.length);
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${HISTOGRAMS.scrolls}>
        <table aria-label=${this.name}>
          <thead>
            <tr>
              ${this.columns.map((one) => html`<th scope="col">${one}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${Array.from(
              counts,
              (numbers, bin) =>
                html`<tr>
                  <td>${edge(bin)}</td>
                  <td>${edge(bin + 1)}</td>
                  <td>${count(numbers)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

/** Bars side by side as one path: a bar that is not empty is seen, however low it is. */
function barsOf(counts: Uint32Array, most: number): string {
  const width = WIDTH / counts.length;
  return Array.from(counts, (numbers, bin) => {
    if (numbers === 0) return '';
    const height = Math.max(0.75, (numbers / most) * (HEIGHT - 6));
    return `M${bin * width} ${HEIGHT}v${-height}h${0.9 * width}v${height}z`;
  }).join('');
}

customElements.define('mlp-histogram-bars', HistogramBars);
