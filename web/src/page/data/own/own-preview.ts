// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { ImportedData } from '../../../lib/import/types.ts';
import { base } from '../../ui/styles.ts';
import { NAMES, OWN } from './texts.ts';
import '../../ui/digit-image.ts';

/** So many images of each class, and so many classes, are shown. */
const PER_CLASS = 5;
const CLASSES = 20;

/** The first training images of each class, as the network will see them. */
export class OwnPreview extends LitElement {
  static override get properties() {
    return { data: { attribute: false } };
  }

  declare data: ImportedData;

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        grid-template-columns: repeat(auto-fill, minmax(13.5rem, 1fr));
        gap: 0.3rem 1rem;
        margin: 0.3rem 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        gap: 0.3rem;
        align-items: center;
      }

      .name {
        width: 3rem;
        overflow: hidden;
        font-size: 0.875rem;
        text-overflow: ellipsis;
        white-space: nowrap;
      }

      mlp-digit-image {
        flex: none;
        width: 32px;
      }
    `,
  ];

  override render() {
    const { classes, width, height } = this.data;
    const sides = { width, height };
    const shown = classes.slice(0, CLASSES);
    return html`
      <h3>${NAMES.preview}</h3>
      <ul role="list" aria-label=${NAMES.preview}>
        ${shown.map(
          (name, label) => html`
            <li>
              <span class="name" title=${name}>${name}</span>
              ${this.#imagesOf(label).map(
                (image, i) => html`
                  <mlp-digit-image
                    .image=${image}
                    .sides=${sides}
                    label=${OWN.imageOf(name, i)}
                  ></mlp-digit-image>
                `,
              )}
            </li>
          `,
        )}
      </ul>
      ${
        classes.length > CLASSES
          ? html`<p class="quiet">${OWN.moreClasses(classes.length - CLASSES)}</p>`
          : nothing
      }
    `;
  }

  #imagesOf(label: number): Uint8Array[] {
    const { train, width, height } = this.data;
    const pixels = width * height;
    const images: Uint8Array[] = [];
    let at = train.labels.indexOf(label);
    while (at >= 0 && images.length < PER_CLASS) {
      images.push(train.images.subarray(at * pixels, (at + 1) * pixels));
      at = train.labels.indexOf(label, at + 1);
    }
    return images;
  }
}

customElements.define('mlp-own-preview', OwnPreview);
