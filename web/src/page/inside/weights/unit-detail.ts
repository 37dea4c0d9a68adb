// SPDX-License-Identifier: MIT
import { css, html, LitElement, nothing } from 'lit';
import type { LayerStatistics } from '../../../lib/insight.ts';
import type { LayerWeights } from '../../../lib/results.ts';
import { asImage, rowOf } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { WEIGHTS } from './texts.ts';
import '../../ui/heat-map/heat-map.ts';

/** One unit of the first layer, large: its weights to be read one by one, and its figures. */
export class UnitDetail extends LitElement {
  static override get properties() {
    return {
      weights: { attribute: false },
      statistics: { attribute: false },
      unit: { type: Number },
      most: { attribute: false },
    };
  }

  declare weights: LayerWeights;
  declare statistics: LayerStatistics | null;
  declare unit: number;
  /** The number of full colour; null: the largest of this unit. */
  declare most: number | null;

  readonly #look = selectLook(this);

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 14rem);
        gap: 0.5rem;
        align-content: start;
      }

      dl {
        display: grid;
        grid-template-columns: auto 1fr;
        gap: 0.1rem 1rem;
        margin: 0;
        font-size: 0.875rem;
      }

      dt {
        color: var(--muted);
      }

      dd {
        margin: 0;
        text-align: end;
      }
    `,
  ];

  override render() {
    const { weights, statistics, unit } = this;
    const { rows, columns, W, b } = weights;
    const image = asImage(this.#look.value, rowOf({ rows, columns, values: W }, unit));
    const dead = statistics?.dead.includes(unit) ?? false;
    return html`
      <h3>
        ${WEIGHTS.unit(unit)} ${dead ? html`<span class="problem">${WEIGHTS.dead}</span>` : nothing}
      </h3>
      <mlp-heat-map
        .matrix=${image}
        name=${WEIGHTS.chosen(unit)}
        .most=${this.most}
        .cell=${7}
        square
      ></mlp-heat-map>
      <dl>
        ${figure(WEIGHTS.norm, statistics?.norms[unit])} ${figure(WEIGHTS.bias, b[unit])}
        ${figure(WEIGHTS.activity, statistics?.activity[unit])}
      </dl>
      <p class="quiet">${WEIGHTS.chosenHint}</p>
    `;
  }
}

function figure(name: string, value: number | undefined) {
  return html`<dt>${name}</dt>
    <dd>${value === undefined ? WEIGHTS.noActivity : short(value)}</dd>`;
}

customElements.define('mlp-unit-detail', UnitDetail);
