// SPDX-License-Identifier: MIT
import { html, type nothing } from 'lit';
import { LabelledField } from './labelled-field.ts';

/** One number to be typed. Fires `value-change`. */
export class NumberField extends LabelledField {
  static override get properties() {
    return { value: {}, word: {} };
  }

  declare value: number | string;
  /** A word that is allowed in place of a number, such as 'all'. */
  declare word: string;

  constructor() {
    super();
    this.value = '';
    this.word = '';
  }

  protected override control(describedBy: string | typeof nothing) {
    return html`
      <input
        id="field"
        type="text"
        inputmode=${this.word ? 'text' : 'decimal'}
        autocomplete="off"
        spellcheck="false"
        .value=${Number.isNaN(this.value) ? this.#typed : String(this.value)}
        ?disabled=${this.disabled}
        aria-invalid=${this.problem ? 'true' : 'false'}
        aria-describedby=${describedBy}
        @change=${this.#changed}
      />
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
