// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { nameOf } from '../../data-look.ts';
import { percent } from '../../format.ts';
import { PREDICT } from '../formulas.ts';
import { at, columnOf, largestIn } from '../../heat-map/matrix.ts';
import { short } from '../../heat-map/numbers.ts';
import { stripCell } from '../../heat-map/frame.ts';
import { formula, picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from '../../texts/notes.ts';

/** Step 7: from probabilities to an answer. */
export class PredictStep extends StepElement {
  override render() {
    const { network, batch } = this.walked;
    const { theme, L } = this;
    const { A } = this.at(L);
    return html`
      <div class="formulas">${formula(PREDICT[network.output])}</div>
      ${
        batch.labels.length === 1
          ? html`<p class="verdict">${this.#verdict(batch.labels[0] ?? 0, 0)}</p>`
          : html`
              <ul class="scroll rows" tabindex="0" aria-label=${STEP_TEXTS.verdicts}>
                ${Array.from(batch.labels, (label, i) => html`<li>${this.#verdict(label, i)}</li>`)}
              </ul>
            `
      }
      <div class="equation">
        ${picture({ letter: 'A', layer: L, matrix: A, theme, cell: stripCell(A.columns), scale: 'ink', most: 1 })}
        ${A.columns === 1 && network.output === 'softmax' ? this.#table() : nothing}
      </div>
    `;
  }

  #verdict(label: number, i: number) {
    const { network, batch } = this.walked;
    const p = columnOf(this.at(this.L).A, i).values;
    const lead = batch.labels.length > 1 ? `${STEP_TEXTS.image(i)}: ` : '';
    if (network.output === 'softmax') {
      const answer = largestIn(p);
      const sentence = STEP_TEXTS.answer(nameOf(answer), percent(p[answer]));
      return `${lead}${sentence} ${STEP_TEXTS.truth(`a ${nameOf(label)}`, answer === label)}`;
    }
    const [yes = 0] = p;
    const [says, is] = [yes >= 0.5, label === network.positive];
    const word = (answer: boolean) =>
      answer ? STEP_TEXTS.yes(network.positive) : STEP_TEXTS.no(network.positive);
    const sentence = STEP_TEXTS.answer(word(says), percent(says ? yes : 1 - yes));
    return `${lead}${sentence} ${STEP_TEXTS.truth(is ? `a ${nameOf(label)}` : `not a ${nameOf(network.positive)}`, says === is)}`;
  }

  #table() {
    const { Z, A } = this.at(this.L);
    const top = largestIn(A.values);
    return html`
      <table aria-label=${STEP_TEXTS.classes}>
        <thead>
          <tr>
            ${STEP_TEXTS.predictTable.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${Array.from(
            { length: A.rows },
            (_, k) => html`
              <tr style=${k === top ? 'font-weight: 600' : ''}>
                <td>${k}</td>
                <td>${short(at(Z, k, 0))}</td>
                <td>${short(at(A, k, 0))}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    `;
  }
}

customElements.define('mlp-predict-step', PredictStep);
