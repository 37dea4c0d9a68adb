// SPDX-License-Identifier: MIT
import { selectPage } from '../../ui/selection.ts';
import type { PageTrainer } from '../../model/services.ts';
import { html, nothing, type PropertyValues } from 'lit';
import type { Inspection } from '../../../lib/insight.ts';
import type { LayerWeights } from '../../../lib/results.ts';
import { CHOICES } from '../../../lib/settings.ts';
import { emit } from '../../model/events.ts';
import type { State } from '../../model/state.ts';
import { base } from '../../ui/styles.ts';
import { NETWORK_PANEL } from './texts.ts';
import { LABEL } from '../../model/setting-texts.ts';
import { Drawing } from '../drawing.ts';
import { NetworkPanel } from '../mlp-panel.ts';
import { tableStyles } from '../table-styles.ts';
import { legend, panelStyles } from './legend.ts';
import { answerOf, connectionTable, summary, widest } from './network-texts.ts';
import { type Connection, strongest } from './strongest.ts';
import '../../ui/field/choice-field.ts';
import './network-figure.ts';

/** How many connections between two layers may be drawn. */
const COUNTS = ['5', '10', '20', '50', '100'];

/** What the connections depend on. */
const SHOWN = ['weights', 'inspection', 'count'];

/** The panel 'Network' of 'Look inside': the network itself, to be seen at work and changed. */
export class NetworkDrawingPanel extends NetworkPanel {
  static override get properties() {
    return {
      weights: { state: true },
      inspection: { state: true },
      count: { state: true },
    };
  }

  declare weights: readonly LayerWeights[];
  /** Of the drawing; null while there is none. */
  declare inspection: Inspection | null;
  /** Connections between two layers. */
  declare count: number;

  readonly #page = selectPage(this, ({ network, problems, look, run, busy }) => ({
    network,
    look,
    problems,
    busy: run === 'training' || busy !== null,
  }));
  readonly #drawing = new Drawing();
  #connections: readonly (readonly Connection[])[] = [];

  static override styles = [base, tableStyles, panelStyles];

  constructor() {
    super();
    this.weights = [];
    this.inspection = null;
    this.count = 20;
  }

  protected override own(state: State): readonly unknown[] {
    return [this.#drawing.of(state.reading)];
  }

  protected override ask = async (trainer: PageTrainer, changed: boolean): Promise<void> => {
    const image = this.#drawing.of(this.services.value.store.state.reading);
    const [weights, inspection] = await Promise.all([
      changed || this.weights.length === 0 ? trainer.weights() : null,
      image && trainer.inspect(image),
    ]);
    if (weights) this.weights = weights.layers;
    this.inspection = inspection;
  };

  override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!SHOWN.some((name) => changed.has(name))) return;
    this.#connections = this.weights.map((layer, i) =>
      strongest(layer, this.inspection?.activations[i] ?? null, this.count),
    );
  }

  override render() {
    const { network, problems, look, busy } = this.#page.value;
    const known = this.#known;
    const activations = known && this.inspection ? this.inspection.activations : null;
    const connections = known ? this.#connections : [];
    const answer = activations?.at(-1);
    const wrong = Object.entries(problems).filter(([key]) => key.startsWith('layers'));
    return html`
      <p>${summary(network)} ${answer ? answerOf(look, answer, network) : nothing}</p>
      ${this.problem ? html`<p class="problem" role="alert">${this.problem}</p>` : nothing}
      <div class="settings">
        <mlp-choice-field
          .label=${LABEL.hidden}
          topic="hidden"
          .choices=${CHOICES.hidden}
          .value=${network.hidden}
          ?disabled=${busy}
          @value-change=${({ detail }: CustomEvent<(typeof CHOICES.hidden)[number]>) =>
            emit(this, 'mlp-network', { hidden: detail })}
        ></mlp-choice-field>
        <mlp-choice-field
          .label=${NETWORK_PANEL.shown}
          .choices=${COUNTS}
          .value=${String(this.count)}
          @value-change=${({ detail }: CustomEvent<string>) => (this.count = Number(detail))}
        ></mlp-choice-field>
      </div>
      <div class="words">
        <p>
          ${!known ? NETWORK_PANEL.waiting : activations ? NETWORK_PANEL.drawn(look) : NETWORK_PANEL.undrawn(look)}
        </p>
        ${legend()}
      </div>
      <mlp-network-figure
        .network=${network}
        .activations=${activations}
        .connections=${connections}
        ?disabled=${busy}
      ></mlp-network-figure>
      ${wrong.map(
        ([key, problem]) => html`<p class="problem" role="alert">${named(key, problem)}</p>`,
      )}
      <p class="quiet">
        ${busy ? `${NETWORK_PANEL.busy} ${NETWORK_PANEL.busyMeans}` : NETWORK_PANEL.handleHelp}
        ${NETWORK_PANEL.note}
      </p>
      ${
        known
          ? html`
              <p class="quiet">${widest(connections)}</p>
              <details>
                <summary>${NETWORK_PANEL.table}</summary>
                ${connectionTable(connections, network, look, activations !== null)}
              </details>
            `
          : nothing
      }
    `;
  }

  /** Whether the weights that were seen are those of the network as it is set now. */
  get #known(): boolean {
    const { layers } = this.#page.value.network;
    const { weights, inspection } = this;
    const fit = (l: number) => inspection?.activations[l]?.length ?? layers[l];
    return (
      weights.length === layers.length - 1 &&
      weights.every(({ rows, columns }, i) => columns === layers[i] && rows === layers[i + 1]) &&
      layers.every((units, l) => units === fit(l))
    );
  }
}

function named(key: string, problem: string): string {
  const layer = Number(key.slice('layers.'.length));
  return layer > 0 ? NETWORK_PANEL.problemOf(layer, problem) : problem;
}

customElements.define('mlp-network-panel', NetworkDrawingPanel);
