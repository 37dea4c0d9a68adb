// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { stripCell } from '../../ui/heat-map/frame.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { forwardFormulas } from '../coded-formulas.ts';
import { picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import '../term-sum.ts';
import '../unit-images.ts';

/** Step 3: from A_{l-1} to Z_l and A_l. */
export class ForwardStep extends StepElement {
  override render() {
    const { layer: l, L, walked } = this;
    const { W, b, Z, A } = this.at(l);
    const chosen = this.cell('Z');
    const { row, column } = chosen;
    const { height } = this;
    const strip = { height, cell: stripCell(walked.walk.X.columns) };
    const named = l === L ? { rowNames: this.answers } : {};
    return html`
      <div class="formulas">
        ${forwardFormulas(walked.network, l, L).map((one) => this.coded(one))}
      </div>
      <div class="equation">
        ${picture({ letter: 'W', layer: l, matrix: W, height, band: { row } })}
        ${picture({ ...strip, letter: 'A', layer: l - 1, matrix: this.A(l - 1), sign: '·', band: { column } })}
        ${picture({ ...strip, cell: 25, letter: 'b', layer: l, matrix: b, sign: '+', marked: { row, column: 0 } })}
        ${picture({
          ...strip,
          letter: 'Z',
          layer: l,
          matrix: Z,
          sign: '=',
          marked: chosen,
          onChoose: (cell) => this.choose('Z', cell),
        })}
        ${picture({ ...strip, ...named, letter: 'A', layer: l, matrix: A, sign: '→', marked: chosen })}
      </div>
      <div class="beside">
        <mlp-term-sum .walked=${walked} .chosen=${chosen}></mlp-term-sum>
        ${
          l === 1
            ? html`<mlp-unit-images
                .matrices=${[{ name: plainName('W', 1), matrix: W }]}
                unit=${row}
              ></mlp-unit-images>`
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('mlp-forward-step', ForwardStep);
