// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { PRESETS, type PresetName } from '../../lib/presets.ts';
import { emit } from '../events.ts';
import { base } from '../styles.ts';
import { PRESET } from '../texts/methods.ts';

const NAMES = Object.keys(PRESETS) as PresetName[];

/** Settings that belong together, of the network and the training at once. */
export class PresetPicker extends LitElement {
  static override properties = {
    preset: { attribute: false },
    disabled: { type: Boolean },
  };

  /** null: the person's own settings. */
  declare preset: PresetName | null;
  declare disabled: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.1rem 0.75rem;
        align-items: center;
      }

      label {
        min-width: 3.75rem;
        font-weight: 600;
      }

      p {
        grid-column: 1 / -1;
      }
    `,
  ];

  constructor() {
    super();
    this.preset = 'plain';
    this.disabled = false;
  }

  override render() {
    const { preset } = this;
    return html`
      <label for="preset">${PRESET.label}</label>
      <select
        id="preset"
        title=${PRESET.renews}
        aria-describedby="about renews"
        ?disabled=${this.disabled}
        @change=${this.#chosen}
      >
        ${
          preset === null
            ? html`<option value="own" disabled .selected=${true}>${PRESET.own}</option>`
            : nothing
        }
        ${NAMES.map(
          (name) => html`
            <option value=${name} .selected=${name === preset}>${PRESET.names[name]}</option>
          `,
        )}
      </select>
      <p id="about" class="quiet">${preset === null ? PRESET.aboutOwn : PRESET.about[preset]}</p>
      <p id="renews" class="hidden-visually">${PRESET.renews}</p>
    `;
  }

  #chosen = (event: Event): void => {
    emit(this, 'mlp-preset', (event.target as HTMLSelectElement).value as PresetName);
  };
}

customElements.define('mlp-preset-picker', PresetPicker);
