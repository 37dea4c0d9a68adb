// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import { MEDIUM_REM, WIDE_REM } from '../ui/widths.ts';
import { isOccupied } from '../model/selectors.ts';
import { base } from '../ui/styles.ts';
import { STATUS } from '../model/texts.ts';
import { NETWORK } from './texts.ts';
import '../data/index.ts';
import './network-editor.ts';
import './preset-picker.ts';
import './question-picker.ts';
import './run-details.ts';
import './training-settings.ts';

/** All that is set before training: preset, data, network, descent. */
export class SettingsPanel extends LitElement {
  static override get properties() {
    return { hideDataStatus: { type: Boolean, attribute: 'hide-data-status' } };
  }

  /** It stands elsewhere. */
  declare hideDataStatus: boolean;

  readonly #page = selectPage(this, (state) => ({
    busy: state.busy,
    occupied: isOccupied(state),
  }));

  static override styles = [
    base,
    css`
      .parts {
        display: grid;
        gap: 1.1rem;
      }

      .data {
        display: grid;
        gap: 0.4rem;
      }

      @container (min-width: ${unsafeCSS(MEDIUM_REM)}rem) {
        .parts {
          display: block;
          columns: 2;
          column-gap: 2.5rem;
        }

        .parts > * {
          margin-bottom: 1.1rem;
          break-inside: avoid;
        }
      }

      @container (min-width: ${unsafeCSS(WIDE_REM)}rem) {
        .parts {
          display: grid;
          gap: 0.8rem;
        }

        .parts > * {
          margin: 0;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.hideDataStatus = false;
  }

  override render() {
    const { busy, occupied } = this.#page.value;
    return html`
      <div class="parts">
        <mlp-preset-picker></mlp-preset-picker>
        <div class="data">
          <mlp-data-picker></mlp-data-picker>
          ${this.hideDataStatus ? nothing : html`<mlp-data-status></mlp-data-status>`}
        </div>
        <div>
          <mlp-network-editor></mlp-network-editor>
          <mlp-question-picker></mlp-question-picker>
          <p class="quiet">${busy ? STATUS.busy[busy] : occupied ? NETWORK.busy : NETWORK.note}</p>
        </div>
        <mlp-training-settings></mlp-training-settings>
        <mlp-run-details></mlp-run-details>
      </div>
    `;
  }
}

customElements.define('mlp-settings-panel', SettingsPanel);
