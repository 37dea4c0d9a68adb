// SPDX-License-Identifier: MIT
import { css, html, LitElement, svg } from 'lit';
import { base, squared } from '../ui/styles.ts';
import { clamp } from '../ui/heat-map/frame.ts';
import { COST_TEXTS } from './steps/texts.ts';
import { NAMES } from './texts.ts';

/** Of the drawing, in its own units. */
const WIDTH = 320;
const HEIGHT = 200;
/** The cost at the upper edge, and the probabilities that the point can reach. */
const TOP = 5;
const LEAST_P = 0.01;
const MOST_P = 0.99;

const x = (p: number): number => p * WIDTH;
const y = (loss: number): number => HEIGHT * (1 - loss / TOP);
const lossOf = (label: number, p: number): number => -Math.log(label === 1 ? p : 1 - p);

/** −log p and −log(1 − p), with a point that can be dragged. */
export class LossCurve extends LitElement {
  static override get properties() {
    return { label: { state: true }, p: { state: true } };
  }

  /** 1 or 0: yes or no is right. */
  declare label: number;
  declare p: number;

  static override styles = [
    base,
    squared,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 1rem 1.5rem;
        margin-top: 0.5rem;
      }

      .plot {
        flex: 0 1 20rem;
        min-width: 0;
      }

      svg {
        display: block;
        width: 100%;
        border: solid var(--line);
        border-width: 0 0 1px 1px;
        cursor: grab;
        touch-action: pan-y;
        overflow: visible;
      }

      path {
        fill: none;
        stroke: var(--muted);
        stroke-width: 1.5;
      }

      path.no {
        stroke-dasharray: 5 4;
      }

      path.chosen {
        stroke: var(--accent);
        stroke-width: 2.5;
      }

      line {
        stroke: var(--muted);
        stroke-dasharray: 2 3;
      }

      circle {
        fill: var(--accent);
        stroke: var(--sheet);
        stroke-width: 2;
      }

      text {
        fill: var(--ink);
        font: 400 12px var(--font);
      }

      .axis {
        display: flex;
        justify-content: space-between;
        color: var(--muted);
        font-size: 0.8125rem;
      }

      input[type='range'] {
        width: 100%;
        padding: 0;
        accent-color: var(--accent);
      }

      .side {
        display: grid;
        flex: 1 1 16rem;
        gap: 0.4rem;
        align-content: start;
      }

      output {
        font-size: 1.125rem;
      }

      button[aria-pressed='true'] {
        border-color: var(--accent);
        box-shadow: inset 0 -2px 0 var(--accent);
      }

      .cases {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.3rem 0.75rem;
        align-items: center;
        justify-items: start;
      }
    `,
  ];

  constructor() {
    super();
    this.label = 1;
    this.p = 0.9;
  }

  override render() {
    const { label, p } = this;
    const loss = lossOf(label, p);
    return html`
      <div class="plot">
        <svg
          class="squared"
          viewBox="0 0 ${WIDTH} ${HEIGHT}"
          aria-hidden="true"
          @pointerdown=${this.#grab}
          @pointermove=${this.#drag}
        >
          ${[0, 1].map((one) => this.#curve(one))}
          ${svg`
            <text x="44" y="30">${COST_TEXTS.yes}</text>
            <text x=${WIDTH - 44} y="46" text-anchor="end">${COST_TEXTS.no}</text>
            <line x1=${x(p)} y1=${HEIGHT} x2=${x(p)} y2=${y(loss)}></line>
            <line x1="0" y1=${y(loss)} x2=${x(p)} y2=${y(loss)}></line>
            <circle cx=${x(p)} cy=${y(loss)} r="8"></circle>
          `}
        </svg>
        <div class="axis" aria-hidden="true"><span>p = 0</span><span>0.5</span><span>1</span></div>
        <input
          type="range"
          aria-label=${NAMES.lossPoint}
          min=${LEAST_P}
          max=${MOST_P}
          step="0.01"
          .value=${String(p)}
          aria-valuetext=${this.#reading()}
          @input=${(event: Event) => (this.p = Number((event.target as HTMLInputElement).value))}
        />
      </div>
      <div class="side">
        <output>${this.#reading()}</output>
        <div class="cases">${COST_TEXTS.fourCases.map((one) => this.#case(one))}</div>
      </div>
    `;
  }

  #reading(): string {
    const { label, p } = this;
    return COST_TEXTS.reading(label, p.toFixed(2), lossOf(label, p).toFixed(3));
  }

  #curve(label: number) {
    const points = Array.from({ length: 200 }, (_, i) => (i + 0.5) / 200)
      .filter((p) => lossOf(label, p) <= TOP)
      .map((p) => `${x(p).toFixed(1)} ${y(lossOf(label, p)).toFixed(1)}`);
    const kind = `${label === 0 ? 'no' : ''} ${label === this.label ? 'chosen' : ''}`;
    return svg`<path class=${kind} d="M ${points.join(' L ')}"></path>`;
  }

  #case({ y: label, p, verdict }: (typeof COST_TEXTS.fourCases)[number]) {
    const shown = label === this.label && Math.abs(p - this.p) < 1e-9;
    return html`
      <button
        type="button"
        aria-pressed=${shown ? 'true' : 'false'}
        @click=${() => {
          this.label = label;
          this.p = p;
        }}
      >
        ${COST_TEXTS.caseName(label, p)}
      </button>
      <span>
        ${COST_TEXTS.worked(label, p)} = <strong>${lossOf(label, p).toFixed(3)}</strong>
        <span class="quiet">${verdict}</span>
      </span>
    `;
  }

  #grab = (event: PointerEvent): void => {
    const { px, py } = this.#place(event);
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    // The nearer of the two curves is meant.
    const [no, yes] = [0, 1].map((label) => Math.abs(y(lossOf(label, px)) - py));
    this.label = (yes ?? 0) <= (no ?? 0) ? 1 : 0;
    this.p = px;
  };

  #drag = (event: PointerEvent): void => {
    if (event.buttons === 0) return;
    this.p = this.#place(event).px;
  };

  #place(event: PointerEvent): { px: number; py: number } {
    const { left, top, width, height } = (event.currentTarget as Element).getBoundingClientRect();
    const p = clamp((event.clientX - left) / width, LEAST_P, MOST_P);
    return { px: Math.round(p * 100) / 100, py: ((event.clientY - top) / height) * HEIGHT };
  }
}

customElements.define('mlp-loss-curve', LossCurve);
