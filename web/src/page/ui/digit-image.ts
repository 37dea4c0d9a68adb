// SPDX-License-Identifier: MIT
import { css, html, LitElement, type PropertyValues } from 'lit';
import { base } from './styles.ts';
import { DIGITS_LOOK, type Sides, sidesOf } from '../model/data-look.ts';
import { paintDigit } from './paint-digit.ts';
import { followTheme } from './contexts.ts';
import { selectLook } from './selection.ts';

/** One image of the data, 0 paper and 255 ink, pixel by pixel; in a square, whatever its sides. */
export class DigitImage extends LitElement {
  static override get properties() {
    return {
      image: { attribute: false },
      sides: { attribute: false },
      label: {},
      theme: { state: true },
    };
  }

  declare image: Uint8Array | null;
  /** Of its own; null: those of the data that is loaded. */
  declare sides: Sides | null;
  declare label: string;
  /** Another theme, other colours. */
  declare theme: string;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      canvas {
        display: block;
        width: 100%;
        aspect-ratio: 1;
        border: 1px solid var(--line);
        background: var(--sheet);
        object-fit: contain;
        image-rendering: pixelated;
      }
    `,
  ];

  constructor() {
    super();
    followTheme(this);
    this.image = null;
    this.sides = null;
    this.label = '';
    this.theme = '';
  }

  override render() {
    const { width, height } = this.#sides;
    return html`<canvas
      role="img"
      aria-label=${this.label}
      width=${width}
      height=${height}
    ></canvas>`;
  }

  get #sides(): Sides {
    return this.sides ?? (this.image ? sidesOf(this.#look.value, this.image.length) : DIGITS_LOOK);
  }

  override updated(changed: PropertyValues<this>): void {
    if (!this.image && !changed.get('image')) return; // blank, as before
    const context = this.renderRoot
      .querySelector('canvas')
      ?.getContext('2d', { willReadFrequently: true });
    if (!context) return;
    context.clearRect(0, 0, context.canvas.width, context.canvas.height);
    if (!this.image) return;
    paintDigit(context, this.image, getComputedStyle(this).getPropertyValue('--ink'), this.#sides);
  }
}

customElements.define('mlp-digit-image', DigitImage);
