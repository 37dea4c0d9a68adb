// SPDX-License-Identifier: MIT
// The letters of the notes with a layer's number, for the eye and for the ear.
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { MatrixData } from '../../lib/protocol.ts';
import type { Theme } from '../theme.ts';
import type { Scale } from '../heat-map/draw.ts';
import type { Cell } from '../heat-map/matrix.ts';
import { wishedWidth } from '../heat-map/frame.ts';
import { plainName } from '../heat-map/names.ts';
import './formula.ts';
import '../heat-map/heat-map.ts';

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

/** Pixels of a cell at most. */
const CELL = 16;

export interface Picture {
  readonly letter: string;
  readonly layer: number | null;
  readonly matrix: MatrixData;
  readonly theme: Theme;
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
  readonly onChoose?: (cell: Cell) => void;
  readonly onPoint?: (cell: Cell | null) => void;
}

/** A matrix with its name, its shape and its numbers as a heat map. */
export function picture(options: Picture): TemplateResult {
  const { letter, layer, matrix, sign, word, onChoose, onPoint } = options;
  const name = [plainName(letter, layer), word].filter(Boolean).join(' ');
  return html`
    <figure aria-label=${name} style="--wish: ${wishedWidth(matrix, options.cell ?? CELL)}px">
      <figcaption>
        ${sign ? html`<span class="sign" aria-hidden="true">${sign}</span>` : nothing}
        ${symbol(letter, layer)} <span class="shape">${shape(matrix)}</span>
        ${word ? html`<span class="quiet">${word}</span>` : nothing}
      </figcaption>
      <mlp-heat-map
        .matrix=${matrix}
        name=${name}
        scale=${options.scale ?? 'signed'}
        .most=${options.most ?? null}
        cell=${options.cell ?? CELL}
        height=${options.height ?? 256}
        ?square=${options.square ?? false}
        ?choosable=${onChoose !== undefined}
        .marked=${options.marked ?? null}
        theme=${options.theme}
        @cell-choose=${(event: CustomEvent<Cell>) => onChoose?.(event.detail)}
        @cell-point=${(event: CustomEvent<Cell | null>) => onPoint?.(event.detail)}
      ></mlp-heat-map>
    </figure>
  `;
}
