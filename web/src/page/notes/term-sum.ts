// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import { base } from '../ui/styles.ts';
import { TERMS } from './formulas.ts';
import type { ChosenCell, Walked } from './notes-state.ts';
import { short, signed } from '../ui/heat-map/numbers.ts';
import { plainName } from '../ui/heat-map/names.ts';
import { formula } from './shapes.ts';
import { stepStyles } from './step-styles.ts';
import { sumOf } from './terms.ts';
import { NAMES } from './texts.ts';
import { SUM_TEXTS } from './steps/texts.ts';

/** The sum that a cell of Z_l or dW_l comes from, term by term. */
export class TermSum extends LitElement {
  static override get properties() {
    return { walked: { attribute: false }, chosen: { attribute: false } };
  }

  declare walked: Walked;
  declare chosen: ChosenCell | null;

  static override styles = [
    base,
    stepStyles,
    css`
      :host {
        gap: 0.35rem;
      }

      tfoot tr:first-child > * {
        border-top: 1px solid var(--line);
      }

      tfoot th {
        color: var(--ink);
      }

      .total {
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const sum = this.chosen && sumOf(this.walked, this.chosen);
    if (!sum || !this.chosen) return nothing;
    const { letter, layer, row, column } = this.chosen;
    const name = plainName(letter, layer);
    const foot = (label: string, value: string, kind = '') => html`
      <tr class=${kind}>
        <th scope="row" colspan="3">${label}</th>
        <td>${value}</td>
      </tr>
    `;
    return html`
      <h3>${SUM_TEXTS.title(name, row, column)}</h3>
      ${formula(TERMS[sum.kind])}
      <p class="quiet">${SUM_TEXTS.largest(sum.terms.length, sum.of)}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${SUM_TEXTS.scrolls}>
        <table aria-label=${NAMES.sum}>
          <thead>
            <tr>
              ${SUM_TEXTS.columns[sum.kind].map((title) => html`<th scope="col">${title}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${sum.terms.map(
              ({ index, left, right, product }) => html`
                <tr>
                  <td>${index}</td>
                  <td>${short(left)}</td>
                  <td>${short(right)}</td>
                  <td>${signed(product)}</td>
                </tr>
              `,
            )}
          </tbody>
          <tfoot>
            ${
              sum.of > sum.terms.length
                ? foot(SUM_TEXTS.rest(sum.of - sum.terms.length), signed(sum.rest))
                : nothing
            }
            ${sum.bias === null ? nothing : foot(SUM_TEXTS.bias, signed(sum.bias))}
            ${sum.divisor === 1 ? nothing : foot(SUM_TEXTS.share(sum.divisor), '')}
            ${foot(SUM_TEXTS.total, short(sum.total), 'total')}
            ${foot(SUM_TEXTS.core(`${name}(${row}, ${column})`), short(sum.core))}
          </tfoot>
        </table>
      </div>
    `;
  }
}

customElements.define('mlp-term-sum', TermSum);
