// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { COMPARISON, RUNS } from './texts.ts';
import { type ComparisonRow, figureRows, settingRows } from './comparison-rows.ts';
import type { RunRecord } from './run-record.ts';

/** Two runs or more side by side. What differs is said in a word and set in bold. */
export class RunComparison extends LitElement {
  static override get properties() {
    return { records: { attribute: false } };
  }

  declare records: readonly RunRecord[];

  static override styles = [
    base,
    css`
      .scroll {
        overflow-x: auto;
      }

      table {
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      th,
      td {
        padding: 0.2rem 1.25rem 0.2rem 0;
        text-align: start;
        vertical-align: baseline;
      }

      thead th {
        border-bottom: 1px solid var(--line);
      }

      tbody th {
        color: var(--muted);
        font-weight: 400;
      }

      .part th {
        padding-top: 0.7rem;
        color: var(--ink);
        font-weight: 600;
      }

      .differs :is(td, .name) {
        color: var(--ink);
        font-weight: 600;
      }

      .word {
        font-size: 0.8125rem;
      }
    `,
  ];

  override render() {
    const settings = settingRows(this.records);
    const differing = settings.filter(({ differs }) => differs);
    return html`
      <h2>${COMPARISON.title}</h2>
      <div class="scroll" tabindex="0" role="group" aria-label=${COMPARISON.scrollable}>
        <table aria-label=${COMPARISON.title}>
          <thead>
            <tr>
              <th scope="col"><span class="hidden-visually">${COMPARISON.row}</span></th>
              ${this.records.map((record) => html`<th scope="col">${RUNS.name(record)}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.#part(COMPARISON.figures)} ${figureRows(this.records).map((row) => line(row))}
          </tbody>
          <tbody>
            ${this.#part(COMPARISON.settings)}
            ${[...differing, ...settings.filter(isPlain)].map((row) => line(row, true))}
          </tbody>
        </table>
      </div>
    `;
  }

  #part(name: string) {
    return html`<tr class="part">
      <th scope="colgroup" colspan=${this.records.length + 1}>${name}</th>
    </tr>`;
  }
}

const isPlain = ({ differs }: ComparisonRow): boolean => !differs;

/** @param marked whether it says that it differs; figures nearly always do */
function line({ name, values, differs }: ComparisonRow, marked = false) {
  const shown = marked && differs;
  return html`
    <tr class=${shown ? 'differs' : ''}>
      <th scope="row">
        <span class="name">${name}</span>
        ${shown ? html`<span class="word">(${COMPARISON.differs})</span>` : nothing}
      </th>
      ${values.map((value) => html`<td>${value}</td>`)}
    </tr>
  `;
}

customElements.define('mlp-run-comparison', RunComparison);
