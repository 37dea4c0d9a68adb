// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { count } from '../../model/format.ts';
import { initialiseFormulas, type Scheme, schemesOf } from '../coded-formulas.ts';
import { spread } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { plainName } from '../../ui/heat-map/names.ts';
import { cellOf } from '../chosen.ts';
import { picture, shape } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from './texts.ts';
import '../unit-images.ts';

/** Step 2: the first weights, and what has become of them. */
export class InitialiseStep extends StepElement {
  static override get properties() {
    return { ...StepElement.properties, shown: { state: true } };
  }

  /** The layer whose weights are drawn. */
  declare shown: number;

  constructor() {
    super();
    this.shown = 1;
  }

  override render() {
    const { L } = this;
    const schemes = schemesOf(this.walked.network, L);
    const names = [...new Set(schemes)];
    const shown = Math.min(this.shown, L);
    const { W, b } = this.at(shown);
    return html`
      <div class="formulas">
        ${initialiseFormulas(this.walked.network, L).map(
          (one, i) => html`
            <div>
              ${names.length > 1 ? html`<p class="quiet">${STEP_TEXTS.layersOf[i]}</p>` : nothing}
              ${this.coded(one)}
            </div>
          `,
        )}
      </div>
      <p>${STEP_TEXTS.initialiseNow(names.map((name) => NAMES[name]).join(' and '))}</p>
      <div class="scroll" tabindex="0" role="group" aria-label=${STEP_TEXTS.showLayer}>
        <table>
          <thead>
            <tr>
              ${STEP_TEXTS.table.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${schemes.map((scheme, i) => this.#row(i + 1, scheme))}
          </tbody>
        </table>
      </div>
      <div class="equation">
        ${picture({ letter: 'W', layer: shown, matrix: W })}
        ${picture({ letter: 'b', layer: shown, matrix: b, cell: 25 })}
      </div>
      <mlp-unit-images
        .matrices=${[{ name: plainName('W', 1), matrix: this.at(1).W }]}
        unit=${cellOf(this.walked, null, 'Z', 1).row}
      ></mlp-unit-images>
    `;
  }

  #row(l: number, scheme: Scheme) {
    const { W, b } = this.at(l);
    const { initialScale } = this.walked.network;
    return html`
      <tr>
        <td>
          <label class="choice">
            <input
              type="radio"
              name="shown"
              .checked=${l === this.shown}
              @change=${() => (this.shown = l)}
            />
            ${l}
          </label>
        </td>
        <td>${shape(W)}</td>
        <td>${shape(b)}</td>
        <td>${count(W.values.length + b.values.length)}</td>
        <td>${short(drawn(scheme, W.rows, W.columns, initialScale))}</td>
        <td>${short(spread(W))}</td>
      </tr>
    `;
  }
}

const NAMES: Readonly<Record<Scheme, string>> = {
  he: 'He',
  xavier: 'Xavier',
  lecun: 'LeCun',
  normal: 'normal numbers',
  uniform: 'uniform numbers',
  zeros: 'zeros',
};

/** The standard deviation that a layer's weights are drawn with: the settings put into the formula. */
function drawn(scheme: Scheme, n: number, nBefore: number, scale: number): number {
  switch (scheme) {
    case 'he':
      return Math.sqrt(2 / nBefore);
    case 'xavier':
      return Math.sqrt(2 / (nBefore + n));
    case 'lecun':
      return Math.sqrt(1 / nBefore);
    case 'normal':
      return scale;
    case 'uniform':
      return scale / Math.sqrt(3);
    case 'zeros':
      return 0;
  }
}

customElements.define('mlp-initialise-step', InitialiseStep);
