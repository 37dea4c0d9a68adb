// SPDX-License-Identifier: MIT
import { html, LitElement } from 'lit';
import { axisCost, axisPercent } from '../model/format.ts';
import { NAMES } from '../model/names.ts';
import { X_AXIS } from '../ui/chart/axis.ts';
import { selectPage } from '../ui/selection.ts';
import { accuracyData, costData } from './chart-data.ts';
import { chartLines, measures } from './chart-lines.ts';
import { CHARTS } from './texts.ts';
import './epoch-table.ts';

/**
 * The charts of the run and the table of their numbers. They stand in the grid of the lab itself,
 * so that a wide one can put them where there is room; hence no shadow root of their own.
 */
export class RunCharts extends LitElement {
  static override get properties() {
    return { wide: { type: Boolean } };
  }

  /** What is above names the second chart. */
  declare wide: boolean;

  readonly #page = selectPage(this, ({ epochs, trail, lastEpoch, overlays, marks }) => ({
    ...{ epochs, trail, lastEpoch, overlays, marks },
  }));

  constructor() {
    super();
    this.wide = false;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  override render() {
    const { epochs, trail, lastEpoch, overlays, marks } = this.#page.value;
    return html`
      <mlp-line-chart
        class="cost"
        .label=${NAMES.costChart}
        .lines=${chartLines.cost}
        .data=${costData(epochs, trail)}
        .xMax=${lastEpoch}
        .overlays=${overlays}
        .measure=${measures.cost}
        .marks=${marks}
        .format=${axisCost}
        .empty=${CHARTS.costEmpty}
      ></mlp-line-chart>
      <mlp-line-chart
        class="rate"
        ?hide-title=${this.wide}
        .label=${NAMES.accuracyChart}
        .xLabel=${X_AXIS}
        .lines=${chartLines.accuracy}
        .data=${accuracyData(epochs)}
        .xMax=${lastEpoch}
        .overlays=${overlays}
        .measure=${measures.accuracy}
        .marks=${marks}
        .yRange=${'share'}
        .format=${axisPercent}
        .empty=${CHARTS.accuracyEmpty}
      ></mlp-line-chart>
      <mlp-epoch-table></mlp-epoch-table>
    `;
  }
}

customElements.define('mlp-run-charts', RunCharts);
