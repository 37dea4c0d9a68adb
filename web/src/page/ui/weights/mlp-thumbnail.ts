// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { followTheme } from '../contexts.ts';
import { base } from '../styles.ts';
import type { Thumbnail } from './thumbnail.ts';

/** The picture of a network: positive weights in the accent's colour, negative ones in red. */
export class MlpThumbnail extends LitElement {
  static override get properties() {
    return { of: { attribute: false }, label: {}, theme: { state: true } };
  }

  /** null: there is none, and the frame stays empty. */
  declare of: Thumbnail | null;
  declare label: string;
  /** Another theme, other colours. */
  declare theme: string;

  static override styles = [
    base,
    css`
      canvas {
        display: block;
        width: 100%;
        border: 1px solid var(--line);
        background: var(--sheet);
        image-rendering: pixelated;
      }
    `,
  ];

  constructor() {
    super();
    followTheme(this);
    this.of = null;
    this.label = '';
    this.theme = '';
  }

  override render() {
    const { width = 28, height = 28, weights } = this.of ?? {};
    const units = weights ? Math.max(1, weights.length / (width * height)) : 6;
    const columns = Math.min(3, units);
    return html`<canvas
      role="img"
      aria-label=${this.label}
      width=${columns * width}
      height=${Math.ceil(units / columns) * height}
    ></canvas>`;
  }

  override updated(): void {
    const canvas = this.renderRoot.querySelector('canvas');
    const context = canvas?.getContext('2d');
    if (!canvas || !context || !this.of) return;
    const { width, height, weights } = this.of;
    const columns = canvas.width / width;
    const style = getComputedStyle(this);
    const colours = [style.getPropertyValue('--pencil'), style.getPropertyValue('--accent')];
    context.clearRect(0, 0, canvas.width, canvas.height);
    weights.forEach((weight, i) => {
      const [unit, pixel] = [Math.floor(i / (width * height)), i % (width * height)];
      context.globalAlpha = Math.abs(weight) / 127;
      context.fillStyle = colours[weight > 0 ? 1 : 0] ?? '';
      const x = (unit % columns) * width + (pixel % width);
      const y = Math.floor(unit / columns) * height + Math.floor(pixel / width);
      context.fillRect(x, y, 1, 1);
    });
  }
}

customElements.define('mlp-thumbnail', MlpThumbnail);
