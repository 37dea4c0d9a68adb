// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isOccupied } from '../model/selectors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import type { DataChoice } from '../model/learned-from.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { DATA } from './texts.ts';
import '../ui/help/help-button.ts';

/** Which data to train on. */
export class DataPicker extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    choice: state.choice,
    hasMnist: state.hasMnist,
    /** Of the own data that the page holds. */
    ownName: state.own?.name ?? null,
    disabled: isOccupied(state),
  }));

  static override styles = [
    base,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        gap: 0 0.75rem;
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

      select {
        flex: 1;
        min-width: min(10.5rem, 100%);
      }

      /* On a line of its own where the names of the data would be cut off. */
      button {
        margin-inline: auto -0.75rem;
      }
    `,
  ];

  override render() {
    const { choice, hasMnist, ownName, disabled } = this.#page.value;
    return html`
      <span class="head">
        <label for="choice">${NAMES.data}</label>
        <mlp-help topic="data" label=${NAMES.data}></mlp-help>
      </span>
      <select id="choice" ?disabled=${disabled} @change=${this.#chosen}>
        <option value="mnist" .selected=${choice === 'mnist'} ?disabled=${hasMnist === false}>
          ${DATA.mnist}
        </option>
        <option value="generated" .selected=${choice === 'generated'}>${DATA.generated}</option>
        ${
          ownName === null
            ? nothing
            : html`<option value="own" .selected=${choice === 'own'}>${ownName}</option>`
        }
      </select>
      <button type="button" class="plain" @click=${() => emit(this, 'mlp-own', [])}>
        ${NAMES.own} …
      </button>
    `;
  }

  #chosen = (event: Event): void => {
    emit(this, 'mlp-data', (event.target as HTMLSelectElement).value as DataChoice);
  };
}

customElements.define('mlp-data-picker', DataPicker);
