// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { CHOICE_NAMES } from '../../model/setting-texts.ts';
import { LabelledField } from './labelled-field.ts';

/** One of a few. Fires `value-change`. */
export class ChoiceField extends LabelledField {
  static override get properties() {
    return {
      value: {},
      choices: { attribute: false },
      names: { attribute: false },
    };
  }

  declare value: string;
  declare choices: readonly string[];
  /** What the choices are called here; without one, as everywhere. */
  declare names: Readonly<Record<string, string>>;

  constructor() {
    super();
    this.value = '';
    this.choices = [];
    this.names = CHOICE_NAMES;
  }

  protected override control(describedBy: string | typeof nothing) {
    return html`
      <select
        id="field"
        aria-label=${this.bare ? this.label : nothing}
        ?disabled=${this.disabled}
        aria-describedby=${describedBy}
        @change=${this.#changed}
      >
        ${this.choices.map(
          (choice) => html`
            <option value=${choice} .selected=${choice === this.value}>
              ${this.names[choice] ?? choice}
            </option>
          `,
        )}
      </select>
    `;
  }

  #changed = (event: Event): void => {
    const { value } = event.target as HTMLSelectElement;
    this.dispatchEvent(new CustomEvent('value-change', { detail: value }));
  };
}

customElements.define('mlp-choice-field', ChoiceField);
