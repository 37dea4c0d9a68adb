// SPDX-License-Identifier: MIT
// The letters of the notes with a layer's number, for the eye and for the ear.
import { styled } from '../ui/styled.ts';
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { MatrixData } from '../../lib/results.ts';
import type { Scale } from '../ui/heat-map/draw.ts';
import type { Cell } from '../ui/heat-map/matrix.ts';
import type { Band } from '../ui/heat-map/cursor.ts';
import { wishedWidth } from '../ui/heat-map/frame.ts';
import { plainName } from '../ui/heat-map/names.ts';
import { STEP_TEXTS } from './steps/texts.ts';
import './formula.ts';
import '../ui/heat-map/heat-map.ts';

/** g'(Z) with its number. */
export function slopeSymbol(layer: number): TemplateResult {
  return html`<math
    ><mrow
      ><mi>g</mi><mo>′</mo><mo stretchy="false">(</mo><msub><mi>Z</mi><mn>${layer}</mn></msub
      ><mo stretchy="false">)</mo></mrow
    ></math
  >`;
}

/** A with its number, transposed. */
export function transposedSymbol(letter: string, layer: number): TemplateResult {
  return html`<math
    ><msubsup><mi>${letter}</mi><mn>${layer}</mn><mi mathvariant="normal">T</mi></msubsup></math
  >`;
}

/** Z with its number as MathML; the two letters of dZ stand apart, as in a formula. */
export function symbol(letter: string, layer: number | null): TemplateResult {
  if (layer === null && letter.length > 1) return html`<span>${letter}</span>`;
  const letters = letter.split('').map((one) => mathml`<mi>${one}</mi>`);
  return layer === null
    ? html`<math>${letters}</math>`
    : html`<math
        ><msub><mrow>${letters}</mrow><mn>${layer}</mn></msub></math
      >`;
}

/** (128, 784) */
export function shape({ rows, columns }: MatrixData): string {
  return `(${rows}, ${columns})`;
}

/** A formula that was compiled from TeX when the page was built. */
export function formula(compiled: string): TemplateResult {
  return html`<mlp-formula .compiled=${compiled}></mlp-formula>`;
}

/** Pixels of a cell at most, and of a row. */
const CELL = 16;
const ROW = 25;
/** With more columns a matrix takes what width there is. */
const WIDE = 28;
const IMAGE = STEP_TEXTS.image;

export interface Picture {
  readonly letter: string;
  readonly layer: number | null;
  readonly matrix: MatrixData;
  /** In place of the letter with its number. */
  readonly symbol?: TemplateResult;
  /** What stands before it in its equation: =, +, · */
  readonly sign?: string;
  /** A word after the name. */
  readonly word?: string;
  readonly scale?: Scale;
  readonly most?: number | null;
  readonly cell?: number;
  readonly height?: number;
  /** Cells that are pixels are as high as wide. */
  readonly square?: boolean;
  readonly marked?: Cell | null;
  /** A row or a column that the chosen number is made of. */
  readonly band?: Band | null;
  /** What each row stands for: classes. */
  readonly rowNames?: readonly string[];
  readonly onChoose?: (cell: Cell) => void;
  readonly onPoint?: (cell: Cell | null) => void;
}

/** So many rows can be named beside the picture. */
const MOST_NAMES = 20;
const HEIGHT = 256;

/** A matrix with its name, its shape and its numbers as a heat map. */
export function picture(options: Picture): TemplateResult {
  const { letter, layer, matrix, sign, word, rowNames, onChoose, onPoint } = options;
  const name = [plainName(letter, layer), word].filter(Boolean).join(' ');
  const { rows, columns } = matrix;
  const [cell, height] = [options.cell ?? CELL, options.height ?? HEIGHT];
  const wide = columns > WIDE && !options.square;
  const named = rowNames && rows <= MOST_NAMES && rows !== columns ? rowNames : null;
  const describe = ({ row, column }: Cell): string =>
    columns === 1 ? (rowNames?.[row] ?? '') : `${rowNames?.[row] ?? ''}, ${IMAGE(column)}`;
  return html`
    <figure
      aria-label=${name}
      class="${wide ? 'wide' : ''} ${named ? 'named' : ''}"
      .style=${styled(`--wish: ${wishedWidth(matrix, cell)}px`)}
    >
      <figcaption>
        ${sign ? html`<span class="sign" aria-hidden="true">${sign}</span>` : nothing}
        ${options.symbol ?? symbol(letter, layer)} <span class="shape">${shape(matrix)}</span>
        ${word ? html`<span class="quiet">${word}</span>` : nothing}
      </figcaption>
      ${
        named
          ? html`<ol
              class="names"
              aria-hidden="true"
              .style=${styled(`--row: ${Math.min(ROW, Math.floor(height / rows))}px`)}
            >
              ${named.map((one) => html`<li>${one}</li>`)}
            </ol>`
          : nothing
      }
      <mlp-heat-map
        .matrix=${matrix}
        name=${name}
        scale=${options.scale ?? 'signed'}
        .most=${options.most ?? null}
        cell=${cell}
        height=${height}
        ?square=${options.square ?? false}
        ?choosable=${onChoose !== undefined}
        .describe=${rowNames ? describe : null}
        .marked=${options.marked ?? null}
        .band=${options.band ?? null}
        @cell-choose=${(event: CustomEvent<Cell>) => onChoose?.(event.detail)}
        @cell-point=${(event: CustomEvent<Cell | null>) => onPoint?.(event.detail)}
      ></mlp-heat-map>
    </figure>
  `;
}
