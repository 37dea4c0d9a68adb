// SPDX-License-Identifier: MIT
import { css, LitElement } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { base } from '../ui/styles.ts';
import { mathStyles } from './math-styles.ts';
import { NOTES } from './texts.ts';

/** MathML of the page's own, compiled when it was built. Where it is too wide it scrolls by itself. */
export class Formula extends LitElement {
  static override get properties() {
    return { compiled: { attribute: false } };
  }

  declare compiled: string;

  readonly #resizes = new ResizeObserver(() => this.#mind());

  static override styles = [
    base,
    mathStyles,
    css`
      :host {
        max-width: 100%;
        padding-block: 0.25rem;
        overflow-x: auto;
        overflow-y: hidden;
        font-size: 1.125rem;
      }
    `,
  ];

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override render() {
    return unsafeHTML(this.compiled);
  }

  override updated(): void {
    this.#mind();
  }

  /** The keyboard must reach what scrolls, and only that. */
  #mind(): void {
    if (this.scrollWidth > this.clientWidth) {
      this.tabIndex = 0;
      this.role = 'group';
      this.ariaLabel = NOTES.formula;
    } else for (const name of ['tabindex', 'role', 'aria-label']) this.removeAttribute(name);
  }
}

customElements.define('mlp-formula', Formula);
