// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { emit } from '../model/events.ts';
import type { DataChoice } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { DATA } from './texts.ts';
import '../ui/help/help-button.ts';

/** Which data to train on. */
export class DataPicker extends LitElement {
  static override get properties() {
    return {
      choice: {},
      hasMnist: { attribute: false },
      ownName: { attribute: false },
      disabled: { type: Boolean },
    };
  }

  declare choice: DataChoice;
  declare hasMnist: boolean | null;
  /** Of the own data that the page holds. */
  declare ownName: string | null;
  declare disabled: boolean;

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

  constructor() {
    super();
    this.choice = 'mnist';
    this.hasMnist = null;
    this.ownName = null;
    this.disabled = false;
  }

  override render() {
    const { choice } = this;
    return html`
      <span class="head">
        <label for="choice">${NAMES.data}</label>
        <mlp-help topic="data" label=${NAMES.data}></mlp-help>
      </span>
      <select id="choice" ?disabled=${this.disabled} @change=${this.#chosen}>
        <option value="mnist" .selected=${choice === 'mnist'} ?disabled=${this.hasMnist === false}>
          ${DATA.mnist}
        </option>
        <option value="generated" .selected=${choice === 'generated'}>${DATA.generated}</option>
        ${
          this.ownName === null
            ? nothing
            : html`<option value="own" .selected=${choice === 'own'}>${this.ownName}</option>`
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
