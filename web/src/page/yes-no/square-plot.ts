// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import { base } from '../ui/styles.ts';

/** x and y, 0 ... 1. */
export type Place = readonly [x: number, y: number];

/** Closer points than this, as a share of the side, are drawn as one. */
const NEAR = 0.004;

/** One curve over 0 ... 1 by 0 ... 1, with a marked point. */
export class SquarePlot extends LitElement {
  static override get properties() {
    return {
      label: {},
      summary: {},
      note: {},
      xLabel: { attribute: false },
      yLabel: { attribute: false },
      curve: { attribute: false },
      mark: { attribute: false },
      diagonal: { type: Boolean },
    };
  }

  declare label: string;
  /** The curve in one number. */
  declare summary: string;
  /** The marked point in words. */
  declare note: string;
  declare xLabel: string;
  declare yLabel: string;
  declare curve: readonly Place[];
  declare mark: Place | null;
  /** What guessing would give. */
  declare diagonal: boolean;

  static override styles = [
    base,
    css`
      h3 + p {
        margin-bottom: 0.4rem;
      }

      svg {
        display: block;
        width: 100%;
        overflow: visible;
        font-size: 4.4px;
      }

      .sheet {
        fill: var(--sheet);
      }

      .grid {
        stroke: var(--squares);
        stroke-width: 0.35;
      }

      .frame {
        fill: none;
        stroke: var(--line);
        stroke-width: 0.5;
      }

      .guess {
        stroke: var(--muted);
        stroke-width: 0.4;
        stroke-dasharray: 1.5 1.5;
      }

      .curve {
        fill: none;
        stroke: var(--accent);
        stroke-width: 0.9;
        stroke-linejoin: round;
      }

      .mark {
        fill: var(--sheet);
        stroke: var(--ink);
        stroke-width: 0.9;
      }

      .drop {
        fill: none;
        stroke: var(--ink);
        stroke-width: 0.3;
        stroke-dasharray: 1 1;
      }

      text {
        fill: var(--muted);
      }
    `,
  ];

  #path = '';

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('curve')) this.#path = path(this.curve);
  }

  override render() {
    return html`
      <h3>${this.label}</h3>
      <p class="quiet">${this.summary}</p>
      <svg
        viewBox="-15 -3 118 118"
        role="img"
        aria-label="${this.label}: ${this.summary}; ${this.note}"
      >
        <rect class="sheet" width="100" height="100" />
        ${[10, 20, 30, 40, 50, 60, 70, 80, 90].map(
          (at) => svg`<path class="grid" d="M${at} 0V100M0 ${at}H100" />`,
        )}
        <rect class="frame" width="100" height="100" />
        ${this.diagonal ? svg`<path class="guess" d="M0 100L100 0" />` : nothing}
        <path class="curve" d=${this.#path} />
        ${this.mark ? mark(this.mark) : nothing}
        ${[0, 0.5, 1].map(
          (at) => svg`
            <text x=${100 * at} y="106" text-anchor=${at === 1 ? 'end' : 'middle'}>${at}</text>
            <text x="-2" y=${101.6 - 100 * at} text-anchor="end">${at}</text>
          `,
        )}
        <text x="50" y="112.5" text-anchor="middle">${this.xLabel}</text>
        <text transform="translate(-10.5 50) rotate(-90)" text-anchor="middle">${this.yLabel}</text>
      </svg>
      <p class="quiet">${this.note}</p>
    `;
  }
}

function mark([x, y]: Place) {
  const [left, top] = [100 * x, 100 - 100 * y];
  return svg`
    <path class="drop" d="M${left} 100V${top}H0" />
    <circle class="mark" cx=${left} cy=${top} r="2" />
  `;
}

/** Only the points that can be told apart. */
function path(curve: readonly Place[]): string {
  let last: Place | undefined;
  const kept = curve.filter((place, i) => {
    const far = !last || Math.abs(place[0] - last[0]) > NEAR || Math.abs(place[1] - last[1]) > NEAR;
    if (far || i === curve.length - 1) last = place;
    return last === place;
  });
  const points = kept.map(([x, y]) => `${(100 * x).toFixed(2)} ${(100 - 100 * y).toFixed(2)}`);
  return points.length > 0 ? `M${points.join('L')}` : '';
}

customElements.define('mlp-square-plot', SquarePlot);
