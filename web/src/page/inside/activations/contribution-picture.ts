// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { Inspection } from '../../../lib/insight.ts';
import { asImage, type Cell, extent, pixelOf } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { ACTIVATIONS } from './texts.ts';
import '../../ui/heat-map/colour-scale.ts';
import '../../ui/heat-map/heat-map.ts';

/** Pixels of the table. */
const LISTED = 10;

/** Input times gradient, over the digit itself. */
export class ContributionPicture extends LitElement {
  static override get properties() {
    return { inspection: { attribute: false }, name: {} };
  }

  declare inspection: Inspection;
  /** The answer that is explained. */
  declare name: string;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        gap: 0.5rem;
        align-content: start;
      }

      table {
        border-collapse: collapse;
        font-size: 0.8125rem;
      }

      th,
      td {
        padding: 0.05rem 1.25rem 0.05rem 0;
        text-align: end;
      }

      th {
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];

  override render() {
    const { inspection, name } = this;
    const look = this.#look.value;
    const { contributions, activations } = inspection;
    const matrix = asImage(look, contributions);
    const { least, most } = extent(matrix);
    const full = Math.max(Math.abs(least), Math.abs(most));
    const sum = (side: 1 | -1) =>
      contributions.reduce((total, value) => total + (side * value > 0 ? value : 0), 0);
    return html`
      <h3>${ACTIVATIONS.spoke}</h3>
      <mlp-heat-map
        .matrix=${matrix}
        .under=${asImage(look, activations[0] ?? contributions)}
        name=${ACTIVATIONS.picture(name)}
        .most=${full}
        .cell=${9}
        square
        .describe=${({ row, column }: Cell) => ACTIVATIONS.pixel(row, column)}
      ></mlp-heat-map>
      <mlp-colour-scale most=${full}></mlp-colour-scale>
      <p>${ACTIVATIONS.sums(name, short(sum(1)), short(sum(-1)))}</p>
      <p class="quiet">${ACTIVATIONS.about}</p>
      <details>
        <summary>${ACTIVATIONS.table}</summary>
        ${this.#table()}
      </details>
    `;
  }

  #table() {
    const { contributions, activations } = this.inspection;
    const first = Array.from(contributions, (value, i) => ({ value, i }))
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
      .slice(0, LISTED);
    return html`
      <table aria-label=${ACTIVATIONS.table}>
        <thead>
          <tr>
            ${ACTIVATIONS.tableColumns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${first.map(({ value, i }) => {
            const { row, column } = pixelOf(this.#look.value, i);
            return html`<tr>
              <td>${row}</td>
              <td>${column}</td>
              <td>${short(activations[0]?.[i] ?? NaN)}</td>
              <td>${short(value)}</td>
            </tr>`;
          })}
        </tbody>
      </table>
    `;
  }
}

customElements.define('mlp-contribution-picture', ContributionPicture);
