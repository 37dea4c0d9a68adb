// SPDX-License-Identifier: MIT
import { html, LitElement, nothing, type PropertyValues, svg } from 'lit';
import type { NetworkSettings } from '../../../lib/settings.ts';
import { emit } from '../../model/events.ts';
import { isImage } from '../../model/data-look.ts';
import { selectLook } from '../../ui/selection.ts';
import { styled } from '../../ui/styled.ts';
import { base, squared } from '../../ui/styles.ts';
import { NETWORK_PANEL } from './texts.ts';
import { connectionLines } from './connection-lines.ts';
import { figureStyles } from './figure-styles.ts';
import { imageSide, type Plan, plotHeight, shownHeight, unitPlace } from './geometry.ts';
import { layerControls } from './layer-controls.ts';
import type { Connection } from './strongest.ts';
import './layer-strip.ts';

/** Units of a layer that is added. */
const NEW_UNITS = 32;
/** Outputs that have room for their names. */
const MOST_NAMED = 20;

/** The network drawn as layers, which can be changed where they stand. Fires `mlp-network`. */
export class NetworkFigure extends LitElement {
  static override get properties() {
    return {
      network: { attribute: false },
      activations: { attribute: false },
      connections: { attribute: false },
      disabled: { type: Boolean },
      draft: { state: true },
      width: { state: true },
    };
  }

  declare network: NetworkSettings;
  /** A_0 ... A_L of the drawn digit; null where there are none for this network. */
  declare activations: readonly Float32Array[] | null;
  /** Into layer 1 ... L. */
  declare connections: readonly (readonly Connection[])[];
  declare disabled: boolean;
  /** A layer that is being changed, and the units it will have. */
  declare draft: { readonly layer: number; readonly units: number } | null;
  declare width: number;

  readonly #look = selectLook(this);
  /** While a layer is dragged the ground stays where it is. */
  #height = 0;
  /** What takes the focus when the layers have changed. */
  #next: string | null = null;
  readonly #resizes = new ResizeObserver(() => {
    const figure = this.renderRoot.querySelector('.figure');
    if (figure) this.width = figure.clientWidth;
  });

  static override styles = [base, squared, figureStyles];

  constructor() {
    super();
    this.activations = null;
    this.connections = [];
    this.disabled = false;
    this.draft = null;
    this.width = 0;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resizes.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resizes.disconnect();
  }

  override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has('network')) this.draft = null;
    if (!this.draft) this.#height = plotHeight(this.network.layers);
  }

  override render() {
    const { layers } = this.#plan;
    return html`
      <div class="scroll">
        <div
          class="figure"
          .style=${styled(`--layers: ${layers.length}; --plot: ${this.#height}px`)}
        >
          <div class="ground squared"></div>
          ${this.width > 0 ? this.#lines() : nothing}
          <ol role="list" aria-label=${NETWORK_PANEL.layers}>
            ${layers.map((units, layer) => this.#layer(layer, units))}
          </ol>
        </div>
      </div>
    `;
  }

  override updated(changed: PropertyValues<this>): void {
    if (changed.has('network')) {
      const figure = this.renderRoot.querySelector('.figure');
      if (figure) this.width = figure.clientWidth;
    }
    if (this.#next === null || !changed.has('network')) return;
    this.renderRoot.querySelector<HTMLElement>(this.#next)?.focus();
    this.#next = null;
  }

  get #plan(): Plan {
    const { draft, network } = this;
    const layers = draft ? network.layers.with(draft.layer, draft.units) : network.layers;
    const pitch = this.width / layers.length;
    const sides = this.#look.value;
    return { layers, pitch, height: this.#height, image: isImage(sides, layers[0] ?? 0), sides };
  }

  #lines() {
    const plan = this.#plan;
    // A layer that is being changed has no weights yet.
    const known = this.draft ? [] : this.connections;
    return html`
      <svg width=${this.width} height=${this.#height} aria-hidden="true">
        ${known.map((connections, i) => connectionLines(plan, i + 1, connections))}
        ${this.#outputNames(plan)}
      </svg>
    `;
  }

  #outputNames(plan: Plan) {
    const last = plan.layers.length - 1;
    const outputs = plan.layers[last] ?? 0;
    if (outputs > MOST_NAMED) return nothing;
    const values = this.activations?.[last];
    const answer = values && outputs > 1 ? values.indexOf(Math.max(...values)) : -1;
    return Array.from({ length: outputs }, (_, i) => {
      const { x, y } = unitPlace(plan, last, i, 'right');
      const name = outputs === 1 ? NETWORK_PANEL.yes : String(i);
      return svg`<text class=${i === answer ? 'answer' : ''} x=${x + 8} y=${y + 4}>${name}</text>`;
    });
  }

  #layer(layer: number, units: number) {
    const plan = this.#plan;
    const image = layer === 0 && plan.image;
    const height = image ? imageSide(plan.pitch) : shownHeight(plan, layer);
    const values = this.draft?.layer === layer ? null : (this.activations?.[layer] ?? null);
    return html`
      <li .style=${styled(`--place: ${layer}; --high: ${height}px`)}>
        <mlp-layer-strip
          class=${image ? 'image' : ''}
          ?image=${image}
          .values=${values}
          .height=${height}
        ></mlp-layer-strip>
        ${layerControls({
          layer,
          last: plan.layers.length - 1,
          units,
          disabled: this.disabled,
          onDraft: (draft) => (this.draft = draft === null ? null : { layer, units: draft }),
          onUnits: (changed) => this.#change(layer, changed),
          onRemove: () => this.#remove(layer),
          onAdd: () => this.#add(layer),
        })}
      </li>
    `;
  }

  #change(layer: number, units: number): void {
    if (units === this.network.layers[layer]) this.draft = null;
    else this.#emit(this.network.layers.with(layer, units));
  }

  #remove(layer: number): void {
    this.#next = `#add-${layer - 1}`;
    this.#emit(this.network.layers.toSpliced(layer, 1));
  }

  #add(after: number): void {
    this.#next = `#handle-${after + 1}`;
    this.#emit(this.network.layers.toSpliced(after + 1, 0, NEW_UNITS));
  }

  #emit(layers: readonly number[]): void {
    emit(this, 'mlp-network', { layers });
  }
}

customElements.define('mlp-network-figure', NetworkFigure);
