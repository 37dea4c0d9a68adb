// SPDX-License-Identifier: MIT
import { css, html, nothing, type PropertyValues } from 'lit';
import type { Trainer } from '../../../lib/index.ts';
import type { NetworkStatistics } from '../../../lib/insight.ts';
import type { LayerWeights } from '../../../lib/results.ts';
import { usable } from '../../model/store.ts';
import { base } from '../../ui/styles.ts';
import { WEIGHTS } from './texts.ts';
import { NetworkPanel } from '../mlp-panel.ts';
import { deadUnits } from './dead-units.ts';
import { type HistoryEntry, historyOf, LOOK, QUICK_LOOK } from './history.ts';
import '../../ui/field/choice-field.ts';
import './layer-histograms.ts';
import './weight-pictures.ts';

/** Between two statistics of a network that trains, in milliseconds. */
const STATISTICS_MS = 2000;

/** The panel 'Weights' of 'Look inside': what each layer has learned, and how it is distributed. */
export class WeightsPanel extends NetworkPanel {
  static override properties = {
    weights: { state: true },
    statistics: { state: true },
    entries: { state: true },
    layer: { state: true },
  };

  declare weights: readonly LayerWeights[];
  /** null while there is no data. */
  declare statistics: NetworkStatistics | null;
  /** Of the epochs that have ended. */
  declare entries: readonly HistoryEntry[];
  /** The layer that is shown, from 1. */
  declare layer: number;

  #endHistory: (() => void) | null = null;
  #asked = 0;

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.5rem;
      }

      mlp-choice-field {
        width: min(100%, 16rem);
      }

      section {
        padding-top: 1rem;
        border-top: 1px solid var(--line);
      }

      ul {
        display: grid;
        gap: 0.25rem;
        margin: 0.4rem 0 0;
        padding: 0;
        list-style: none;
      }
    `,
  ];

  constructor() {
    super();
    this.weights = [];
    this.statistics = null;
    this.entries = [];
    this.layer = 1;
  }

  protected override own(): readonly unknown[] {
    return [];
  }

  protected override look = async (trainer: Trainer): Promise<void> => {
    const [weights, statistics] = await Promise.all([trainer.weights(), this.#ask(trainer)]);
    this.weights = weights.layers;
    this.statistics = statistics;
  };

  /** Statistics cost more than the weights do, so that those of a training network are rarer. */
  #ask(trainer: Trainer): Promise<NetworkStatistics> | NetworkStatistics | null {
    const { data, run } = this.context.store.state;
    if (!usable(data)?.train) return null;
    const training = run === 'training';
    if (training && this.statistics && performance.now() - this.#asked < STATISTICS_MS) {
      return this.statistics;
    }
    this.#asked = performance.now();
    return trainer.statistics(training ? QUICK_LOOK : LOOK);
  }

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#endHistory) return;
    const history = historyOf(this.context);
    this.entries = history.entries;
    this.#endHistory = history.subscribe(() => (this.entries = history.entries));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endHistory?.();
    this.#endHistory = null;
  }

  override render() {
    const { weights, statistics, theme } = this;
    const layer = Math.min(this.layer, weights.length);
    const shown = weights[layer - 1];
    if (!shown) return html`<p role="status">${this.problem || WEIGHTS.waiting}</p>`;
    const choices = weights.map(({ rows, columns }, l) => WEIGHTS.layerOf(l + 1, rows, columns));
    const ofLayer = statistics?.layers[layer - 1] ?? null;
    return html`
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <mlp-choice-field
        label=${WEIGHTS.layer}
        .choices=${choices}
        .value=${choices[layer - 1] ?? ''}
        @value-change=${({ detail }: CustomEvent<string>) =>
          (this.layer = choices.indexOf(detail) + 1)}
      ></mlp-choice-field>
      <mlp-weight-pictures
        layer=${layer}
        .weights=${shown}
        .statistics=${ofLayer}
        ?running=${this.page.run === 'training'}
        theme=${theme}
      ></mlp-weight-pictures>
      ${
        statistics && ofLayer
          ? html`
              <mlp-layer-histograms
                layer=${layer}
                examples=${statistics.examples}
                .statistics=${ofLayer}
                .entries=${this.entries}
              ></mlp-layer-histograms>
              ${deadUnits(statistics, this.page.network, weights)}
            `
          : html`<p class="quiet">${WEIGHTS.waitingForData}</p>`
      }
    `;
  }
}

customElements.define('mlp-weights-panel', WeightsPanel);
