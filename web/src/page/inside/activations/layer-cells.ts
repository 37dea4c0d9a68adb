// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { MatrixData } from '../../../lib/results.ts';
import { isImage, sidesOf } from '../../model/data-look.ts';
import { selectLook } from '../../ui/selection.ts';
import { asImage, type Cell } from '../../ui/heat-map/matrix.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { base } from '../../ui/styles.ts';
import { ACTIVATIONS } from './texts.ts';
import '../../ui/heat-map/heat-map.ts';

/** Units that are named in words. */
const NAMED = 5;

/** A_l of one digit, a cell for each unit; A_0 as the image that it is. */
export class LayerCells extends LitElement {
  static override get properties() {
    return { layer: { type: Number }, values: { attribute: false } };
  }

  declare layer: number;
  declare values: Float32Array;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      h4 {
        margin: 0 0 0.25rem;
        font-size: 0.875rem;
        font-weight: 600;
      }
    `,
  ];

  override render() {
    const { layer, values } = this;
    const look = this.#look.value;
    const name = plainName('A', layer);
    const image = layer === 0 && isImage(look, values.length);
    const across = image ? sidesOf(look, values.length).width : cellsAcross(values.length);
    const matrix = image ? asImage(look, values) : rowsOf(values, across);
    const describe = ({ row, column }: Cell): string => {
      if (image) return ACTIVATIONS.pixel(row, column);
      const unit = row * across + column;
      return unit < values.length ? ACTIVATIONS.unit(unit) : ACTIVATIONS.noUnit;
    };
    return html`
      <h4>${name}</h4>
      <mlp-heat-map
        .matrix=${matrix}
        name=${name}
        scale=${values.some((value) => value < 0) ? 'signed' : 'ink'}
        .most=${image ? 1 : null}
        .cell=${image ? 8 : 16}
        .height=${320}
        square
        .describe=${describe}
      ></mlp-heat-map>
      <p class="quiet">
        ${image ? ACTIVATIONS.input(sidesOf(look, values.length)) : this.#words()}
      </p>
    `;
  }

  #words(): string {
    const { values } = this;
    const above = values.reduce((sum, value) => sum + (value > 0 ? 1 : 0), 0);
    const strongest = Array.from(values, (value, unit) => ({ unit, value }))
      .filter(({ value }) => value !== 0)
      .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
      .slice(0, NAMED)
      .map(({ unit, value }) => ACTIVATIONS.strong(unit, short(value)));
    const first = ACTIVATIONS.above(above, values.length);
    return strongest.length > 0 ? `${first} ${ACTIVATIONS.strongest(strongest.join(', '))}` : first;
  }
}

/** So many cells in a row that the whole is about twice as wide as high. */
function cellsAcross(units: number): number {
  return units <= 256 ? Math.min(16, units) : 2 ** Math.ceil(Math.log2(units) / 2);
}

/** Numbers laid row after row; what is left of the last row is 0. */
function rowsOf(values: Float32Array, columns: number): MatrixData {
  const rows = Math.ceil(values.length / columns);
  const laid = new Float32Array(rows * columns);
  values.forEach((value, i) => (laid[Math.floor(i / columns) + rows * (i % columns)] = value));
  return { rows, columns, values: laid };
}

customElements.define('mlp-layer-cells', LayerCells);
