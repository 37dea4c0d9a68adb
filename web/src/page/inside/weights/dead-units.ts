// SPDX-License-Identifier: MIT
import { html, nothing } from 'lit';
import type { NetworkStatistics } from '../../../lib/insight.ts';
import type { LayerWeights } from '../../../lib/results.ts';
import type { NetworkSettings } from '../../../lib/settings.ts';
import { DEAD } from './texts.ts';

/** Units that are named at most. */
const MOST_NAMED = 60;

/** How many ReLU units of each hidden layer answer 0 to everything, and which. */
export function deadUnits(
  { layers, examples }: NetworkStatistics,
  { hidden }: NetworkSettings,
  weights: readonly LayerWeights[],
) {
  return html`
    <section aria-labelledby="dead">
      <h3 id="dead">${DEAD.title}</h3>
      <p class="quiet">${DEAD.about(examples)}</p>
      ${
        layers.length === 1
          ? html`<p>${DEAD.noHidden}</p>`
          : hidden !== 'relu'
            ? html`<p>${DEAD.notRelu}</p>`
            : html`<ul role="list">
                ${layers
                  .slice(0, -1)
                  .map(({ dead }, l) => html`<li>${line(l + 1, dead, weights[l]?.rows ?? 0)}</li>`)}
              </ul>`
      }
    </section>
  `;
}

function line(layer: number, dead: Uint32Array, units: number) {
  if (dead.length === 0) return DEAD.none(layer, units);
  const rest = dead.length - MOST_NAMED;
  return html`${DEAD.some(layer, dead.length, units)}<strong>${Array.from(dead.subarray(0, MOST_NAMED)).join(', ')}</strong>${rest > 0 ? DEAD.more(rest) : nothing}`;
}
