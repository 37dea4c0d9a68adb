// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { classWord } from '../model/data-look.ts';
import { at } from '../ui/heat-map/matrix.ts';
import { plainName } from '../ui/heat-map/names.ts';
import { chainFormulas } from './coded-formulas.ts';
import { CHAIN, CHAIN_W } from './formulas.ts';
import { numberTable } from './number-table.ts';
import { formula, slopeSymbol, symbol } from './shapes.ts';
import { StepElement } from './step-element.ts';
import { CHAIN_TEXTS, STEP_TEXTS } from './steps/texts.ts';

/** Of the last layer: the three factors with their numbers, their product, and what it shortens to. */
export class ChainRule extends StepElement {
  static override get properties() {
    return { ...StepElement.properties, image: { state: true } };
  }

  /** Of a batch, the one whose numbers stand in the table. */
  declare image: number;

  constructor() {
    super();
    this.image = 0;
  }

  override render() {
    const { network, batch } = this.walked;
    const { output } = network;
    const m = batch.labels.length;
    const { dA, slope, product, short } = chainFormulas(network);
    return html`
      <section>
        <h3>${CHAIN_TEXTS.title}</h3>
        ${formula(CHAIN)}
        <p>${CHAIN_TEXTS.about}</p>
        <div class="formulas">${this.coded(dA)} ${this.coded(slope)} ${formula(CHAIN_W)}</div>
        ${output === 'softmax' ? html`<p>${CHAIN_TEXTS.jacobian(classWord(this.look).one)}</p>` : nothing}
      </section>
      <section>
        <h3>${CHAIN_TEXTS.productTitle}</h3>
        <div class="formulas">${this.coded(product)} ${this.coded(short)}</div>
        ${m > 1 ? this.#picker(m) : nothing}
        <div class="beside">
          ${this.#numbers()}
          <div class="part">
            ${this.#verdict()}
            <p>${CHAIN_TEXTS.why[output]}</p>
          </div>
        </div>
      </section>
    `;
  }

  get #shown(): number {
    return Math.min(this.image, this.walked.walk.X.columns - 1);
  }

  #numbers() {
    const { walk, network, batch } = this.walked;
    const { L } = this;
    const { A, dA, slope, dZ } = this.at(L);
    const image = this.#shown;
    const classes = network.output === 'softmax';
    return numberTable({
      name: CHAIN_TEXTS.table,
      scrolls: CHAIN_TEXTS.scrolls,
      rowHead: classes ? STEP_TEXTS.class : STEP_TEXTS.answerHead,
      rowNames: this.answers,
      image,
      strong: classes ? (batch.labels[image] ?? null) : null,
      why: STEP_TEXTS.right,
      columns: [
        { name: plainName('A', L), symbol: symbol('A', L), matrix: A, most: 1 },
        { name: 'Y', symbol: symbol('Y', null), matrix: walk.Y, most: 1 },
        { name: plainName('dA', L), symbol: symbol('dA', L), matrix: dA },
        { name: `g′(${plainName('Z', L)})`, symbol: slopeSymbol(L), matrix: slope },
        { name: CHAIN_TEXTS.product, matrix: walk.dZChain, most: 1 },
        {
          name: `${plainName('A', L)} − Y`,
          symbol: html`${symbol('A', L)} − ${symbol('Y', null)}`,
          matrix: dZ,
          most: 1,
        },
      ],
    });
  }

  #picker(m: number) {
    return html`<label class="choice">
      ${CHAIN_TEXTS.image}
      <select
        @change=${({ target }: Event) => (this.image = Number((target as HTMLSelectElement).value))}
      >
        ${Array.from(
          { length: m },
          (_, i) => html`<option value=${i} .selected=${i === this.#shown}>${i}</option>`,
        )}
      </select>
    </label>`;
  }

  /** Whether the long way gave the numbers that the short one did. */
  #verdict() {
    const { dZChain } = this.walked.walk;
    const rows = Array.from({ length: dZChain.rows }, (_, k) => at(dZChain, k, this.#shown));
    return html`<p>${rows.every(Number.isFinite) ? CHAIN_TEXTS.same : CHAIN_TEXTS.broken}</p>`;
  }
}

customElements.define('mlp-chain-rule', ChainRule);
