// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import { LIMITS } from '../../../lib/settings.ts';
import { NETWORK_PANEL } from './texts.ts';
import './units-handle.ts';

export interface LayerControls {
  readonly layer: number;
  /** The number of the last layer. */
  readonly last: number;
  readonly units: number;
  readonly disabled: boolean;
  readonly onDraft: (units: number | null) => void;
  readonly onUnits: (units: number) => void;
  readonly onRemove: () => void;
  /** A layer after this one. */
  readonly onAdd: () => void;
}

/** What can be done to a layer; the first and the last belong to the images and the question. */
export function layerControls(controls: LayerControls) {
  const { layer, last, disabled, onAdd } = controls;
  const hidden = layer > 0 && layer < last;
  return html`
    ${hidden ? handle(controls) : nothing}
    <div class="controls">
      <span class="name">A<sub>${layer}</sub></span>
      <span class="units">${unitsOf(controls)}</span>
      ${hidden ? buttons(controls) : nothing}
    </div>
    ${
      layer === last
        ? nothing
        : html`<button
            type="button"
            id="add-${layer}"
            class="add"
            aria-label=${layer === 0 ? NETWORK_PANEL.addAfterInput : NETWORK_PANEL.addLayer(layer)}
            ?disabled=${disabled || last + 1 >= LIMITS.layers}
            @click=${onAdd}
          >
            + <span>${NETWORK_PANEL.add}</span>
          </button>`
    }
  `;
}

function unitsOf({ layer, last, units }: LayerControls): string {
  if (layer === 0) return NETWORK_PANEL.inputs(units);
  return layer === last ? NETWORK_PANEL.outputs(units) : NETWORK_PANEL.units(units);
}

function handle({ layer, units, disabled, onDraft, onUnits }: LayerControls) {
  return html`
    <mlp-units-handle
      id="handle-${layer}"
      layer=${layer}
      units=${units}
      ?disabled=${disabled}
      @units-draft=${({ detail }: CustomEvent<number | null>) => onDraft(detail)}
      @units-change=${({ detail }: CustomEvent<number>) => onUnits(detail)}
    ></mlp-units-handle>
  `;
}

function buttons({ layer, units, disabled, onUnits, onRemove }: LayerControls) {
  return html`
    <span class="pair">
      <button
        type="button"
        aria-label=${NETWORK_PANEL.fewer(layer)}
        ?disabled=${disabled || units <= 1}
        @click=${() => onUnits(units - 1)}
      >
        −
      </button>
      <button
        type="button"
        aria-label=${NETWORK_PANEL.more(layer)}
        ?disabled=${disabled || units >= LIMITS.units}
        @click=${() => onUnits(units + 1)}
      >
        +
      </button>
    </span>
    <button
      type="button"
      class="plain remove"
      aria-label=${NETWORK_PANEL.removeLayer(layer)}
      ?disabled=${disabled}
      @click=${onRemove}
    >
      ${NETWORK_PANEL.remove}
    </button>
  `;
}
