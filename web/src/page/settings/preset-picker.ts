// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isOccupied } from '../model/selectors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { PRESET_FIGURES } from '../../lib/preset-figures.ts';
import { CHOSEN_FROM, type PresetChoice, presetOf } from '../model/presets.ts';
import { emit } from '../model/events.ts';
import { base } from '../ui/styles.ts';
import { PRESET } from './texts.ts';
import '../ui/help/help-button.ts';

const NAMES = Object.keys(CHOSEN_FROM) as PresetChoice[];

/** Settings that belong together, of the network and the training at once. */
export class PresetPicker extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    /** null: the person's own settings. */
    preset: presetOf(state),
    disabled: isOccupied(state),
  }));

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: auto minmax(0, 1fr);
        gap: 0.1rem 0.75rem;
        align-items: center;
      }

      .head {
        display: flex;
        gap: 0.15rem;
        align-items: center;
        min-width: 5rem;
      }

      label {
        font-weight: 600;
      }

      p {
        grid-column: 1 / -1;
      }
    `,
  ];

  override render() {
    const { preset, disabled } = this.#page.value;
    return html`
      <span class="head">
        <label for="preset">${PRESET.label}</label>
        <mlp-help topic="preset" label=${PRESET.label}></mlp-help>
      </span>
      <select id="preset" aria-describedby="about" ?disabled=${disabled} @change=${this.#chosen}>
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
      <p id="about" class="quiet">
        ${preset === null ? PRESET.aboutOwn : PRESET.about[preset]}
        ${preset === null ? '' : PRESET.reaches(PRESET_FIGURES[preset])}
      </p>
    `;
  }

  #chosen = (event: Event): void => {
    emit(this, 'mlp-preset', (event.target as HTMLSelectElement).value as PresetChoice);
  };
}

customElements.define('mlp-preset-picker', PresetPicker);
