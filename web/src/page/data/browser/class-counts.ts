// SPDX-License-Identifier: MIT
import { css, html, LitElement, type TemplateResult } from 'lit';
import { nameOf } from '../../model/data-look.ts';
import { count, percent } from '../../model/format.ts';
import { selectLook } from '../../ui/selection.ts';
import { styled } from '../../ui/styled.ts';
import { base } from '../../ui/styles.ts';
import { BROWSER, NAMES } from './texts.ts';
import { tellSelection } from './data-state.ts';

/** How many images each digit has, as bars with numbers; a bar that is chosen filters by it. */
export class ClassCounts extends LitElement {
  static override get properties() {
    return { counts: { attribute: false }, digit: { attribute: false } };
  }

  declare counts: readonly number[];
  /** The digit that is shown alone. */
  declare digit: number | null;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      ul {
        display: grid;
        margin: 0.25rem 0 0;
        padding: 0;
        list-style: none;
      }

      button {
        display: grid;
        grid-template-columns: clamp(1.75rem, var(--name), 7rem) minmax(0, 1fr) 3.75rem 3.75rem;
        gap: 0.5rem;
        align-items: center;
        width: 100%;
        min-height: var(--touch, 1.75rem);
        padding: 0 0.4rem;
        border-color: transparent;
        background: none;
        font-size: 0.875rem;
        text-align: end;
      }

      button > :first-child {
        overflow: hidden;
        text-align: start;
        text-overflow: ellipsis;
      }

      button[aria-pressed='true'] {
        border-color: var(--accent);
        font-weight: 600;
      }

      .bar {
        height: 0.7rem;
        border-inline-start: 1px solid var(--line);
      }

      .bar span {
        display: block;
        height: 100%;
        background: var(--bar);
      }

      button[aria-pressed='true'] .bar span {
        background: var(--accent);
      }

      .share {
        color: var(--muted);
      }
    `,
  ];

  override render() {
    const { counts } = this;
    const look = this.#look.value;
    const all = counts.reduce((sum, one) => sum + one, 0);
    const most = Math.max(1, ...counts);
    const longest = Math.max(...counts.map((_, label) => nameOf(look, label).length));
    return html`
      <h3 id="title">${NAMES.counts(look)}</h3>
      <p class="quiet">${BROWSER.howToFilter(look)}</p>
      <ul role="list" aria-labelledby="title" .style=${styled(`--name: ${longest}ch`)}>
        ${this.#row(null, all, all, 0)}
        ${counts.map((images, digit) => this.#row(digit, images, all, images / most))}
      </ul>
    `;
  }

  #row(digit: number | null, images: number, all: number, length: number): TemplateResult {
    return html`
      <li>
        <button
          type="button"
          aria-pressed=${digit === this.digit}
          aria-label=${BROWSER.countOf(this.#look.value, digit, images, all)}
          @click=${() => tellSelection(this, { digit })}
        >
          <span>${digit === null ? BROWSER.all : nameOf(this.#look.value, digit)}</span>
          ${
            digit === null
              ? html`<span></span>`
              : html`<span class="bar"
                  ><span .style=${styled(`width: ${100 * length}%`)}></span
                ></span>`
          }
          <span>${count(images)}</span>
          <span class="share">${digit === null ? '' : percent(images / all)}</span>
        </button>
      </li>
    `;
  }
}

customElements.define('mlp-class-counts', ClassCounts);
