// SPDX-License-Identifier: MIT
import { selectPage } from '../ui/selection.ts';
import { isOccupied } from '../model/selectors.ts';
import { css, html, LitElement, nothing } from 'lit';
import { countParameters } from '../../lib/check-settings.ts';
import { emit } from '../model/events.ts';
import { MISSING } from '../model/format.ts';
import { base } from '../ui/styles.ts';
import { NETWORK } from './texts.ts';
import '../ui/help/help-button.ts';
import '../ui/field/number-field.ts';

/** Units of a layer that is added. */
const NEW_UNITS = 32;

/** Layers, from the pixels to the outputs. */
export class NetworkEditor extends LitElement {
  readonly #page = selectPage(this, (state) => ({
    network: state.network,
    problems: state.problems,
    look: state.look,
    disabled: isOccupied(state),
  }));

  static override styles = [
    base,
    css`
      .head {
        display: flex;
        gap: 0.15rem;
        align-items: center;
      }

      summary {
        align-content: center;
        min-height: var(--touch, 1.75rem);
      }

      ol {
        display: grid;
        gap: 0.3rem;
        margin: 0.4rem 0 0;
        padding: 0;
        list-style: none;
      }

      li {
        display: flex;
        gap: 0.5rem;
        align-items: start;
        line-height: var(--touch, 2rem);
      }

      li.fixed {
        line-height: 1.7;
      }

      .name {
        flex: none;
        width: 1.5rem;
        font-family: var(--serif);
        font-style: italic;
      }

      .name sub {
        font-size: 0.7em;
        line-height: 0;
      }

      mlp-number-field {
        flex: none;
        width: 4.75rem;
        line-height: 1.4;
      }

      li.wrong mlp-number-field {
        flex: 1;
        width: auto;
      }

      button.remove {
        line-height: 1;
        margin-inline-start: auto;
        min-width: var(--touch, 2rem);
        padding-inline: 0.6rem;
      }

      .foot {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
      }

      .foot button {
        margin-inline-start: -0.75rem;
      }
    `,
  ];

  override render() {
    const { network, problems, look, disabled } = this.#page.value;
    const { layers } = network;
    const last = layers.length - 1;
    const wrong = Object.keys(problems).some((key) => key.startsWith('layers.'));
    return html`
      <div class="head">
        <h2>${NETWORK.title}</h2>
        <mlp-help topic="layers" label=${NETWORK.title}></mlp-help>
      </div>
      <details class=${wrong ? 'wrong' : ''}>
        <summary>
          <span class="hidden-visually">${NETWORK.layers}</span>
          ${layers.map(unitsOf).join(' – ')}
        </summary>
        <ol>
          ${layers.map((units, l) => {
            if (l === 0) return this.#fixed(l, NETWORK.inputs(units, look));
            if (l === last) return this.#fixed(l, NETWORK.outputs(units));
            return this.#hidden(l, units);
          })}
        </ol>
        <div class="foot">
          <button type="button" class="plain" ?disabled=${disabled} @click=${this.#add}>
            + ${NETWORK.add}
          </button>
          <span class="quiet">${this.#parameters()}</span>
        </div>
      </details>
      ${problems.layers ? html`<p class="problem" role="alert">${problems.layers}</p>` : nothing}
    `;
  }

  /** Opens what is wrong; closing is the person's. */
  override updated(): void {
    const wrong = this.renderRoot.querySelector<HTMLDetailsElement>('details.wrong');
    if (wrong) wrong.open = true;
  }

  #fixed(l: number, text: string) {
    return html`<li class="fixed">${layerName(l)}<span>${text}</span></li>`;
  }

  #hidden(l: number, units: number) {
    const { problems, disabled } = this.#page.value;
    const problem = problems[`layers.${l}`];
    return html`
      <li class=${problem ? 'wrong' : ''}>
        ${layerName(l)}
        <mlp-number-field
          label=${NETWORK.unitsOf(l)}
          hide-label
          .value=${units}
          .problem=${problem}
          ?disabled=${disabled}
          @value-change=${(event: CustomEvent<number>) => this.#change(l, event.detail)}
        ></mlp-number-field>
        <span aria-hidden="true">${NETWORK.units}</span>
        <button
          type="button"
          class="plain remove"
          aria-label=${NETWORK.remove(l)}
          title=${NETWORK.remove(l)}
          ?disabled=${disabled}
          @click=${() => this.#remove(l)}
        >
          ×
        </button>
      </li>
    `;
  }

  #parameters(): string {
    const parameters = countParameters(this.#page.value.network.layers);
    return Number.isFinite(parameters) ? NETWORK.parameters(parameters) : '';
  }

  #change(l: number, units: number): void {
    this.#emit(this.#page.value.network.layers.with(l, units));
  }

  #remove(l: number): void {
    this.#emit(this.#page.value.network.layers.toSpliced(l, 1));
  }

  #add = (): void => {
    this.#emit(this.#page.value.network.layers.toSpliced(-1, 0, NEW_UNITS));
  };

  #emit(layers: readonly number[]): void {
    emit(this, 'mlp-network', { layers });
  }
}

/** As far as it is a number. */
function unitsOf(units: number): string {
  return Number.isFinite(units) ? String(units) : MISSING;
}

function layerName(l: number) {
  return html`<span class="name" aria-hidden="true">n<sub>${l}</sub></span>`;
}

customElements.define('mlp-network-editor', NetworkEditor);
