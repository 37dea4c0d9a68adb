// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { emit } from '../events.ts';
import { base } from '../styles.ts';
import { HEADER } from '../texts.ts';

/** The name, the views (slot), and the choice of light or dark. */
export class AppHeader extends LitElement {
  static override properties = { dark: { type: Boolean } };

  declare dark: boolean;

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

      p {
        color: var(--muted);
      }

      button {
        margin-inline: auto -0.75rem;
      }

      @container (max-width: 44rem) {
        p {
          flex-basis: 100%;
          order: 1;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.dark = false;
  }

  override render() {
    const { toDark, toLight, toDarkLabel, toLightLabel, title, subtitle } = HEADER;
    return html`
      <header>
        <h1>${title}</h1>
        <p>${subtitle}</p>
        <slot></slot>
        <button
          type="button"
          class="plain"
          aria-label=${this.dark ? toLightLabel : toDarkLabel}
          @click=${() => emit(this, 'mlp-theme', null)}
        >
          ${this.dark ? toLight : toDark}
        </button>
      </header>
    `;
  }
}

customElements.define('mlp-app-header', AppHeader);
