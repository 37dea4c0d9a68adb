// SPDX-License-Identifier: MIT
import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { MOST_OVERLAYS } from '../model/overlays.ts';
import { base, squared } from '../ui/styles.ts';
import { RUNS } from './texts.ts';
import { CURVE_BOX, curveTemplate } from './run-curve.ts';
import { recordListStyles } from './record-list-styles.ts';
import { runListStyles } from './run-list-styles.ts';
import type { RunRecord } from './run-record.ts';
import { tell } from './runs-state.ts';
import { figuresLine, originLine, settingsLine } from './run-summary.ts';

/** The kept runs, the newest first, with what can be done with each. */
export class RunList extends LitElement {
  static override get properties() {
    return {
      records: { attribute: false },
      removed: { attribute: false },
      overlaid: { attribute: false },
      compared: { attribute: false },
      present: {},
      locked: {},
    };
  }

  declare records: readonly RunRecord[];
  /** The one deleted last, which stands among them still. */
  declare removed: RunRecord | null;
  declare overlaid: readonly string[];
  declare compared: readonly string[];
  /** The id of the run that is on the page. */
  declare present: string;
  /** Why no run can be restored now; '' when one can. */
  declare locked: string;

  static override styles = [base, squared, recordListStyles, runListStyles];

  override render() {
    const { removed } = this;
    const all = removed ? [...this.records, removed] : this.records;
    const sorted = all.toSorted((one, other) => other.number - one.number);
    return html`
      <ul aria-label=${RUNS.list}>
        ${repeat(
          sorted,
          ({ id }) => id,
          (record) => html`<li>${record === removed ? gone(this, record) : this.#run(record)}</li>`,
        )}
      </ul>
      <p id="locked" class="quiet">${this.locked}</p>
    `;
  }

  #run(record: RunRecord) {
    const { id, number, name, epochs } = record;
    const called = RUNS.name(record);
    return html`
      <div class="chosen">
        ${this.#box('run-overlay', id, RUNS.overlay, RUNS.overlayOf(called))}
        ${this.#box('run-compare', id, RUNS.compare, RUNS.compareOf(called))}
      </div>
      <svg class="squared" viewBox=${CURVE_BOX} aria-hidden="true">${curveTemplate(epochs)}</svg>
      <div class="words">
        <p class="title">
          <input
            aria-label=${RUNS.nameOf(number)}
            placeholder=${RUNS.number(number)}
            maxlength="60"
            autocomplete="off"
            .value=${name}
            @change=${(event: Event) => {
              tell(this, 'run-rename', { id, name: (event.target as HTMLInputElement).value });
            }}
          />
          ${id === this.present ? html`<strong>${RUNS.present}</strong>` : nothing}
        </p>
        <p class="figures">${figuresLine(record)}</p>
        <p class="quiet">${settingsLine(record)}</p>
        <p class="quiet">${originLine(record)}</p>
      </div>
      <div class="buttons">
        <button
          type="button"
          aria-label=${RUNS.restoreOf(called)}
          aria-describedby=${this.locked ? 'locked' : nothing}
          ?disabled=${this.locked !== ''}
          @click=${() => tell(this, 'run-restore', id)}
        >
          ${RUNS.restore}
        </button>
        <button
          type="button"
          class="plain"
          aria-label=${RUNS.removeOf(called)}
          @click=${() => tell(this, 'run-remove', id)}
        >
          ${RUNS.remove}
        </button>
      </div>
    `;
  }

  #box(event: 'run-overlay' | 'run-compare', id: string, text: string, label: string) {
    const chosen = event === 'run-overlay' ? this.overlaid : this.compared;
    const on = chosen.includes(id);
    const full = event === 'run-overlay' && !on && chosen.length >= MOST_OVERLAYS;
    return html`
      <label title=${full ? RUNS.mostOverlays(MOST_OVERLAYS) : nothing}>
        <input
          type="checkbox"
          aria-label=${label}
          .checked=${on}
          ?disabled=${full}
          @change=${(e: Event) => tell(this, event, { id, on: (e.target as HTMLInputElement).checked })}
        />
        ${text}
      </label>
    `;
  }

  /** Undo takes the place of Delete, and so the keyboard's focus. */
  override updated(): void {
    if (this.removed && !this.renderRoot.querySelector(':focus')) {
      this.renderRoot.querySelector<HTMLElement>('.gone button')?.focus();
    }
  }
}

function gone(from: HTMLElement, record: RunRecord) {
  const called = RUNS.name(record);
  return html`
    <div class="gone">
      <p role="status">${RUNS.removed(called)}</p>
      <button
        type="button"
        aria-label=${RUNS.undoOf(called)}
        @click=${() => tell(from, 'run-undo-remove', null)}
      >
        ${RUNS.undo}
      </button>
    </div>
  `;
}

customElements.define('mlp-run-list', RunList);
