// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { ACTIVATE, ANSWER, FORWARD, FORWARD_FIRST } from '../formulas.ts';
import { stripCell } from '../../heat-map/frame.ts';
import { plainName } from '../../heat-map/names.ts';
import { formula, picture } from '../shapes.ts';
import { StepElement } from '../step-element.ts';
import { STEP_TEXTS } from '../../texts/notes.ts';
import '../term-sum.ts';
import '../unit-images.ts';

/** Step 3: from A_{l-1} to Z_l and A_l. */
export class ForwardStep extends StepElement {
  override render() {
    const { layer: l, theme, L, walked } = this;
    const { W, b, Z, A } = this.at(l);
    const { hidden, output } = walked.network;
    const chosen = this.markedIn('Z');
    const strip = { theme, cell: stripCell(walked.walk.X.columns) };
    return html`
      <div class="formulas">
        ${formula(l === 1 ? FORWARD_FIRST : FORWARD)}
        ${formula(l < L ? ACTIVATE[hidden] : ANSWER[output])}
      </div>
      <div class="equation">
        ${picture({ letter: 'W', layer: l, matrix: W, theme })}
        ${picture({ ...strip, letter: 'A', layer: l - 1, matrix: this.A(l - 1), sign: '·' })}
        ${picture({ ...strip, cell: 25, letter: 'b', layer: l, matrix: b, sign: '+', marked: chosen && { row: chosen.row, column: 0 } })}
        ${picture({
          ...strip,
          letter: 'Z',
          layer: l,
          matrix: Z,
          sign: '=',
          marked: chosen,
          onChoose: (cell) => this.choose('Z', cell),
        })}
        ${picture({ ...strip, letter: 'A', layer: l, matrix: A, sign: '→', marked: chosen })}
      </div>
      <div class="beside">
        ${
          chosen
            ? html`<mlp-term-sum .walked=${walked} .chosen=${this.chosen}></mlp-term-sum>`
            : html`<p class="quiet">${STEP_TEXTS.choose(plainName('Z', l))}</p>`
        }
        ${
          l === 1
            ? html`<mlp-unit-images
                .matrices=${[{ name: plainName('W', 1), matrix: W }]}
                unit=${chosen?.row ?? 0}
                theme=${theme}
              ></mlp-unit-images>`
            : nothing
        }
      </div>
    `;
  }
}

customElements.define('mlp-forward-step', ForwardStep);
