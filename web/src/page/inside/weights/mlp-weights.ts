// SPDX-License-Identifier: MIT
import { selectPage, follow } from '../../ui/selection.ts';
import type { PageTrainer } from '../../model/services.ts';
import { css, html, nothing, type PropertyValues } from 'lit';
import type { NetworkStatistics } from '../../../lib/insight.ts';
import type { LayerWeights } from '../../../lib/results.ts';
import { usable } from '../../model/selectors.ts';
import { base } from '../../ui/styles.ts';
import { WEIGHTS } from './texts.ts';
import { NetworkPanel } from '../mlp-panel.ts';
import { deadUnits } from './dead-units.ts';
import { historyOf, LOOK, NO_HISTORY, QUICK_LOOK, type WeightHistory } from './history.ts';
import '../../ui/field/choice-field.ts';
import './layer-histograms.ts';
import './weight-pictures.ts';

/** Between two statistics of a network that trains, in milliseconds. */
const STATISTICS_MS = 2000;

/** The panel 'Weights' of 'Look inside': what each layer has learned, and how it is distributed. */
export class WeightsPanel extends NetworkPanel {
  static override get properties() {
    return {
      weights: { state: true },
      statistics: { state: true },
      layer: { state: true },
    };
  }

  declare weights: readonly LayerWeights[];
  /** null while there is no data. */
  declare statistics: NetworkStatistics | null;
  /** The layer that is shown, from 1. */
  declare layer: number;

  readonly #page = selectPage(this, ({ network, run }) => ({
    network,
    training: run === 'training',
  }));
  #history: WeightHistory | null = null;
  readonly #entries = follow(this, () => this.#history?.shown, NO_HISTORY);
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
    this.layer = 1;
  }

  protected override own(): readonly unknown[] {
    return [];
  }

  protected override ask = async (trainer: PageTrainer): Promise<void> => {
    const [weights, statistics] = await Promise.all([
      trainer.weights(),
      this.#statisticsOf(trainer),
    ]);
    this.weights = weights.layers;
    this.statistics = statistics;
  };

  /** Statistics cost more than the weights do, so that those of a training network are rarer. */
  #statisticsOf(trainer: PageTrainer): Promise<NetworkStatistics> | NetworkStatistics | null {
    const { data, run } = this.services.value.store.state;
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
    this.#history ??= historyOf(this.services.value);
  }

  override render() {
    const { weights, statistics } = this;
    const { network, training } = this.#page.value;
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
        ?running=${training}
      ></mlp-weight-pictures>
      ${
        statistics && ofLayer
          ? html`
              <mlp-layer-histograms
                layer=${layer}
                examples=${statistics.examples}
                .statistics=${ofLayer}
                .entries=${this.#entries.value.entries}
              ></mlp-layer-histograms>
              ${deadUnits(statistics, network, weights)}
            `
          : html`<p class="quiet">${WEIGHTS.waitingForData}</p>`
      }
    `;
  }
}

customElements.define('mlp-weights-panel', WeightsPanel);
