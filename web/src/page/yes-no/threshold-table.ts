// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { countAt } from '../../lib/curves.ts';
import type { Scores } from '../../lib/results.ts';
import { percent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { YES_NO } from './texts.ts';

const THRESHOLDS = [0.01, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99];

/** The curves as numbers, at some thresholds; folded. */
export class ThresholdTable extends LitElement {
  static override get properties() {
    return { scores: { attribute: false } };
  }

  declare scores: Scores;

  static override styles = [
    base,
    css`
      .scroll {
        overflow-x: auto;
      }

      summary {
        align-content: center;
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
      }

      :is(th, td):first-child {
        text-align: start;
      }

      thead th {
        border-bottom: 1px solid var(--line);
        color: var(--muted);
        vertical-align: bottom;
      }

      th {
        font-weight: 400;
      }
    `,
  ];

  override render() {
    return html`
      <details>
        <summary>${YES_NO.table}</summary>
        <div class="scroll" tabindex="0" role="group" aria-label=${YES_NO.table}>
          <table aria-label=${YES_NO.tableName}>
            <thead>
              <tr>
                ${YES_NO.columns.map((column) => html`<th scope="col">${column}</th>`)}
              </tr>
            </thead>
            <tbody>
              ${THRESHOLDS.map((threshold) => this.#row(threshold))}
            </tbody>
          </table>
        </div>
      </details>
    `;
  }

  #row(threshold: number) {
    const { precision, recall, f1, falsePositiveRate } = countAt(this.scores, threshold);
    return html`
      <tr>
        <th scope="row">${threshold.toFixed(2)}</th>
        ${[precision, recall, f1, falsePositiveRate].map(
          (share) => html`<td>${percent(share, 2)}</td>`,
        )}
      </tr>
    `;
  }
}

customElements.define('mlp-threshold-table', ThresholdTable);
