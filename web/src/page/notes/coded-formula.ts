// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { base } from '../ui/styles.ts';
import { CODE } from './code/texts.ts';
import { CODE_PLACES, type CodeKey } from './code/code-places.ts';
import { tell } from './notes-state.ts';
import './formula.ts';

/** A formula with the button that shows the code of it. */
export class CodedFormula extends LitElement {
  static override get properties() {
    return { compiled: { attribute: false }, key: {}, open: { type: Boolean } };
  }

  declare compiled: string;
  declare key: CodeKey;
  /** Its code is shown. */
  declare open: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
        align-items: center;
        max-width: 100%;
      }

      mlp-formula {
        min-width: 0;
      }

      button {
        padding-inline: 0.35rem;
        font-size: 0.8125rem;
        white-space: nowrap;
      }

      button[aria-expanded='true'] {
        border-color: var(--accent);
        box-shadow: inset 0 -2px 0 var(--accent);
      }
    `,
  ];

  constructor() {
    super();
    this.open = false;
  }

  override render() {
    const { compiled, key, open } = this;
    const { comment, line = '' } = CODE_PLACES[key];
    return html`
      <mlp-formula .compiled=${compiled}></mlp-formula>
      <button
        type="button"
        class="plain"
        aria-expanded=${open ? 'true' : 'false'}
        aria-label=${CODE.showOf(comment ?? line)}
        @click=${() => tell(this, 'notes-code', open ? null : { key, compiled })}
      >
        ${CODE.show}
      </button>
    `;
  }
}

customElements.define('mlp-coded-formula', CodedFormula);
