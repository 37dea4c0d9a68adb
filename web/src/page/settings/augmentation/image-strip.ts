// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { base } from '../../ui/styles.ts';
import '../../ui/digit-image.ts';

/** Some images in a row, two dots a pixel. */
export class ImageStrip extends LitElement {
  static override get properties() {
    return {
      images: { attribute: false },
      label: {},
      nameOf: { attribute: false },
    };
  }

  declare images: readonly Uint8Array[];
  declare label: string;
  /** What is said of an image, by its place from 0. */
  declare nameOf: (place: number) => string;

  static override styles = [
    base,
    css`
      ul {
        display: flex;
        flex-wrap: wrap;
        gap: 4px;
        margin: 0;
        padding: 0;
        list-style: none;
      }

      mlp-digit-image {
        width: 56px;
      }
    `,
  ];

  constructor() {
    super();
    this.images = [];
    this.label = '';
    this.nameOf = String;
  }

  override render() {
    return html`
      <ul role="list" aria-label=${this.label}>
        ${this.images.map(
          (image, place) => html`
            <li>
              <mlp-digit-image .image=${image} label=${this.nameOf(place)}></mlp-digit-image>
            </li>
          `,
        )}
      </ul>
    `;
  }
}

customElements.define('mlp-image-strip', ImageStrip);
