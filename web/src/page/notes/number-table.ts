// SPDX-License-Identifier: MIT
import { styled } from '../ui/styled.ts';
import { html, nothing, type TemplateResult } from 'lit';
import type { MatrixData } from '../../lib/results.ts';
import { at, extent } from '../ui/heat-map/matrix.ts';
import { short } from '../ui/heat-map/numbers.ts';

export interface NumberColumn {
  /** For the ear, and for the eye where there is no symbol. */
  readonly name: string;
  readonly symbol?: TemplateResult;
  readonly matrix: MatrixData;
  /** The number of full colour; else the column's own largest by size. */
  readonly most?: number;
}

export interface NumberTable {
  readonly name: string;
  /** What the rows are, and each of them. */
  readonly rowHead: string;
  readonly rowNames: readonly string[];
  readonly columns: readonly NumberColumn[];
  /** The column of the matrices that is shown. */
  readonly image: number;
  readonly scrolls: string;
  /** A row that stands out, with the reason for the ear. */
  readonly strong?: number | null;
  readonly why?: string;
}

/** So many rows are shown without scrolling. */
const FEW = 20;

/** Full colour behind a number would hide it. */
const DEEPEST = 30;

/** One column of some matrices side by side, as numbers on the colours of a heat map. */
export function numberTable(table: NumberTable): TemplateResult {
  const { name, rowHead, rowNames, columns, image, strong, why = '', scrolls } = table;
  const largest = columns.map(({ matrix, most }) => {
    const { least, most: top } = extent(matrix);
    return most ?? Math.max(Math.abs(least), Math.abs(top));
  });
  return html`
    <div
      class="scroll rows ${rowNames.length > FEW ? '' : 'whole'}"
      tabindex="0"
      role="group"
      aria-label=${scrolls}
    >
      <table class="numbers" aria-label=${name}>
        <thead>
          <tr>
            <th scope="col">${rowHead}</th>
            ${columns.map(
              ({ name: head, symbol }) =>
                html`<th scope="col">
                  ${
                    symbol
                      ? html`<span aria-hidden="true">${symbol}</span>
                          <span class="hidden-visually">${head}</span>`
                      : head
                  }
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rowNames.map(
            (row, k) => html`
              <tr class=${k === strong ? 'strong' : ''}>
                <th scope="row">
                  ${row}${k === strong && why ? html` <span class="why">${why}</span>` : nothing}
                </th>
                ${columns.map(({ matrix }, j) => {
                  const value = at(matrix, k, image);
                  return html`<td .style=${styled(tint(value, largest[j] ?? 1))}>
                    ${short(value)}
                  </td>`;
                })}
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

/** Blue above 0 and red below, as in a heat map. */
function tint(value: number, most: number): string {
  const share = Number.isFinite(value) && most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
  const colour = value < 0 ? 'pencil' : 'accent';
  const deep = Math.round(DEEPEST * share);
  return deep === 0
    ? ''
    : `background: color-mix(in srgb, var(--${colour}) ${deep}%, var(--sheet))`;
}
