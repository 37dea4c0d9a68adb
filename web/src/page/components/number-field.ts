// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../styles.ts';

/** One number to be typed, with its label and what is wrong with it. Fires `value-change`. */
export class NumberField extends LitElement {
  static override properties = {
    label: {},
    hint: {},
    value: {},
    word: {},
    problem: {},
    disabled: { type: Boolean },
    hideLabel: { type: Boolean, attribute: 'hide-label' },
  };

  declare label: string;
  declare hint: string;
  declare value: number | string;
  /** A word that is allowed in place of a number, such as 'all'. */
  declare word: string;
  declare problem: string | undefined;
  declare disabled: boolean;
  declare hideLabel: boolean;

  static override styles = [
    base,
    css`
      label {
        display: block;
      }

      input {
        width: 100%;
        font-size: 0.9375rem;
      }
    `,
  ];

  constructor() {
    super();
    this.label = '';
    this.hint = '';
    this.value = '';
    this.word = '';
    this.disabled = false;
    this.hideLabel = false;
  }

  override render() {
    const { problem, hint, hideLabel } = this;
    const described = [problem && 'problem', hint && 'hint'].filter(Boolean).join(' ');
    return html`
      <label for="field" class=${hideLabel ? 'hidden-visually' : ''}>${this.label}</label>
      <input
        id="field"
        type="text"
        inputmode=${this.word ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck="false"
        .value=${Number.isNaN(this.value) ? this.#typed : String(this.value)}
        ?disabled=${this.disabled}
        aria-invalid=${problem ? 'true' : 'false'}
        aria-describedby=${described || nothing}
        @change=${this.#changed}
      />
      ${hint ? html`<p id="hint" class="quiet">${hint}</p>` : nothing}
      ${problem ? html`<p id="problem" class="problem">${problem}</p>` : nothing}
    `;
  }

  /** What stands in the field, also when it is no number. */
  get #typed(): string {
    return this.renderRoot.querySelector('input')?.value ?? '';
  }

  #changed = (): void => {
    const typed = this.#typed.trim().replace(',', '.');
    const value = this.word && typed === this.word ? typed : typed === '' ? NaN : Number(typed);
    this.dispatchEvent(new CustomEvent('value-change', { detail: value }));
  };
}

customElements.define('mlp-number-field', NumberField);
