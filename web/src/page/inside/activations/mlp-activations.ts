// SPDX-License-Identifier: MIT
import type { PageTrainer } from '../../model/services.ts';
import { css, html } from 'lit';
import type { Inspection } from '../../../lib/insight.ts';
import type { NetworkSettings } from '../../../lib/settings.ts';
import type { State } from '../../model/state.ts';
import { selectLook } from '../../ui/selection.ts';
import { base } from '../../ui/styles.ts';
import { ACTIVATIONS } from './texts.ts';
import { Drawing } from '../drawing.ts';
import { NetworkPanel } from '../mlp-panel.ts';
import './contribution-picture.ts';
import './layer-cells.ts';
import './output-bars.ts';

/** Before anything was seen. */
const NONE = new Float32Array();

/** The panel 'Activations' of 'Look inside': the drawn digit on its way through the layers. */
export class ActivationsPanel extends NetworkPanel {
  static override get properties() {
    return { seen: { state: true }, output: { state: true } };
  }

  /** What was seen last, and of which network; null while nothing is drawn. */
  declare seen: { readonly inspection: Inspection; readonly network: NetworkSettings } | null;
  /** The output that is explained; null: the network's answer. */
  declare output: number | null;

  readonly #data = selectLook(this);
  readonly #drawing = new Drawing();

  static override styles = [
    base,
    css`
      :host {
        display: grid;
        grid-template-columns: minmax(0, 1fr);
        gap: 1.5rem;
      }

      .why {
        display: flex;
        flex-wrap: wrap;
        gap: 1.25rem 2.5rem;
      }

      mlp-contribution-picture {
        flex: 1 1 18rem;
      }

      mlp-output-bars {
        flex: 1 1 18rem;
        max-width: 28rem;
      }

      section {
        padding-top: 1rem;
        border-top: 1px solid var(--line);
      }

      .layers {
        display: flex;
        flex-wrap: wrap;
        gap: 1.25rem 1.5rem;
        margin-top: 0.75rem;
      }

      mlp-layer-cells {
        flex: 0 1 16.5rem;
      }
    `,
  ];

  constructor() {
    super();
    this.seen = null;
    this.output = null;
  }

  protected override own(state: State): readonly unknown[] {
    return [this.#drawing.of(state.reading), this.output];
  }

  protected override ask = async (trainer: PageTrainer): Promise<void> => {
    const image = this.#drawing.of(this.services.value.store.state.reading);
    const { network } = trainer;
    const outputs = network.layers.at(-1) ?? 0;
    // Another question may have fewer answers.
    if (this.output !== null && this.output >= outputs) this.output = null;
    const { output } = this;
    this.seen = image && {
      inspection: await trainer.inspect(image, output === null ? {} : { output }),
      network,
    };
  };

  override render() {
    const { seen, problem } = this;
    const data = this.#data.value;
    if (problem) return html`<p class="problem" role="alert">${problem}</p>`;
    if (!seen) return html`<p>${ACTIVATIONS.drawFirst(data)}</p>`;
    const { inspection, network } = seen;
    const { activations } = inspection;
    const positive = network.output === 'sigmoid' ? network.positive : null;
    const last = activations.length - 1;
    const explained =
      positive === null ? String(inspection.output) : ACTIVATIONS.yes(data, positive);
    return html`
      <div class="why">
        <mlp-contribution-picture
          .inspection=${inspection}
          name=${explained}
        ></mlp-contribution-picture>
        <mlp-output-bars
          .probabilities=${activations[last] ?? NONE}
          .positive=${positive}
          .chosen=${this.output}
          @output-choose=${this.#choose}
        ></mlp-output-bars>
      </div>
      <section aria-labelledby="layers">
        <h3 id="layers">${ACTIVATIONS.layers}</h3>
        <div class="layers">
          ${activations
            .slice(0, last)
            .map(
              (values, layer) => html`
                <mlp-layer-cells layer=${layer} .values=${values}></mlp-layer-cells>
              `,
            )}
        </div>
      </section>
    `;
  }

  #choose = ({ detail }: CustomEvent<number | null>): void => {
    this.output = detail;
    this.askAgain();
  };
}

customElements.define('mlp-activations-panel', ActivationsPanel);
