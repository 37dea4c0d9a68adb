// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { css, html, LitElement, nothing } from 'lit';
import type { Epoch } from '../../lib/results.ts';
import { cost, percent, seconds } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { NAMES } from '../model/names.ts';
import { CHARTS } from './texts.ts';

/** Rows that are shown at most; a table of 100,000 epochs would stop the page. */
const MOST_ROWS = 500;

/** Columns that stand there only when a run has their numbers. */
const EXTRA: readonly {
  readonly name: string;
  readonly value: (epoch: Epoch) => number | null;
  readonly format: (value: number | null) => string;
}[] = [
  { name: CHARTS.validationCost, value: (epoch) => epoch.validationCost, format: cost },
  {
    name: CHARTS.validationAccuracy,
    value: (epoch) => epoch.validationAccuracy,
    format: (share) => percent(share, 2),
  },
  {
    name: CHARTS.f1Column,
    value: (epoch) => epoch.binary?.f1 ?? null,
    format: (share) => percent(share, 2),
  },
];

/** The numbers of the charts. Keeps its end in sight while it grows. */
export class EpochTable extends LitElement {
  #atEnd = true;

  readonly #page = selectPage(this, ({ epochs, kept }) => ({ epochs, kept }));

  static override styles = [
    base,
    css`
      :host {
        min-height: 0;
      }

      .scroll {
        height: 100%;
        overflow: auto;
      }

      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.15rem 0.6rem 0.15rem 0;
        text-align: end;
        white-space: nowrap;
      }

      :is(th, td):first-child {
        padding-inline-start: 0.2rem;
        text-align: start;
      }

      th {
        position: sticky;
        top: 0;
        border-bottom: 1px solid var(--line);
        background: var(--paper);
        color: var(--muted);
        font-weight: 400;
      }

      .kept td {
        font-weight: 600;
      }

      .wide {
        font-size: 0.8125rem;
      }

      .wide th {
        white-space: normal;
        vertical-align: bottom;
      }

      @media (max-width: 30rem) {
        table {
          font-size: 0.8125rem;
        }

        th {
          white-space: normal;
          vertical-align: bottom;
        }
      }
    `,
  ];

  override render() {
    const { epochs, kept } = this.#page.value;
    const hidden = Math.max(0, epochs.length - MOST_ROWS);
    const extra = EXTRA.filter(({ value }) => epochs.some((epoch) => value(epoch) !== null));
    const columns = [...CHARTS.columns, ...extra.map(({ name }) => name)];
    return html`
      <div
        class="scroll"
        tabindex="0"
        role="group"
        aria-label=${CHARTS.scrollable}
        @scroll=${this.#scrolled}
      >
        <table aria-label=${NAMES.epochs} class=${extra.length > 1 ? 'wide' : ''}>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${epochs.slice(hidden).map(
              (epoch) => html`
                <tr class=${epoch.epoch === kept ? 'kept' : ''}>
                  <td>${epoch.epoch}</td>
                  <td>${cost(epoch.cost)}</td>
                  <td>${cost(epoch.testCost)}</td>
                  <td>${percent(epoch.accuracy, 2)}</td>
                  <td>${seconds(epoch.seconds)}</td>
                  ${extra.map(({ value, format }) => html`<td>${format(value(epoch))}</td>`)}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${hidden > 0 ? html`<p class="quiet">${CHARTS.notShown(hidden)}</p>` : nothing}
    `;
  }

  override updated(): void {
    const box = this.renderRoot.querySelector('.scroll');
    if (box && this.#atEnd && this.#page.value.epochs.length > 0) box.scrollTop = box.scrollHeight;
  }

  #scrolled = (event: Event): void => {
    const box = event.currentTarget as HTMLElement;
    this.#atEnd = box.scrollTop + box.clientHeight > box.scrollHeight - 8;
  };
}

customElements.define('mlp-epoch-table', EpochTable);
