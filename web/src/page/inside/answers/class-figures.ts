// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import { count, percent } from '../../model/format.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { ANSWERS, NAMES } from './texts.ts';
import type { Confusion } from './confusion.ts';

/** Precision and recall of each class. */
export class ClassFigures extends LitElement {
  static override get properties() {
    return { confusion: { attribute: false }, positive: { attribute: false } };
  }

  declare confusion: Confusion;
  /** The digit that means yes; null for 'Which digit?'. */
  declare positive: number | null;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      table {
        width: 100%;
        border-collapse: collapse;
        font-size: 0.875rem;
      }

      :is(th, td) {
        padding: 0 0 0 0.6rem;
        text-align: end;
        white-space: nowrap;
      }

      :is(th, td):first-child {
        padding: 0;
        text-align: start;
      }

      th {
        color: var(--muted);
        font-size: 0.8125rem;
        font-weight: 400;
      }

      thead th {
        padding-bottom: 0.2rem;
        border-bottom: 1px solid var(--line);
        white-space: normal;
        vertical-align: bottom;
      }

      /* As high as the rows of the matrix beside it. */
      tbody tr {
        height: 2.125rem;
        border-bottom: 1px solid var(--line);
      }
    `,
  ];

  override render() {
    const { positive } = this;
    const classes = this.confusion.classes.map((figures, k) => ({ figures, k }));
    const shown = positive === null ? classes : classes.reverse();
    return html`
      <table aria-label=${NAMES.classes}>
        <thead>
          <tr>
            ${ANSWERS.columnsOfClasses.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${shown.map(
            ({ k, figures: { images, answered, precision, recall } }) => html`
              <tr>
                <th scope="row">${ANSWERS.className(this.#look.value, positive, k)}</th>
                <td>${count(images)}</td>
                <td>${count(answered)}</td>
                <td>${percent(precision)}</td>
                <td>${percent(recall)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}

customElements.define('mlp-class-figures', ClassFigures);
