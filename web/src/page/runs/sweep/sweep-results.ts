// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { settingValue } from '../../model/change-texts.ts';
import { cost, percent, seconds } from '../../model/format.ts';
import { base } from '../../ui/styles.ts';
import { SWEEP } from './texts.ts';
import type { SweptName } from './sweep-grid.ts';
import { bestOf, type SweepResult } from './sweep-state.ts';

interface Column {
  readonly name: string;
  /** By which it is sorted. */
  readonly key: (result: SweepResult) => number | string | null;
  readonly text: (result: SweepResult) => string;
  /** Stands apart from what decides. */
  readonly apart?: boolean;
}

const FIGURES: readonly Column[] = [
  {
    name: SWEEP.validationAccuracy,
    key: ({ validationAccuracy }) => validationAccuracy,
    text: ({ validationAccuracy }) => percent(validationAccuracy, 2),
  },
  {
    name: SWEEP.validationCost,
    key: ({ validationCost }) => validationCost,
    text: ({ validationCost }) => cost(validationCost),
  },
  {
    name: SWEEP.seconds,
    key: (result) => result.seconds,
    text: (result) => seconds(result.seconds),
  },
  {
    name: SWEEP.testAccuracy,
    key: ({ testAccuracy }) => testAccuracy,
    text: ({ testAccuracy }) => percent(testAccuracy, 2),
    apart: true,
  },
];

/** The runs of a sweep; a press on a column's head sorts by it. */
export class SweepResults extends LitElement {
  static override get properties() {
    return {
      swept: { attribute: false },
      results: { attribute: false },
      by: { state: true },
      falling: { state: true },
    };
  }

  declare swept: readonly SweptName[];
  declare results: readonly SweepResult[];
  /** The name of the column that sorts. */
  declare by: string;
  declare falling: boolean;

  static override styles = [
    base,
    css`
      .scroll {
        overflow-x: auto;
      }

      table {
        margin-block: 0.4rem;
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.15rem 1rem 0.15rem 0;
        text-align: end;
        white-space: nowrap;
      }

      :is(th, td):first-child {
        text-align: start;
      }

      thead th {
        border-bottom: 1px solid var(--line);
        font-weight: 400;
      }

      .apart {
        padding-inline-start: 1rem;
        border-inline-start: 1px solid var(--line);
        color: var(--muted);
      }

      th button {
        min-height: var(--touch-small, 1.5rem);
        padding: 0;
        border: 0;
        background: none;
        color: var(--muted);
      }

      [aria-sort] button {
        color: var(--ink);
        font-weight: 600;
      }

      .best :is(td, th):not(.apart) {
        font-weight: 600;
      }
    `,
  ];

  constructor() {
    super();
    this.swept = [];
    this.results = [];
    this.by = SWEEP.validationAccuracy;
    this.falling = true;
  }

  override render() {
    const columns = this.#columns();
    const best = bestOf(this.results);
    return html`
      <h3>${SWEEP.results}</h3>
      ${best ? html`<p>${this.#best(best)}</p>` : nothing}
      <div class="scroll" tabindex="0" role="group" aria-label=${SWEEP.scrollable}>
        <table aria-label=${SWEEP.results}>
          <thead>
            <tr>
              ${columns.map((column) => this.#head(column))}
            </tr>
          </thead>
          <tbody>
            ${this.#sorted(columns).map(
              (result) => html`
                <tr class=${result === best ? 'best' : ''}>
                  <th scope="row">
                    ${result.name} ${result === best ? `(${SWEEP.bestWord})` : nothing}
                  </th>
                  ${columns
                    .slice(1)
                    .map(
                      ({ text, apart }) =>
                        html`<td class=${apart ? 'apart' : ''}>${text(result)}</td>`,
                    )}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      <p class="quiet">${SWEEP.resultsNote}</p>
    `;
  }

  #head({ name, apart }: Column) {
    const sorts = name === this.by;
    return html`
      <th
        scope="col"
        class=${apart ? 'apart' : ''}
        aria-sort=${sorts ? (this.falling ? 'descending' : 'ascending') : nothing}
      >
        <button type="button" @click=${() => this.#sortBy(name)}>
          ${name}<span aria-hidden="true">${sorts ? (this.falling ? ' ↓' : ' ↑') : ''}</span>
        </button>
      </th>
    `;
  }

  #columns(): Column[] {
    return [
      { name: SWEEP.run, key: ({ name }) => name, text: ({ name }) => name },
      ...this.swept.map((name, i): Column => ({
        name: SWEEP.names[name],
        key: ({ values }) => values[i] ?? null,
        text: ({ values }) => settingValue(values[i]),
      })),
      ...FIGURES,
    ];
  }

  #sorted(columns: readonly Column[]): SweepResult[] {
    const { key } = columns.find(({ name }) => name === this.by) ?? columns[0] ?? { key: () => 0 };
    const sign = this.falling ? -1 : 1;
    return this.results.toSorted((one, other) => {
      const [a, b] = [key(one), key(other)];
      // What has no number stands at the end, either way.
      if (a === null || b === null) return (a === null ? 1 : 0) - (b === null ? 1 : 0);
      if (typeof a === 'number' && typeof b === 'number') return sign * (a - b);
      return sign * String(a).localeCompare(String(b), 'en', { numeric: true });
    });
  }

  #sortBy(name: string): void {
    this.falling = name === this.by ? !this.falling : name === SWEEP.validationAccuracy;
    this.by = name;
  }

  #best({ name, values, validationAccuracy }: SweepResult): string {
    const said = values.map((value, i) => {
      const swept = this.swept[i];
      return `${swept ? SWEEP.names[swept] : ''} ${settingValue(value)}`;
    });
    return SWEEP.best(name, said.join(', '), validationAccuracy ?? 0);
  }
}

customElements.define('mlp-sweep-results', SweepResults);
