// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { emit } from '../../model/events.ts';
import type { DataImage } from '../../model/state.ts';
import { base } from '../styles.ts';
import { GALLERY } from './texts.ts';
import { galleryStyles } from './gallery-styles.ts';
import '../digit-image.ts';

/** An image, and what is said of it. */
export interface Picture {
  readonly image: DataImage;
  /** Below it, a line each. */
  readonly lines: readonly string[];
  /** All of it, for who cannot see it. */
  readonly name: string;
}

/** Images of the data; one that is chosen goes to the drawing pad. */
export class ImageGallery extends LitElement {
  static override get properties() {
    return {
      pictures: { attribute: false },
      onPad: { attribute: false },
      label: {},
      small: { type: Boolean, reflect: true },
    };
  }

  declare pictures: readonly Picture[];
  /** The image that stands on the pad. */
  declare onPad: DataImage | null;
  declare label: string;
  /** Two dots a pixel instead of three. */
  declare small: boolean;

  static override styles = [
    base,
    galleryStyles,
    css`
      :host {
        --column: 5.4rem;
        --image: 84px;
      }

      :host([small]) {
        --column: 4.25rem;
        --image: 56px;
      }

      /* In sight however long the gallery is: the pad may be far above. */
      .on-pad:not(:empty) {
        position: sticky;
        bottom: 0;
        z-index: 1;
        padding-block: 0.4rem;
        border-top: 1px solid var(--line);
        background: var(--paper);
      }

      a {
        color: var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    this.pictures = [];
    this.onPad = null;
    this.label = '';
    this.small = false;
  }

  override render() {
    const { onPad } = this;
    return html`
      <p class="quiet">${GALLERY.choose}</p>
      <ul role="list" aria-label=${this.label}>
        ${this.pictures.map((picture) => this.#picture(picture))}
      </ul>
      <p class="on-pad" role="status">${onPad ? this.#onPad(onPad) : nothing}</p>
    `;
  }

  #onPad({ part, number }: DataImage): TemplateResult {
    return html`${GALLERY.onPad(part, number)} <a href="#step-by-step">${GALLERY.stepByStep}</a>`;
  }

  #picture({ image, lines, name }: Picture): TemplateResult {
    const { part, number } = image;
    const chosen = this.onPad?.part === part && this.onPad.number === number;
    return html`
      <li>
        <button
          type="button"
          aria-label=${name}
          aria-pressed=${chosen}
          @click=${() => emit(this, 'mlp-image', { ...image })}
        >
          <mlp-digit-image
            aria-hidden="true"
            .image=${image.image}
            label=${GALLERY.image(part, number)}
          ></mlp-digit-image>
          ${lines.map((line) => html`<span>${line}</span>`)}
        </button>
      </li>
    `;
  }
}

customElements.define('mlp-image-gallery', ImageGallery);
