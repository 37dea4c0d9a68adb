// SPDX-License-Identifier: MIT
import { css, html, LitElement, type PropertyValues, type TemplateResult } from 'lit';
import { styled } from '../../ui/styled.ts';
import { confusionStyles } from '../../ui/confusion-styles.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { ANSWERS, NAMES } from './texts.ts';
import { tell } from './answers-state.ts';
import type { Cell, Confusion } from './confusion.ts';

/** The colour of a full cell, in per cent: no more, so that numbers stay easy to read on it. */
const FULL = 36;

/** Row and column as they are shown, from 0. */
interface Place {
  readonly row: number;
  readonly column: number;
}

/** True classes down, answers across; a cell that is chosen shows its images elsewhere. */
export class ConfusionGrid extends LitElement {
  static override get properties() {
    return {
      confusion: { attribute: false },
      positive: { attribute: false },
      chosen: { attribute: false },
      place: { state: true },
    };
  }

  declare confusion: Confusion;
  /** The digit that means yes; null for 'Which digit?'. */
  declare positive: number | null;
  declare chosen: Cell | null;
  /** The cell that the Tab key comes to. */
  declare place: Place;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    confusionStyles,
    css`
      table {
        width: 100%;
        table-layout: fixed;
      }

      .side {
        width: 2.25rem;
      }

      .words .side {
        width: 5rem;
      }

      .columns {
        padding-inline-start: 2.75rem;
      }

      thead th {
        padding: 0 0.3rem 0.2rem;
        text-align: end;
      }

      tbody th {
        padding-inline-end: 0.4rem;
        text-align: end;
      }

      td {
        height: 2.125rem;
        padding: 0 0.25rem;
        background: color-mix(in srgb, var(--colour) var(--share), var(--sheet));
        font-size: 0.875rem;
        cursor: pointer;
        --colour: var(--pencil);
      }

      td.right {
        font-weight: 600;
        --colour: var(--accent);
      }

      td.none {
        color: var(--muted);
      }

      td:hover {
        border-color: var(--muted);
      }

      td[aria-selected='true'] {
        outline: 2px solid var(--ink);
        outline-offset: -2px;
      }

      td:focus-visible {
        outline: 2px solid var(--accent);
        outline-offset: 1px;
      }

      @media (max-width: 40rem) {
        table:not(.words) td {
          padding: 0 0.1rem;
          font-size: 0.6875rem;
          text-align: center;
        }

        .side {
          width: 1.5rem;
        }

        tbody th {
          padding-inline-end: 0.3rem;
        }
      }
    `,
  ];

  constructor() {
    super();
    this.positive = null;
    this.chosen = null;
    this.place = { row: 0, column: 0 };
  }

  /** The classes in the order in which they are shown: yes before no. */
  get #order(): number[] {
    const all = this.confusion.counts.map((_, k) => k);
    return this.positive === null ? all : all.reverse();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    // Another question, another number of classes.
    if (changed.has('positive')) this.place = { row: 0, column: 0 };
  }

  override render() {
    const { positive, confusion } = this;
    const look = this.#look.value;
    const order = this.#order;
    const { place } = this;
    const mistakes = confusion.counts.flatMap((row, k) => row.filter((_, answer) => answer !== k));
    const most = Math.max(1, ...mistakes);
    return html`
      <p class="quiet columns" aria-hidden="true">${ANSWERS.columns}</p>
      <table
        role="grid"
        aria-label=${NAMES.matrix}
        class=${positive === null ? '' : 'words'}
        @keydown=${this.#key}
      >
        <thead>
          <tr>
            <th scope="col" class="side">${ANSWERS.rows}</th>
            ${order.map((k) => html`<th scope="col">${ANSWERS.column(look, positive, k)}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${order.map(
            (truth, row) => html`
              <tr>
                <th scope="row" class="side">${ANSWERS.className(look, positive, truth)}</th>
                ${order.map((answer, column) =>
                  this.#cell({ truth, answer }, most, row === place.row && column === place.column),
                )}
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }

  #cell(cell: Cell, most: number, reachable: boolean): TemplateResult {
    const { truth, answer } = cell;
    const { confusion, chosen, positive } = this;
    const number = confusion.counts[truth]?.[answer] ?? 0;
    const right = truth === answer;
    const share = right ? (confusion.classes[truth]?.recall ?? 0) : number / most;
    return html`
      <td
        role="gridcell"
        class=${right ? 'right' : number === 0 ? 'none' : ''}
        .style=${styled(`--share: ${Math.round(FULL * share)}%`)}
        tabindex=${reachable ? 0 : -1}
        aria-selected=${chosen?.truth === truth && chosen.answer === answer}
        aria-label=${ANSWERS.cell(this.#look.value, positive, cell, number)}
        @click=${() => this.#choose(cell)}
      >
        ${number}
      </td>
    `;
  }

  #choose(cell: Cell): void {
    const order = this.#order;
    this.place = { row: order.indexOf(cell.truth), column: order.indexOf(cell.answer) };
    tell(this, 'answers-cell', cell);
  }

  #key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const order = this.#order;
    const last = order.length - 1;
    const { row, column } = this.place;
    const [truth, answer] = [order[row], order[column]];
    if (event.key === 'Escape') tell(this, 'answers-choice', { kind: 'mistakes', digit: null });
    else if (event.key === 'Enter' || event.key === ' ') {
      if (truth !== undefined && answer !== undefined) this.#choose({ truth, answer });
    } else {
      const to = moved(event.key, { row, column }, last);
      if (!to) return;
      this.place = to;
      void this.updateComplete.then(() =>
        this.renderRoot.querySelector<HTMLElement>('td[tabindex="0"]')?.focus(),
      );
    }
    event.preventDefault();
  };
}

/** Where a key moves to; null: it moves nothing. */
function moved(key: string, { row, column }: Place, last: number): Place | null {
  switch (key) {
    case 'ArrowUp':
      return { row: Math.max(0, row - 1), column };
    case 'ArrowDown':
      return { row: Math.min(last, row + 1), column };
    case 'ArrowLeft':
      return { row, column: Math.max(0, column - 1) };
    case 'ArrowRight':
      return { row, column: Math.min(last, column + 1) };
    case 'Home':
      return { row, column: 0 };
    case 'End':
      return { row, column: last };
    case 'PageUp':
      return { row: 0, column };
    case 'PageDown':
      return { row: last, column };
    default:
      return null;
  }
}

customElements.define('mlp-confusion-grid', ConfusionGrid);
