// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { HEADER } from './texts.ts';

/** The name, the views (slot), what shares a link (slot), and the choice of light or dark. */
export class AppHeader extends LitElement {
  static override get properties() {
    return { dark: { type: Boolean }, own: { type: Boolean } };
  }

  declare dark: boolean;
  /** The page is the lab's own, and this the page's header. */
  declare own: boolean;

  static override styles = [
    base,
    css`
      header {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem 1rem;
        align-items: baseline;
        padding-block: 0.75rem 0.6rem;
        border-bottom: 1px solid var(--line);
      }

      h1 {
        margin: 0;
        font-family: var(--serif);
        font-size: 1.5rem;
        font-style: italic;
        font-weight: 600;
        line-height: 1.2;
      }

      .buttons {
        display: flex;
        margin-inline: auto -0.75rem;
      }

      @container (max-width: 44rem) {
        header {
          column-gap: 0.5rem;
        }

        h1 {
          font-size: 1.25rem;
        }

        .buttons {
          --button-space: 0.4rem;
          margin-inline-end: -0.4rem;
        }

        slot:not([name]) {
          display: block;
          flex-basis: 100%;
          order: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.dark = this.own = false;
  }

  override render() {
    const { toDark, toLight, toDarkLabel, toLightLabel, title } = HEADER;
    return html`
      <header role=${this.own ? nothing : 'none'}>
        <h1>${title}</h1>
        <slot></slot>
        <div class="buttons">
          <slot name="share"></slot>
          <button
            type="button"
            class="plain"
            aria-label=${this.dark ? toLightLabel : toDarkLabel}
            title=${this.dark ? toLightLabel : toDarkLabel}
            @click=${() => emit(this, 'mlp-theme', null)}
          >
            ${this.dark ? toLight : toDark}
          </button>
        </div>
      </header>
    `;
  }
}

customElements.define('mlp-app-header', AppHeader);
