// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { MatrixData } from '../../lib/results.ts';
import { isImage } from '../model/data-look.ts';
import { selectLook } from '../ui/selection.ts';
import { base } from '../ui/styles.ts';
import { clamp } from '../ui/heat-map/frame.ts';
import { asImage, rowOf } from '../ui/heat-map/matrix.ts';
import { picture } from './shapes.ts';
import { stepStyles } from './step-styles.ts';
import { STEP_TEXTS } from './steps/texts.ts';
import '../ui/field/number-field.ts';

interface NamedMatrix {
  readonly name: string;
  readonly matrix: MatrixData;
}

/** Row r of matrices of the first layer, as what they are: one number for each pixel. */
export class UnitImages extends LitElement {
  static override get properties() {
    return {
      matrices: { attribute: false },
      unit: { type: Number },
    };
  }

  declare matrices: readonly NamedMatrix[];
  declare unit: number;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    stepStyles,
    css`
      mlp-number-field {
        width: 6rem;
      }
    `,
  ];

  constructor() {
    super();
    this.matrices = [];
    this.unit = 0;
  }

  override render() {
    const [first] = this.matrices;
    const look = this.#look.value;
    if (!first || !isImage(look, first.matrix.columns)) return nothing;
    const { rows } = first.matrix;
    const unit = clamp(this.unit, 0, rows - 1);
    return html`
      <h3>${STEP_TEXTS.unitsAsImages}</h3>
      <div class="equation">
        <mlp-number-field
          label=${STEP_TEXTS.unit}
          hint="0 … ${rows - 1}"
          .value=${unit}
          @value-change=${({ detail }: CustomEvent<number>) => this.#choose(detail)}
        ></mlp-number-field>
        ${this.matrices.map(({ name, matrix }) =>
          picture({
            letter: `${name}(${unit}, :)`,
            layer: null,
            matrix: asImage(look, rowOf(matrix, unit)),
            square: true,
            cell: 6,
          }),
        )}
      </div>
    `;
  }

  #choose(unit: number): void {
    if (Number.isInteger(unit)) this.unit = unit;
    this.requestUpdate();
  }
}

customElements.define('mlp-unit-images', UnitImages);
