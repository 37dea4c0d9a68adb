// SPDX-License-Identifier: MIT
import { css, html, LitElement } from 'lit';
import type { Histogram, LayerStatistics } from '../../../lib/insight.ts';
import { count } from '../../model/format.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { base } from '../../ui/styles.ts';
import { HISTOGRAMS } from './texts.ts';
import type { HistoryEntry } from './history.ts';
import { tableStyles } from '../table-styles.ts';
import './histogram-bars.ts';
import './histogram-rows.ts';

/** The weights and gradients of one layer: as they are, and epoch by epoch. */
export class LayerHistograms extends LitElement {
  static override get properties() {
    return {
      layer: { type: Number },
      examples: { type: Number },
      statistics: { attribute: false },
      entries: { attribute: false },
    };
  }

  declare layer: number;
  /** Images that the gradients come from. */
  declare examples: number;
  declare statistics: LayerStatistics;
  declare entries: readonly HistoryEntry[];

  static override styles = [
    base,
    tableStyles,
    css`
      :host {
        padding-top: 1rem;
        border-top: 1px solid var(--line);
      }

      .parts {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr));
        gap: 1.25rem 2.5rem;
        margin-block: 0.75rem;
      }

      h4 {
        margin: 0 0 0.25rem;
        font-size: 0.875rem;
        font-weight: 600;
      }

      h4 span {
        color: var(--muted);
        font-weight: 400;
      }
    `,
  ];

  override render() {
    const { weights, gradients, gradientNorm } = this.statistics;
    return html`
      <h3>${HISTOGRAMS.title(this.layer)}</h3>
      <p class="quiet">${HISTOGRAMS.about(this.examples)}</p>
      <div class="parts">
        <div>
          <h4>${HISTOGRAMS.ofWeights}</h4>
          <mlp-histogram-bars
            .histogram=${weights}
            name=${HISTOGRAMS.ofWeights}
            .columns=${HISTOGRAMS.binColumns}
          ></mlp-histogram-bars>
        </div>
        <div>
          <h4>
            ${HISTOGRAMS.ofGradients} <span>${HISTOGRAMS.gradientNorm(short(gradientNorm))}</span>
          </h4>
          <mlp-histogram-bars
            .histogram=${gradients}
            name=${HISTOGRAMS.ofGradients}
            .columns=${HISTOGRAMS.binColumnsGradients}
          ></mlp-histogram-bars>
        </div>
        ${this.#rows(HISTOGRAMS.weightsOverTime, (layer) => layer.weights)}
        ${this.#rows(HISTOGRAMS.gradientsOverTime, (layer) => layer.gradients)}
      </div>
      <p class="quiet">${HISTOGRAMS.history}</p>
      <details>
        <summary>${HISTOGRAMS.table}</summary>
        ${this.#table()}
      </details>
    `;
  }

  /** The layer as it was after each epoch. */
  get #epochs() {
    return this.entries.flatMap(({ epoch, statistics }) => {
      const layer = statistics.layers[this.layer - 1];
      return layer ? [{ epoch, layer }] : [];
    });
  }

  #rows(name: string, histogramOf: (layer: LayerStatistics) => Histogram) {
    const rows = this.#epochs.map(({ epoch, layer }) => ({ epoch, histogram: histogramOf(layer) }));
    return html`
      <div>
        <h4>${name}</h4>
        <mlp-histogram-rows name=${name} .rows=${rows}></mlp-histogram-rows>
      </div>
    `;
  }

  #table() {
    return html`
      <div class="scroll" tabindex="0" role="group" aria-label=${HISTOGRAMS.scrolls}>
        <table aria-label=${HISTOGRAMS.tableName}>
          <thead>
            <tr>
              ${HISTOGRAMS.columns.map((name) => html`<th scope="col">${name}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${this.#epochs.map(
              ({ epoch, layer: { weights, gradients, gradientNorm, dead } }) =>
                html`<tr>
                  <td>${count(epoch)}</td>
                  <td>${short(weights.from)}</td>
                  <td>${short(weights.to)}</td>
                  <td>${short(gradients.from)}</td>
                  <td>${short(gradients.to)}</td>
                  <td>${short(gradientNorm)}</td>
                  <td>${count(dead.length)}</td>
                </tr>`,
            )}
          </tbody>
        </table>
      </div>
    `;
  }
}

customElements.define('mlp-layer-histograms', LayerHistograms);
