// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { coloursOf, drawHeatMap } from '../../ui/heat-map/draw.ts';
import { asImage } from '../../ui/heat-map/matrix.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { followTheme } from '../../ui/contexts.ts';

/** The activations of one layer, unit above unit from below; the input as an image. */
export class LayerStrip extends LitElement {
  static override get properties() {
    return {
      values: { attribute: false },
      height: { type: Number },
      image: { type: Boolean },
      theme: { state: true },
    };
  }

  /** null: nothing is drawn on the pad. */
  declare values: Float32Array | null;
  /** In pixels: as many dots as can be told apart. */
  declare height: number;
  declare image: boolean;
  declare theme: string;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      canvas {
        display: block;
        width: 100%;
        height: 100%;
        border: 1px solid var(--muted);
        background: var(--sheet);
        image-rendering: pixelated;
      }
    `,
  ];

  constructor() {
    super();
    followTheme(this);
    this.values = null;
    this.height = 1;
    this.image = false;
    this.theme = '';
  }

  override render() {
    return html`<canvas aria-hidden="true" width="1" height="1"></canvas>`;
  }

  override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    if (!canvas) return;
    const { values, image } = this;
    if (!values) {
      canvas.width = canvas.height = 1; // which also wipes it
      return;
    }
    const matrix = image
      ? asImage(this.#look.value, values)
      : { rows: values.length, columns: 1, values: values.toReversed() };
    const { rows, columns } = matrix;
    const rowsPerDot = Math.max(1, Math.ceil(rows / this.height));
    const frame = { row: 0, column: 0, rows, columns, rowsPerDot, columnsPerDot: 1 };
    const most = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
    const scale = values.some((value) => value < 0) ? 'signed' : 'ink';
    drawHeatMap(canvas, matrix, frame, scale, most, coloursOf(this));
  }
}

customElements.define('mlp-layer-strip', LayerStrip);
