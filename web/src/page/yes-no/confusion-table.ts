// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { ThresholdCounts } from '../../lib/curves.ts';
import { count } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { ANSWER } from '../model/texts.ts';
import { YES_NO } from './texts.ts';
import { confusionStyles } from '../ui/confusion-styles.ts';

/** How many are found, missed, rejected, and taken for what they are not. */
export class ConfusionTable extends LitElement {
  static override get properties() {
    return {
      counts: { attribute: false },
      positive: { attribute: false },
    };
  }

  declare counts: ThresholdCounts;
  /** What means yes is called so. */
  declare positive: string;

  static override styles = [
    base,
    confusionStyles,
    css`
      table {
        width: 100%;
      }

      caption {
        padding-bottom: 0.2rem;
        color: var(--muted);
        font-size: 0.8125rem;
        text-align: start;
      }

      th {
        text-align: start;
      }

      thead th {
        text-align: end;
      }

      :is(th, td) {
        padding: 0.3rem 0.5rem;
        white-space: nowrap;
      }

      :is(th, td):first-child {
        padding-inline-start: 0;
      }

      td {
        font-size: 1.125rem;
      }

      td.wrong {
        color: var(--pencil);
      }

      td.wrong::before {
        content: '× ';
        content: '× ' / '';
        font-size: 0.8125rem;
      }
    `,
  ];

  override render() {
    const { found, missed, falseYes, rejected } = this.counts;
    return html`
      <table aria-label=${YES_NO.confusion}>
        <thead>
          <tr>
            <th scope="col"><span class="hidden-visually">${YES_NO.truth}</span></th>
            <th scope="col">${ANSWER.saidYes}</th>
            <th scope="col">${ANSWER.saidNo}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${ANSWER.isYes(this.positive)}</th>
            <td>${count(found)}</td>
            <td class="wrong">${count(missed)}</td>
          </tr>
          <tr>
            <th scope="row">${ANSWER.isNo(this.positive)}</th>
            <td class="wrong">${count(falseYes)}</td>
            <td>${count(rejected)}</td>
          </tr>
        </tbody>
      </table>
    `;
  }
}

customElements.define('mlp-confusion-table', ConfusionTable);
