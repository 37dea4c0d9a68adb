// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import {
  BACKWARD_BEFORE,
  BACKWARD_HIDDEN,
  BACKWARD_LAST,
  BACKWARD_WEIGHTS,
  SLOPE,
} from '../formulas.ts';
import { stripCell } from '../../heat-map/frame.ts';
import { plainName } from '../../heat-map/names.ts';
import { formula, picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from '../../texts/notes.ts';
import '../term-sum.ts';
import '../unit-images.ts';

/** Step 5: dZ_l, dW_l, db_l, and dA_{l-1} for the layer before. */
export class BackwardStep extends StepElement {
  override render() {
    const { layer: l, L, walked, theme } = this;
    const { dW } = this.at(l);
    const chosen = this.markedIn('dW');
    return html`
      <div class="formulas">
        ${formula(l === L ? BACKWARD_LAST : BACKWARD_HIDDEN)}
        ${l === L ? nothing : formula(SLOPE[walked.network.hidden])}
        ${BACKWARD_WEIGHTS.map(formula)} ${l === 1 ? nothing : formula(BACKWARD_BEFORE)}
      </div>
      ${l === L ? html`<p class="quiet">${STEP_TEXTS.noSlope}</p>` : nothing} ${this.#pictures(l)}
      ${l === 1 ? html`<p class="quiet">${STEP_TEXTS.noBefore}</p>` : nothing}
      <div class="beside">
        ${
          chosen
            ? html`<mlp-term-sum .walked=${walked} .chosen=${this.chosen}></mlp-term-sum>`
            : html`<p class="quiet">${STEP_TEXTS.choose(plainName('dW', l))}</p>`
        }
        ${
          l === 1
            ? html`<mlp-unit-images
                .matrices=${[{ name: plainName('dW', 1), matrix: dW }]}
                unit=${chosen?.row ?? 0}
                theme=${theme}
              ></mlp-unit-images>`
            : nothing
        }
      </div>
    `;
  }

  #pictures(l: number) {
    const { theme, L, walked } = this;
    const { A, Z, dA, dZ, dW, db } = this.at(l);
    const strip = { theme, cell: stripCell(walked.walk.X.columns) };
    // A - Y = dZ is easier seen on one scale.
    const shared = l === L ? { most: 1 } : {};
    const before = l > 1 ? this.at(l - 1).dA : null;
    return html`
      <div class="equation">
        ${
          l === L
            ? html`
                ${picture({ ...strip, ...shared, letter: 'A', layer: l, matrix: A })}
                ${picture({ ...strip, ...shared, letter: 'Y', layer: null, matrix: walked.walk.Y, sign: '−' })}
              `
            : html`
                ${dA ? picture({ ...strip, letter: 'dA', layer: l, matrix: dA }) : nothing}
                ${picture({ ...strip, letter: 'Z', layer: l, matrix: Z, sign: '∘ g′ of' })}
              `
        }
        ${picture({ ...strip, ...shared, letter: 'dZ', layer: l, matrix: dZ, sign: '=' })}
      </div>
      <div class="equation">
        ${picture({ ...strip, letter: 'A', layer: l - 1, matrix: this.A(l - 1) })}
        ${picture({
          letter: 'dW',
          layer: l,
          matrix: dW,
          theme,
          sign: '→',
          marked: this.markedIn('dW', 'W'),
          onChoose: (cell) => this.choose('dW', cell),
        })}
        ${picture({ ...strip, cell: 25, letter: 'db', layer: l, matrix: db })}
        ${
          before
            ? picture({ ...strip, letter: 'dA', layer: l - 1, matrix: before, sign: '→' })
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('mlp-backward-step', BackwardStep);
