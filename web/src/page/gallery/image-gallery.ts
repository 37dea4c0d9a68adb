// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { emit } from '../events.ts';
import type { DataImage } from '../store.ts';
import { base } from '../styles.ts';
import { GALLERY } from '../texts/gallery.ts';
import type { Theme } from '../theme.ts';
import '../components/digit-image.ts';

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
  static override properties = {
    pictures: { attribute: false },
    onPad: { attribute: false },
    label: {},
    theme: {},
  };

  declare pictures: readonly Picture[];
  /** The image that stands on the pad. */
  declare onPad: DataImage | null;
  declare label: string;
  declare theme: Theme;

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(5.5rem, 1fr));
        gap: 0.5rem 0.25rem;
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
      }

      button {
        width: 100%;
        height: 100%;
        padding: 0.25rem;
        border-color: transparent;
        background: none;
        font-size: 0.8125rem;
        line-height: 1.3;
      }

      button[aria-pressed='true'] {
        border-color: var(--accent);
      }

      button[aria-pressed='true'] span:first-of-type {
        font-weight: 600;
      }

      mlp-digit-image {
        width: 84px;
        max-width: 100%;
        margin: 0 auto 0.25rem;
      }

      span {
        display: block;
      }

      span + span {
        color: var(--muted);
      }

      p {
        color: var(--muted);
        font-size: 0.8125rem;
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
    this.theme = 'light';
  }

  override render() {
    const { onPad } = this;
    return html`
      <p>
        <span role="status">
          ${onPad ? GALLERY.onPad(onPad.part, onPad.number) : GALLERY.choose}
        </span>
        ${onPad ? html`<a href="#step-by-step">${GALLERY.stepByStep}</a>` : nothing}
      </p>
      <ul role="list" aria-label=${this.label}>
        ${this.pictures.map((picture) => this.#picture(picture))}
      </ul>
    `;
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
            theme=${this.theme}
          ></mlp-digit-image>
          ${lines.map((line) => html`<span>${line}</span>`)}
        </button>
      </li>
    `;
  }
}

customElements.define('mlp-image-gallery', ImageGallery);
