// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing, unsafeCSS } from 'lit';
import type { PresetChoice } from '../model/presets.ts';
import type { Context } from '../model/services.ts';
import { MEDIUM_REM, WIDE_REM } from '../shell/layout.ts';
import { type State, usable } from '../model/store.ts';
import { base } from '../ui/styles.ts';
import { STATUS } from '../model/texts.ts';
import { NETWORK } from './texts.ts';
import '../data/data-picker.ts';
import '../data/data-status.ts';
import './network-editor.ts';
import './preset-picker.ts';
import './question-picker.ts';
import './run-details.ts';
import './training-settings.ts';

/** All that is set before training: preset, data, network, descent. */
export class SettingsPanel extends LitElement {
  static override get properties() {
    return {
      context: { attribute: false },
      page: { attribute: false },
      preset: { attribute: false },
      changes: {},
      hideDataStatus: { type: Boolean, attribute: 'hide-data-status' },
    };
  }

  /** For what is loaded later and has a controller of its own. */
  declare context: Context | undefined;
  declare page: State;
  /** null: the person's own settings. */
  declare preset: PresetChoice | null;
  /** What became of settings that were changed while it trains. */
  declare changes: string;
  /** It stands elsewhere. */
  declare hideDataStatus: boolean;

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

  override render() {
    const { page } = this;
    const { choice, data, hasMnist, network, training, engine, backend, problems } = page;
    const busy = page.run === 'training' || page.busy !== null;
    return html`
      <div class="parts">
        <mlp-preset-picker .preset=${this.preset} ?disabled=${busy}></mlp-preset-picker>
        <div class="data">
          <mlp-data-picker
            .choice=${choice}
            .hasMnist=${hasMnist}
            .ownName=${page.own?.name ?? null}
            ?disabled=${busy}
          >
          </mlp-data-picker>
          ${
            this.hideDataStatus
              ? nothing
              : html`<mlp-data-status .data=${data} .hasMnist=${hasMnist}></mlp-data-status>`
          }
        </div>
        <div>
          <mlp-network-editor .network=${network} .problems=${problems} ?disabled=${busy}>
          </mlp-network-editor>
          <mlp-question-picker .network=${network} .look=${page.look} ?disabled=${busy}>
          </mlp-question-picker>
          <p class="quiet">
            ${page.busy ? STATUS.busy[page.busy] : busy ? NETWORK.busy : NETWORK.note}
          </p>
        </div>
        <mlp-training-settings
          .context=${this.context}
          .training=${training}
          .network=${network}
          .engine=${engine}
          .backend=${backend}
          .speeds=${page.speeds}
          .problems=${problems}
          .changes=${this.changes}
          .finder=${page.finder}
          ?can-find=${!busy && usable(data) !== null}
          ?network-disabled=${busy}
        ></mlp-training-settings>
        <mlp-run-details
          .backend=${backend}
          .checksum=${page.checksum}
          ?of-drawings=${learnedFromDrawings(page)}
          ?of-part=${page.epochs.some(({ complete }) => !complete)}
        ></mlp-run-details>
      </div>
    `;
  }
}

function learnedFromDrawings({ used, changes }: State): boolean {
  const shares = changes.flatMap(({ before, after }) => [before.drawings, after.drawings]);
  return [used?.drawings, ...shares].some((share) => (share ?? 0) > 0);
}

customElements.define('mlp-settings-panel', SettingsPanel);
