// SPDX-License-Identifier: MIT
import { css, html, LitElement, type PropertyValues } from 'lit';
import { base } from '../styles.ts';
import { paintDigit, SIDE } from './paint-digit.ts';

/** One image of 28 x 28 bytes, 0 paper and 255 ink, pixel by pixel. */
export class DigitImage extends LitElement {
  static override properties = {
    image: { attribute: false },
    label: {},
    theme: {},
  };

  declare image: Uint8Array | null;
  declare label: string;
  /** Another theme, other colours. */
  declare theme: string;

  static override styles = [
    base,
    css`
      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        background: var(--sheet);
        image-rendering: pixelated;
      }
    `,
  ];

  constructor() {
    super();
    this.image = null;
    this.label = '';
    this.theme = '';
  }

  override render() {
    return html`<canvas role="img" aria-label=${this.label} width=${SIDE} height=${SIDE}></canvas>`;
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.image && !changed.get('image')) return; // blank, as before
    const context = this.renderRoot
      .querySelector('canvas')
      ?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    context.clearRect(0, 0, SIDE, SIDE);
    if (!this.image) return;
    paintDigit(context, this.image, getComputedStyle(this).getPropertyValue('--ink'));
  }
}

customElements.define('mlp-digit-image', DigitImage);
