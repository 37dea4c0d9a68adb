// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { classWord, nameOf } from '../../model/data-look.ts';
import { percent } from '../../model/format.ts';
import { columnOf, largestIn } from '../../ui/heat-map/matrix.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { stripCell } from '../../ui/heat-map/frame.ts';
import { predictFormula } from '../coded-formulas.ts';
import { numberTable } from '../number-table.ts';
import { picture, symbol } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from './texts.ts';

/** Step 7: from probabilities to an answer. */
export class PredictStep extends StepElement {
  override render() {
    const { network, batch, labelled } = this.walked;
    const yesNo = network.output === 'sigmoid';
    const m = batch.labels.length;
    return html`
      <div class="formulas">${this.coded(predictFormula(network))}</div>
      ${yesNo ? html`<p>${STEP_TEXTS.threshold(this.threshold.toFixed(2))}</p>` : nothing}
      ${
        m === 1
          ? html`<p class="verdict">${this.#verdict(0)}</p>
              ${labelled ? nothing : html`<p class="quiet">${STEP_TEXTS.notTold}</p>`}
              ${this.#table()}`
          : html`
              <ul class="scroll rows" tabindex="0" aria-label=${STEP_TEXTS.verdicts}>
                ${Array.from(batch.labels, (_, i) => html`<li>${this.#verdict(i)}</li>`)}
              </ul>
              ${this.#picture()}
            `
      }
    `;
  }

  #verdict(i: number) {
    const { look } = this;
    const { network, batch, labelled } = this.walked;
    const label = batch.labels[i] ?? 0;
    const p = columnOf(this.at(this.L).A, i).values;
    const lead = batch.labels.length > 1 ? `${STEP_TEXTS.image(i)}: ` : '';
    if (network.output === 'softmax') {
      const answer = largestIn(p);
      const sentence = `${lead}${STEP_TEXTS.answer(nameOf(look, answer), percent(p[answer]))}`;
      return labelled
        ? `${sentence} ${STEP_TEXTS.truth(STEP_TEXTS.a(look, label), answer === label)}`
        : sentence;
    }
    const [yes = 0] = p;
    const { positive } = network;
    const [says, is] = [yes >= this.threshold, label === positive];
    const word = says ? STEP_TEXTS.yes(look, positive) : STEP_TEXTS.no(look, positive);
    const sentence = `${lead}${STEP_TEXTS.answerTo(word, percent(yes))}`;
    const truth = is ? STEP_TEXTS.a(look, label) : STEP_TEXTS.notA(look, positive);
    return labelled ? `${sentence} ${STEP_TEXTS.truth(truth, says === is)}` : sentence;
  }

  #table() {
    const { L } = this;
    const { Z, A } = this.at(L);
    const classes = this.walked.network.output === 'softmax';
    return numberTable({
      name: STEP_TEXTS.classes,
      scrolls: STEP_TEXTS.classesScroll,
      rowHead: classes ? classWord(this.look).one : STEP_TEXTS.answerHead,
      rowNames: this.answers,
      image: 0,
      strong: classes ? largestIn(A.values) : null,
      why: STEP_TEXTS.largest,
      columns: [
        { name: plainName('Z', L), symbol: symbol('Z', L), matrix: Z },
        { name: plainName('A', L), symbol: symbol('A', L), matrix: A, most: 1 },
      ],
    });
  }

  #picture() {
    const { L } = this;
    const { A } = this.at(L);
    return html`<div class="equation">
      ${picture({
        letter: 'A',
        layer: L,
        matrix: A,

        cell: stripCell(A.columns),
        scale: 'ink',
        most: 1,
        rowNames: this.answers,
      })}
    </div>`;
  }
}

customElements.define('mlp-predict-step', PredictStep);
