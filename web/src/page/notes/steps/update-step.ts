// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { MatrixData } from '../../../lib/results.ts';
import { OPTIMIZERS } from '../formulas.ts';
import { updateFormulas } from '../coded-formulas.ts';
import { at, type Cell, difference, extent } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS, UPDATE_TEXTS } from './texts.ts';
import '../unit-images.ts';

/** Step 6: W_l and b_l before, their derivative, and after. */
export class UpdateStep extends StepElement {
  static override get properties() {
    return { ...StepElement.properties, pointed: { state: true } };
  }

  /** The cell of W_l that is pointed at, in any of its pictures. */
  declare pointed: Cell | null;

  #change: { of: MatrixData; matrix: MatrixData } | null = null;

  constructor() {
    super();
    this.pointed = null;
  }

  override render() {
    const { layer: l } = this;
    const { W, dW, WAfter, b, db, bAfter } = this.at(l);
    const change = this.#changeOf(W, WAfter);
    return html`
      <div class="formulas">${updateFormulas().map((one) => this.coded(one))}</div>
      <p>${UPDATE_TEXTS.alpha(String(this.walked.learningRate))}</p>
      <div class="equation pairs">${this.#row('W', l, W, dW, WAfter, change)}</div>
      ${this.#step(l, W, dW, WAfter)}
      <div class="equation">${this.#row('b', l, b, db, bAfter, difference(bAfter, b))}</div>
      ${
        l === 1
          ? html`<mlp-unit-images
              .matrices=${[
                { name: plainName('W', 1), matrix: W },
                { name: `−α ${plainName('dW', 1)}`, matrix: change },
                { name: `${STEP_TEXTS.after}: ${plainName('W', 1)}`, matrix: WAfter },
              ]}
              unit=${this.cell('W').row}
            ></mlp-unit-images>`
          : nothing
      }
      ${this.#optimizer()}
    `;
  }

  /** What trains when the settings choose more than the plain step. */
  #optimizer() {
    const { optimizer } = this.walked;
    if (optimizer === 'sgd') return nothing;
    const compiled = OPTIMIZERS[optimizer];
    return html`<section>
      <h3>${UPDATE_TEXTS.optimizerTitle}</h3>
      <p>${UPDATE_TEXTS.optimizer}</p>
      <div class="formulas">${this.coded({ compiled, key: `optimizer ${optimizer}` })}</div>
    </section>`;
  }

  /** Worked out once, not at each move of the cursor. */
  #changeOf(W: MatrixData, WAfter: MatrixData): MatrixData {
    if (this.#change?.of !== WAfter) {
      this.#change = { of: WAfter, matrix: difference(WAfter, W) };
    }
    return this.#change.matrix;
  }

  /** Before and after share one scale of colours; the change has its own, or it could not be seen. */
  #row(letter: 'W' | 'b', l: number, ...matrices: MatrixData[]) {
    const [before, gradient, after, change] = matrices;
    if (!before || !gradient || !after || !change) return nothing;
    const ends = [before, after].flatMap((one) => Object.values<number>(extent(one)));
    const scale = Math.max(...ends.map(Math.abs)) || null;
    const common =
      letter === 'b'
        ? { cell: 25, height: 160 }
        : {
            height: 200,
            marked: this.pointed ?? this.cell('W'),
            onPoint: (cell: Cell | null) => (this.pointed = cell),
            onChoose: (cell: Cell) => this.choose('W', cell),
          };
    const { before: was, after: is, difference: minus } = STEP_TEXTS;
    return html`
      ${picture({ ...common, letter, layer: l, matrix: before, word: was, most: scale })}
      ${picture({ ...common, letter: `d${letter}`, layer: l, matrix: gradient })}
      ${picture({ ...common, letter, layer: l, matrix: after, word: is, most: scale })}
      ${picture({ ...common, letter, layer: l, matrix: change, word: minus })}
    `;
  }

  /** One weight's own step, in numbers. */
  #step(l: number, W: MatrixData, dW: MatrixData, WAfter: MatrixData) {
    const cell = this.pointed ?? this.cell('W');
    const { row, column } = cell;
    const [before, slope, after] = [W, dW, WAfter].map((matrix) => short(at(matrix, row, column)));
    const alpha = this.walked.learningRate;
    return html`<p>
      ${plainName('W', l)}(${row}, ${column}): ${before} − ${alpha} · (${slope}) = ${after}
    </p>`;
  }
}

customElements.define('mlp-update-step', UpdateStep);
