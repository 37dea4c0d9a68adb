// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg } from 'lit';
import type { Histogram } from '../../../lib/insight.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { styled } from '../../ui/styled.ts';
import { base } from '../../ui/styles.ts';
import { HISTOGRAMS } from './texts.ts';

export interface EpochHistogram {
  readonly epoch: number;
  readonly histogram: Histogram;
}

/** Rows that are drawn at most, and the share of them that carry their number. */
const MOST_ROWS = 24;
const NUMBERED = 8;

const WIDTH = 240;
/** From row to row, and of a row's highest point. */
const STEP = 9;
const PEAK = 24;

/** Histograms of one layer over the epochs, row below row on one axis. */
export class HistogramRows extends LitElement {
  static override get properties() {
    return { rows: { attribute: false }, name: {} };
  }

  declare rows: readonly EpochHistogram[];
  declare name: string;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.25rem;
        align-content: start;
      }

      .plot {
        display: grid;
        grid-template-columns: 2.25rem minmax(0, 1fr);
        gap: 0.25rem;
      }

      svg {
        display: block;
        width: 100%;
      }

      path {
        fill: var(--paper);
        stroke: var(--muted);
        stroke-width: 1px;
        vector-effect: non-scaling-stroke;
      }

      path.latest {
        stroke: var(--accent);
        stroke-width: 2px;
      }

      .epochs {
        position: relative;
        color: var(--muted);
        font-size: 0.75rem;
      }

      .epochs span {
        position: absolute;
        inset-inline-end: 0;
        transform: translateY(-85%);
      }

      .axis {
        display: flex;
        grid-column: 2;
        justify-content: space-between;
        font-size: 0.8125rem;
      }
    `,
  ];

  override render() {
    const shown = spreadOver(this.rows, MOST_ROWS);
    if (shown.length === 0) return html`<p class="quiet">${HISTOGRAMS.noHistory}</p>`;
    const from = Math.min(...shown.map(({ histogram }) => histogram.from));
    const to = Math.max(...shown.map(({ histogram }) => histogram.to));
    const height = PEAK + (shown.length - 1) * STEP + 2;
    const every = Math.ceil(shown.length / NUMBERED);
    const last = shown.length - 1;
    return html`
      <div class="plot">
        <div class="epochs" aria-hidden="true">
          ${shown.map(({ epoch }, i) =>
            (last - i) % every === 0
              ? html`<span .style=${styled(`top: ${PEAK + i * STEP}px`)}>${epoch}</span>`
              : nothing,
          )}
        </div>
        <svg
          role="img"
          aria-label=${HISTOGRAMS.overTime(this.name, shown.length)}
          viewBox="0 0 ${WIDTH} ${height}"
          preserveAspectRatio="none"
          .style=${styled(`height: ${height}px`)}
        >
          ${shown.map(
            ({ histogram }, i) =>
              svg`<path
                class=${i === last ? 'latest' : ''}
                d=${outline(histogram, { from, to }, PEAK + i * STEP)}
              ></path>`,
          )}
        </svg>
        <p class="axis" aria-hidden="true"><span>${short(from)}</span><span>${short(to)}</span></p>
      </div>
      ${
        shown.length < this.rows.length
          ? html`<p class="quiet">${HISTOGRAMS.thinned(shown.length, this.rows.length)}</p>`
          : nothing
      }
    `;
  }
}

/** At most so many, evenly spread, the first and the last among them. */
function spreadOver<T>(all: readonly T[], most: number): readonly T[] {
  if (all.length <= most) return all;
  const places = Array.from({ length: most }, (_, i) =>
    Math.round((i * (all.length - 1)) / (most - 1)),
  );
  return all.filter((_, i) => places.includes(i));
}

/** The counts as a line from bin to bin, closed along its foot. */
function outline(
  { from, to, counts }: Histogram,
  axis: { from: number; to: number },
  foot: number,
): string {
  const x = (value: number) => ((value - axis.from) / (axis.to - axis.from || 1)) * WIDTH;
  const most = Math.max(1, ...counts);
  const points = Array.from(counts, (numbers, bin) => {
    const middle = from + ((to - from) * (bin + 0.5)) / counts.length;
    return `L${x(middle).toFixed(1)} ${(foot - (numbers / most) * (PEAK - 2)).toFixed(1)}`;
  });
  return `M${x(from).toFixed(1)} ${foot}${points.join('')}L${x(to).toFixed(1)} ${foot}z`;
}

customElements.define('mlp-histogram-rows', HistogramRows);
