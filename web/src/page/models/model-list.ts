// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ModelForm } from '../../lib/formats/forms.ts';
import { figuresLine, originLine, recordListStyles, type RunRecord, RUNS } from '../runs/index.ts';
import { base } from '../ui/styles.ts';
import '../ui/weights/mlp-thumbnail.ts';
import { tell } from './models-state.ts';
import { modelsStyles } from './models-styles.ts';
import { KEPT } from './texts.ts';

/** The kept networks, the newest first: opened, saved as files, named, noted on, deleted. */
export class ModelList extends LitElement {
  static override get properties() {
    return {
      records: { attribute: false },
      removed: { attribute: false },
      form: {},
      locked: {},
      present: {},
    };
  }

  declare records: readonly RunRecord[];
  /** The one deleted last, which Undo brings back. */
  declare removed: RunRecord | null;
  /** As what they are saved. */
  declare form: ModelForm;
  /** Why none can be opened now; '' when one can. */
  declare locked: string;
  /** The id of the one that is on the page. */
  declare present: string;

  static override styles = [
    base,
    modelsStyles,
    recordListStyles,
    css`
      li {
        grid-template-columns: 6rem minmax(0, 1fr);
      }

      .words > input {
        width: 100%;
        max-width: 26rem;
      }

      .buttons {
        grid-column: 2;
        gap: 0.25rem 0.5rem;
      }

      @container (max-width: 20rem) {
        li {
          grid-template-columns: 4rem minmax(0, 1fr);
        }

        .buttons {
          --button-space: 0.5rem;
        }
      }

      @container (min-width: 44rem) {
        li {
          grid-template-columns: 6rem minmax(0, 1fr) auto;
        }

        .buttons {
          grid-column: 3;
        }
      }
    `,
  ];

  override render() {
    const { removed } = this;
    const all = removed ? [...this.records, removed] : this.records;
    const sorted = all.toSorted((one, other) => other.number - one.number);
    if (sorted.length === 0) return html`<p>${KEPT.none}</p>`;
    return html`
      <ul aria-label=${KEPT.list}>
        ${repeat(
          sorted,
          ({ id }) => id,
          (run) => html`<li>${run === removed ? this.#gone(run) : this.#model(run)}</li>`,
        )}
      </ul>
      <p id="locked" class="quiet">${this.locked}</p>
    `;
  }

  #gone(run: RunRecord) {
    const name = RUNS.name(run);
    return html`<span></span>
      <p role="status">${RUNS.removed(name)}</p>
      <div class="buttons">
        <button
          type="button"
          aria-label=${RUNS.undoOf(name)}
          @click=${() => tell(this, 'model-undo-remove', null)}
        >
          ${RUNS.undo}
        </button>
      </div>`;
  }

  #model(run: RunRecord) {
    const { id, number, name, note = '', thumbnail = null } = run;
    const called = RUNS.name(run);
    const value = (event: Event): string => (event.target as HTMLInputElement).value;
    return html`
      <mlp-thumbnail .of=${thumbnail} label=${KEPT.weights(called)}></mlp-thumbnail>
      <div class="words">
        <div class="title">
          <input
            aria-label=${RUNS.nameOf(number)}
            placeholder=${RUNS.number(number)}
            maxlength="60"
            autocomplete="off"
            .value=${name}
            @change=${(event: Event) => tell(this, 'model-name', { id, name: value(event) })}
          />
          ${id === this.present ? html`<strong>${RUNS.present}</strong>` : nothing}
        </div>
        <p>${figures(run)}</p>
        <p class="quiet">${originLine(run)}</p>
        <input
          aria-label=${KEPT.noteOf(called)}
          placeholder=${KEPT.noteHint}
          maxlength="200"
          autocomplete="off"
          .value=${note}
          @change=${(event: Event) => tell(this, 'model-note', { id, note: value(event) })}
        />
      </div>
      ${this.#buttons(id, called)}
    `;
  }

  #buttons(id: string, called: string) {
    const { form, locked } = this;
    return html`<div class="buttons row">
      <button
        type="button"
        aria-label=${KEPT.openOf(called)}
        aria-describedby=${locked ? 'locked' : nothing}
        ?disabled=${locked !== ''}
        @click=${() => tell(this, 'model-run', id)}
      >
        ${KEPT.open}
      </button>
      <button
        type="button"
        aria-label=${KEPT.saveOf(called)}
        @click=${() => tell(this, 'model-save', { run: id, form, memory: true })}
      >
        ${KEPT.save}
      </button>
      <button
        type="button"
        class="plain"
        aria-label=${RUNS.removeOf(called)}
        @click=${() => tell(this, 'model-remove', id)}
      >
        ${RUNS.remove}
      </button>
    </div>`;
  }
}

/** Of one that came from a file nobody knows how long it was trained. */
function figures(run: RunRecord): string {
  const opened = run.id.endsWith('-opened');
  const accuracy = run.epochs.at(-1)?.accuracy ?? null;
  return [
    run.network.layers.join(' – '),
    ...(opened
      ? [...(accuracy === null ? [] : [RUNS.accuracy(accuracy)]), KEPT.opened]
      : [figuresLine(run)]),
  ].join(' · ');
}

customElements.define('mlp-model-list', ModelList);
