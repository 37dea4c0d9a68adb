// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { live } from 'lit/directives/live.js';
import { base } from '../styles.ts';
import { PAGES } from './texts.ts';

/** Goes from page to page. Fires `page-change` with the page, from 0. */
export class PageLinks extends LitElement {
  static override get properties() {
    return {
      page: { type: Number },
      pages: { type: Number },
      label: {},
    };
  }

  /** From 0; shown from 1. */
  declare page: number;
  declare pages: number;
  /** What is paged through. */
  declare label: string;

  static override styles = [
    base,
    css`
      nav {
        display: flex;
        flex-wrap: wrap;
        gap: 0.25rem;
        align-items: center;
      }

      button {
        min-width: var(--touch, 2rem);
        padding-inline: 0.4rem;
      }

      input {
        width: 4.5rem;
        text-align: end;
      }

      .quiet {
        margin-inline-end: 0.25rem;
      }
    `,
  ];

  constructor() {
    super();
    this.page = 0;
    this.pages = 1;
    this.label = '';
  }

  override render() {
    const { page } = this;
    const last = Math.max(0, this.pages - 1);
    return html`
      <nav aria-label=${PAGES.name(this.label)}>
        ${this.#button('«', PAGES.first, 0, page > 0)}
        ${this.#button('‹', PAGES.previous, page - 1, page > 0)}
        <input
          type="text"
          inputmode="numeric"
          autocomplete="off"
          aria-label=${PAGES.page}
          .value=${live(String(page + 1))}
          @change=${({ target }: Event) => this.#typed((target as HTMLInputElement).value, last)}
        />
        <span class="quiet">${PAGES.of(last + 1)}</span>
        ${this.#button('›', PAGES.next, page + 1, page < last)}
        ${this.#button('»', PAGES.last, last, page < last)}
      </nav>
    `;
  }

  #button(sign: string, name: string, to: number, possible: boolean) {
    return html`
      <button
        type="button"
        aria-label=${name}
        title=${name}
        ?disabled=${!possible}
        @click=${() => this.#goTo(to)}
      >
        ${sign}
      </button>
    `;
  }

  #typed(text: string, last: number): void {
    const page = Number(text.trim().replaceAll(',', '') || NaN);
    if (Number.isFinite(page)) this.#goTo(Math.min(last, Math.max(0, Math.round(page) - 1)));
    this.requestUpdate(); // what was typed may be no page at all
  }

  #goTo(page: number): void {
    const how = { bubbles: true, composed: true };
    this.dispatchEvent(new CustomEvent('page-change', { detail: page, ...how }));
  }
}

customElements.define('mlp-page-links', PageLinks);
