// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import '../../ui/field/number-field.ts';
import { MOST_RUNS } from '../run-limits.ts';
import { base } from '../../ui/styles.ts';
import { SWEEP } from './texts.ts';
import {
  type Axis,
  type Grid,
  MOST_AXES,
  MOST_RUNS_OF_SWEEP,
  SWEPT,
  type SweptName,
} from './sweep-grid.ts';
import { tellSweep } from './sweep-state.ts';

/** Which settings to go through, and with which values. */
export class SweepForm extends LitElement {
  static override get properties() {
    return {
      grid: { attribute: false },
      epochs: { type: Number },
      estimate: { attribute: false },
      kept: { type: Number },
      locked: {},
      running: { type: Boolean },
    };
  }

  declare grid: Grid;
  declare epochs: number;
  /** Seconds; null while that is not known. */
  declare estimate: number | null;
  /** How many runs are in the list. */
  declare kept: number;
  /** Why it cannot start; '' when it can. */
  declare locked: string;
  declare running: boolean;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.6rem;
      }

      .axis {
        display: grid;
        grid-template-columns: minmax(0, 11rem) minmax(0, 20rem);
        gap: 0.25rem 0.75rem;
      }

      .axis p {
        grid-column: 2;
      }

      select,
      .axis input {
        width: 100%;
      }

      mlp-number-field {
        width: 11rem;
        font-size: 0.8125rem;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        gap: 0.5rem 1rem;
        align-items: center;
      }

      .start {
        border-color: var(--accent);
        color: var(--accent);
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { axes, cells, problems } = this.grid;
    const rows = [...axes, null].slice(0, MOST_AXES);
    const tooMany = cells.length > MOST_RUNS_OF_SWEEP;
    const wrong = problems.some(Boolean) || !(this.epochs >= 1);
    const known = !wrong && !tooMany && cells.length > 0;
    const validation = cells[0]?.settings.training.validation ?? 0;
    return html`
      ${rows.map((axis, i) => this.#axis(axis, i))}
      <mlp-number-field
        label=${SWEEP.epochs}
        .value=${this.epochs}
        ?disabled=${this.running}
        @value-change=${({ detail }: CustomEvent<number>) => tellSweep(this, 'sweep-epochs', detail)}
      ></mlp-number-field>
      <div class="foot">
        <button
          type="button"
          class="start"
          aria-describedby="size why"
          ?disabled=${!known || this.running || this.locked !== ''}
          @click=${() => tellSweep(this, 'sweep-start', null)}
        >
          ${SWEEP.start}
        </button>
        <p id="size" role="status">${known ? this.#size() : nothing}</p>
      </div>
      <p id="why" class=${tooMany ? 'problem' : 'quiet'}>
        ${
          tooMany
            ? SWEEP.tooMany(cells.length, MOST_RUNS_OF_SWEEP)
            : this.locked || (known ? SWEEP.validation(validation) : '')
        }
        ${known && this.kept + cells.length > MOST_RUNS ? SWEEP.crowd : nothing}
      </p>
    `;
  }

  #size() {
    const { cells } = this.grid;
    const time = this.estimate === null ? SWEEP.noEstimate : SWEEP.estimate(this.estimate);
    return html`${SWEEP.size(cells.length, this.epochs)}, ${time}`;
  }

  #axis(axis: Axis | null, i: number) {
    const problem = axis ? this.grid.problems[i] : '';
    const name = axis ? SWEEP.names[axis.name] : '';
    return html`
      <div class="axis">
        <select
          aria-label=${SWEEP.setting(i + 1)}
          ?disabled=${this.running}
          @change=${(event: Event) => this.#choose(i, (event.target as HTMLSelectElement).value)}
        >
          <option value="" .selected=${axis === null}>${SWEEP.none}</option>
          ${SWEPT.map(
            (one) => html`
              <option value=${one} .selected=${one === axis?.name}>${SWEEP.names[one]}</option>
            `,
          )}
        </select>
        ${
          axis
            ? html`<input
                type="text"
                autocomplete="off"
                spellcheck="false"
                aria-label=${SWEEP.values(name)}
                placeholder=${SWEEP.valuesShort}
                aria-invalid=${problem ? 'true' : 'false'}
                aria-describedby=${problem ? `problem${i}` : nothing}
                .value=${axis.text}
                ?disabled=${this.running}
                @input=${(event: Event) => {
                  this.#write(i, (event.target as HTMLInputElement).value);
                }}
              />`
            : nothing
        }
        ${problem ? html`<p id="problem${i}" class="problem">${problem}</p>` : nothing}
      </div>
    `;
  }

  #choose(i: number, value: string): void {
    const { axes } = this.grid;
    const name = value as SweptName;
    const next = value === '' ? [] : [{ name, text: SWEEP.proposals[name] }];
    tellSweep(this, 'sweep-axes', axes.toSpliced(i, 1, ...next));
  }

  #write(i: number, text: string): void {
    const { axes } = this.grid;
    const axis = axes[i];
    if (axis) tellSweep(this, 'sweep-axes', axes.with(i, { ...axis, text }));
  }
}

customElements.define('mlp-sweep-form', SweepForm);
