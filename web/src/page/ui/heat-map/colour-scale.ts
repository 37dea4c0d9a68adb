// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { base } from '../styles.ts';
import { HEAT } from './texts.ts';
import { coloursOf, drawHeatMap } from './draw.ts';
import { short } from './numbers.ts';
import { followTheme } from '../contexts.ts';

/** Steps of the scale, with 0 in the middle. */
const STEPS = 21;

const ROW = {
  rows: 1,
  columns: STEPS,
  values: Float32Array.from({ length: STEPS }, (_, i) => (2 * i) / (STEPS - 1) - 1),
};
const FRAME = { row: 0, column: 0, rows: 1, columns: STEPS, rowsPerDot: 1, columnsPerDot: 1 };

/** What the colours of a heat map mean, in numbers. */
export class ColourScale extends LitElement {
  static override get properties() {
    return { most: { type: Number }, theme: { state: true } };
  }

  /** The number of full colour. */
  declare most: number;
  declare theme: string;

  static override styles = [
    base,
    css`
      :host {
        max-width: 16rem;
        font-size: 0.8125rem;
      }

      canvas {
        display: block;
        width: 100%;
        height: 0.75rem;
        border: 1px solid var(--line);
        image-rendering: pixelated;
      }

      .numbers {
        display: grid;
        grid-template-columns: 1fr auto 1fr;
        color: var(--muted);
      }

      .numbers :last-child {
        text-align: end;
      }
    `,
  ];

  constructor() {
    super();
    followTheme(this);
    this.most = 0;
    this.theme = '';
  }

  override render() {
    const most = short(this.most);
    return html`
      <canvas role="img" aria-label=${HEAT.scale(most)}></canvas>
      <div class="numbers" aria-hidden="true">
        <span>−${most}</span><span>0</span><span>${most}</span>
      </div>
    `;
  }

  override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (canvas) drawHeatMap(canvas, ROW, FRAME, 'signed', 1, coloursOf(this));
  }
}

customElements.define('mlp-colour-scale', ColourScale);
