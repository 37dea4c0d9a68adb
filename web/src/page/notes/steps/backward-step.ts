// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { stripCell } from '../../ui/heat-map/frame.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { gradientFormulas, throughActivation } from '../coded-formulas.ts';
import { picture, slopeSymbol, transposedSymbol } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from './texts.ts';
import '../chain-rule.ts';
import '../term-sum.ts';
import '../unit-images.ts';

/** Step 5: dZ_l from dA_l, then dW_l, db_l, and dA_{l-1} for the layer before. */
export class BackwardStep extends StepElement {
  override render() {
    const { layer: l, L, walked } = this;
    const chosen = this.cell('dW');
    return html`
      ${
        l === L
          ? html`<mlp-chain-rule .walked=${walked} .code=${this.code}></mlp-chain-rule>`
          : this.#through(l)
      }
      <section>
        <h3>${STEP_TEXTS.thenGradients}</h3>
        <div class="formulas">${gradientFormulas(l).map((one) => this.coded(one))}</div>
        ${this.#gradients(l)}
        ${l === 1 ? html`<p class="quiet">${STEP_TEXTS.noBefore}</p>` : nothing}
      </section>
      <div class="beside">
        <mlp-term-sum .walked=${walked} .chosen=${chosen}></mlp-term-sum>
        ${
          l === 1
            ? html`<mlp-unit-images
                .matrices=${[{ name: plainName('dW', 1), matrix: this.at(1).dW }]}
                unit=${chosen.row}
              ></mlp-unit-images>`
            : nothing
        }
      </div>
    `;
  }

  get #strip() {
    return { height: this.height, cell: stripCell(this.walked.walk.X.columns) };
  }

  /** dZ_l = dA_l * g'(Z_l), number by number. */
  #through(l: number) {
    const { dA, slope, dZ } = this.at(l);
    const strip = this.#strip;
    return html`
      <section>
        <h3>${STEP_TEXTS.throughActivation}</h3>
        <div class="formulas">
          ${throughActivation(this.walked.network).map((one) => this.coded(one))}
        </div>
        <div class="equation">
          ${picture({ ...strip, letter: 'dA', layer: l, matrix: dA })}
          ${picture({
            ...strip,
            letter: `g′(${plainName('Z', l)})`,
            layer: null,
            symbol: slopeSymbol(l),
            matrix: slope,
            sign: '∘',
          })}
          ${picture({ ...strip, letter: 'dZ', layer: l, matrix: dZ, sign: '=' })}
        </div>
      </section>
    `;
  }

  #gradients(l: number) {
    const { L } = this;
    const { dZ, dW, db } = this.at(l);
    const { row, column } = this.cell('dW');
    const strip = this.#strip;
    const rowNames = l === L ? this.answers : undefined;
    return html`
      <div class="equation">
        ${picture({
          ...strip,
          letter: 'dZ',
          layer: l,
          matrix: dZ,
          band: { row },
          ...(rowNames && { rowNames }),
        })}
        ${picture({
          ...strip,
          letter: 'A',
          layer: l - 1,
          matrix: this.A(l - 1),
          sign: '·',
          symbol: transposedSymbol('A', l - 1),
          band: { row: column },
        })}
        ${picture({
          letter: 'dW',
          layer: l,
          matrix: dW,

          height: this.height,
          sign: '→',
          marked: { row, column },
          onChoose: (cell) => this.choose('dW', cell),
        })}
        ${picture({ ...strip, cell: 25, letter: 'db', layer: l, matrix: db, sign: '→' })}
        ${
          l > 1
            ? picture({
                ...strip,
                letter: 'dA',
                layer: l - 1,
                matrix: this.at(l - 1).dA,
                sign: '→',
              })
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('mlp-backward-step', BackwardStep);
