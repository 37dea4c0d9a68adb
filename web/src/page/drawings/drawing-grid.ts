// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, type TemplateResult } from 'lit';
import { galleryStyles } from '../ui/gallery/gallery-styles.ts';
import { base } from '../ui/styles.ts';
import { NAMES, PANEL } from './texts.ts';
import { tell } from './drawing-events.ts';
import type { KeptDrawing } from '../model/drawings-state.ts';
import './digit-choice.ts';
import '../ui/digit-image.ts';

/** Kept drawings, of which one can be chosen, to get another label or to be deleted. */
export class DrawingGrid extends LitElement {
  static override get properties() {
    return {
      drawings: { attribute: false },
      newest: { type: Number },
      chosen: { attribute: false },
    };
  }

  declare drawings: readonly KeptDrawing[];
  /** The number of the first one; the others count down from it. */
  declare newest: number;
  /** The id of the chosen one. */
  declare chosen: string | null;

  static override styles = [
    base,
    galleryStyles,
    css`
      :host {
        --column: 4.25rem;
        --image: 56px;
      }

      p {
        margin-top: 0.75rem;
      }

      ul {
        grid-auto-flow: dense;
      }

      /* In the row below the chosen one, in the list's whole width. */
      .chosen {
        display: flex;
        flex-wrap: wrap;
        grid-column: 1 / -1;
        gap: 0.5rem 1rem;
        align-items: end;
        padding: 0.6rem 0.25rem;
        border-block: 1px solid var(--line);
      }

      .chosen button {
        width: auto;
        height: auto;
        padding-inline: 0.75rem;
        border-color: var(--line);
      }

      mlp-digit-choice {
        flex: 0 1 26rem;
      }
    `,
  ];

  constructor() {
    super();
    this.drawings = [];
    this.newest = 0;
    this.chosen = null;
  }

  override render() {
    return html`
      <p class="quiet">${PANEL.choose}</p>
      <ul role="list" aria-label=${NAMES.panel}>
        ${this.drawings.map((drawing, i) => {
          const number = this.newest - i;
          const chosen = drawing.id === this.chosen;
          return html`${this.#picture(drawing, number)}
          ${chosen ? this.#detail(drawing, number) : nothing}`;
        })}
      </ul>
    `;
  }

  #picture({ id, image, label, answer }: KeptDrawing, number: number): TemplateResult {
    return html`
      <li>
        <button
          type="button"
          aria-label=${PANEL.picture(number, label, answer)}
          aria-pressed=${id === this.chosen}
          @click=${() => tell(this, 'drawing-choose', id)}
        >
          <mlp-digit-image
            aria-hidden="true"
            .image=${image}
            label=${PANEL.image(number)}
          ></mlp-digit-image>
          ${PANEL.lines(label, answer).map((line) => html`<span>${line}</span>`)}
        </button>
      </li>
    `;
  }

  #detail({ id, label }: KeptDrawing, number: number): TemplateResult {
    return html`
      <li class="chosen">
        <mlp-digit-choice
          legend=${PANEL.label(number)}
          .nameOf=${PANEL.isA}
          .chosen=${label}
          @digit-choose=${({ detail }: CustomEvent<number>) =>
            tell(this, 'drawing-label', { id, label: detail })}
        ></mlp-digit-choice>
        <button
          type="button"
          aria-label=${PANEL.removeOf(number)}
          @click=${() => tell(this, 'drawing-remove', id)}
        >
          ${PANEL.remove}
        </button>
      </li>
    `;
  }
}

customElements.define('mlp-drawing-grid', DrawingGrid);
