// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { percent } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { PANEL } from './texts.ts';
import type { Learned, Reached } from '../model/drawings-state.ts';

/** What learning from the drawings gave, before and after. */
export class LearnedTable extends LitElement {
  static override get properties() {
    return { learned: { attribute: false } };
  }

  declare learned: Learned;

  static override styles = [
    base,
    css`
      table {
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      caption {
        font-weight: 600;
        text-align: start;
      }

      th,
      td {
        padding: 0.2rem 1.25rem 0.2rem 0;
        border-bottom: 1px solid var(--line);
        font-weight: 400;
        text-align: end;
      }

      th:first-child {
        text-align: start;
      }

      thead th {
        color: var(--muted);
        font-size: 0.8125rem;
      }
    `,
  ];

  override render() {
    const { drawings, before, after } = this.learned;
    const own = ({ right }: Reached) => PANEL.share(right, drawings);
    const test = ({ accuracy }: Reached) => percent(accuracy, 2);
    return html`
      <table>
        <caption>
          ${PANEL.result}
        </caption>
        <thead>
          <tr>
            ${PANEL.columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">${PANEL.own(drawings)}</th>
            <td>${own(before)}</td>
            <td>${own(after)}</td>
          </tr>
          <tr>
            <th scope="row">${PANEL.test}</th>
            <td>${test(before)}</td>
            <td>${test(after)}</td>
          </tr>
        </tbody>
      </table>
    `;
  }
}

customElements.define('mlp-learned-table', LearnedTable);
