// SPDX-License-Identifier: MIT
import { html } from 'lit';
import { nameOf } from '../../model/data-look.ts';
import { costFormula, fusedFormula } from '../coded-formulas.ts';
import { at } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { stripCell } from '../../ui/heat-map/frame.ts';
import { picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { COST_TEXTS, STEP_TEXTS } from './texts.ts';
import { NAMES } from '../texts.ts';
import '../loss-curve.ts';

/** Step 4: how wrong the probabilities are, and why it is measured so. */
export class CostStep extends StepElement {
  override render() {
    const { walk, network, batch } = this.walked;
    const { L } = this;
    const strip = {
      cell: stripCell(this.walked.walk.X.columns),
      scale: 'ink',
      most: 1,
    } as const;
    const m = batch.labels.length;
    return html`
      <div class="formulas">${this.coded(costFormula(network))}</div>
      <p>${this.#about()}</p>
      <div class="equation">
        ${picture({ ...strip, letter: 'A', layer: L, matrix: this.at(L).A, rowNames: this.answers })}
        ${picture({ ...strip, letter: 'Y', layer: null, matrix: walk.Y, rowNames: this.answers })}
        <div>
          <p class="cost">J = <output aria-label=${NAMES.cost}>${short(walk.cost)}</output></p>
          ${m === 1 ? html`<p>${this.#ofThis()}</p>` : this.#table()}
        </div>
      </div>
      <section>
        <h3>${COST_TEXTS.casesTitle[network.output]}</h3>
        <p>${COST_TEXTS.cases[network.output]}</p>
        <mlp-loss-curve></mlp-loss-curve>
      </section>
      <section>
        <h3>${COST_TEXTS.minusTitle}</h3>
        <p>${COST_TEXTS.minus}</p>
      </section>
      <section>
        <h3>${COST_TEXTS.fusedTitle}</h3>
        <div class="formulas">${this.coded(fusedFormula(network))}</div>
        <p>${COST_TEXTS.fused}</p>
      </section>
    `;
  }

  /** What y and p are, and which class is the positive one. */
  #about(): string {
    const { output, positive } = this.walked.network;
    return output === 'softmax' ? COST_TEXTS.ofClasses : COST_TEXTS.ofPositive(this.look, positive);
  }

  #ofThis(): string {
    const { p } = this.#right(0);
    return COST_TEXTS.ofThis(short(p), short(-Math.log(p)));
  }

  /** The right answer of image i, and the probability that the network gives it. */
  #right(i: number): { answer: string; p: number } {
    const { network, batch } = this.walked;
    const { A } = this.at(this.L);
    const label = batch.labels[i] ?? 0;
    if (network.output === 'softmax')
      return { answer: nameOf(this.look, label), p: at(A, label, i) };
    const yes = at(A, 0, i);
    return label === network.positive
      ? { answer: STEP_TEXTS.yes(this.look, network.positive), p: yes }
      : { answer: STEP_TEXTS.no(this.look, network.positive), p: 1 - yes };
  }

  #table() {
    const { labels } = this.walked.batch;
    const { rows, mean, scrolls } = COST_TEXTS;
    return html`
      <p>${mean(labels.length)}</p>
      <div class="scroll rows" tabindex="0" role="group" aria-label=${scrolls}>
        <table>
          <thead>
            <tr>
              ${rows.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${Array.from(labels, (_, i) => {
              const { answer, p } = this.#right(i);
              return html`<tr>
                <td>${i}</td>
                <td>${answer}</td>
                <td>${short(p)}</td>
                <td>${short(-Math.log(p))}</td>
              </tr>`;
            })}
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('mlp-cost-step', CostStep);
