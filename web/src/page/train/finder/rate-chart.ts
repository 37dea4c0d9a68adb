// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, svg } from 'lit';
import { axisCost } from '../../model/format.ts';
import { base } from '../../ui/styles.ts';
import { FINDER } from './texts.ts';

const WIDTH = 240;
const HEIGHT = 120;
/** A cost that explodes is cut off at so many times the first. */
const HEADROOM = 1.3;

/** The smoothed cost by learning rate, x logarithmic, with the suggested rate marked. */
export class RateChart extends LitElement {
  static override get properties() {
    return {
      rates: { attribute: false },
      costs: { attribute: false },
      suggested: { attribute: false },
    };
  }

  declare rates: Float64Array;
  declare costs: Float64Array;
  declare suggested: number | null;

  static override styles = [
    base,
    css`
      svg {
        display: block;
        width: 100%;
        overflow: visible;
        font-size: 10px;
      }

      .sheet {
        fill: var(--sheet);
      }

      .grid {
        stroke: var(--squares);
        stroke-width: 1;
      }

      .frame {
        fill: none;
        stroke: var(--line);
      }

      .curve {
        fill: none;
        stroke: var(--accent);
        stroke-width: 2;
        stroke-linejoin: round;
      }

      .mark {
        stroke: var(--ink);
        stroke-dasharray: 3 3;
      }

      text {
        fill: var(--muted);
      }
    `,
  ];

  override render() {
    const { rates, costs, suggested } = this;
    const [from = 1e-5, to = 10] = [rates.at(0), rates.at(-1)];
    const top = HEADROOM * (costs[0] ?? 1);
    const x = (rate: number) => (WIDTH * Math.log10(rate / from)) / Math.log10(to / from || 10);
    const y = (cost: number) => HEIGHT * (1 - Math.min(cost, top) / top);
    const points = [...rates].map((rate, i) => {
      const cost = costs[i] ?? NaN;
      return `${x(rate).toFixed(1)},${y(Number.isFinite(cost) ? cost : top).toFixed(1)}`;
    });
    return html`
      <svg viewBox="-30 -4 276 158" role="img" aria-label="${FINDER.chart}. ${this.#summary()}">
        <rect class="sheet" width=${WIDTH} height=${HEIGHT} />
        ${decades(from, to).map(
          (rate) => svg`
            <path class="grid" d="M${x(rate)} 0V${HEIGHT}" />
            <text x=${x(rate)} y=${HEIGHT + 13} text-anchor="middle">${rate}</text>
          `,
        )}
        ${[0, 0.5, 1].map(
          (share) => svg`
            <path class="grid" d="M0 ${HEIGHT * share}H${WIDTH}" />
            <text x="-4" y=${HEIGHT * share + 4} text-anchor="end">
              ${axisCost(Number((top * (1 - share)).toPrecision(2)))}
            </text>
          `,
        )}
        <rect class="frame" width=${WIDTH} height=${HEIGHT} />
        <polyline class="curve" points=${points.join(' ')} />
        ${
          suggested === null ? nothing : svg`<path class="mark" d="M${x(suggested)} 0V${HEIGHT}" />`
        }
        <text x=${WIDTH / 2} y=${HEIGHT + 28} text-anchor="middle">${FINDER.x}</text>
      </svg>
    `;
  }

  #summary(): string {
    const { rates, costs } = this;
    const lowest = Math.min(...[...costs].filter(Number.isFinite));
    const at = rates[costs.indexOf(lowest)] ?? NaN;
    return FINDER.chartSummary(rates.at(0) ?? NaN, rates.at(-1) ?? NaN, lowest, at);
  }
}

/** Every second power of ten that is within, as it is written. */
function decades(from: number, to: number): number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  const all = Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => first + i);
  return all.filter((exponent) => (exponent - last) % 2 === 0).map((n) => Number(`1e${n}`));
}

customElements.define('mlp-rate-chart', RateChart);
