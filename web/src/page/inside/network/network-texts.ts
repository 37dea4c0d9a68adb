// SPDX-License-Identifier: MIT
// The network in words.
import { html } from 'lit';
import { countParameters } from '../../../lib/check-settings.ts';
import type { NetworkSettings } from '../../../lib/settings.ts';
import { type DataLook, isImage, nameOf, type Sides } from '../../model/data-look.ts';
import { largestIn, pixelOf } from '../../ui/heat-map/matrix.ts';
import { short } from '../../ui/heat-map/numbers.ts';
import { NETWORK_PANEL } from './texts.ts';
import { CHOICE_NAMES } from '../../model/setting-texts.ts';
import type { Connection } from './strongest.ts';

/** Rows of the table for each layer. */
const LISTED = 5;

/** 784 inputs → 128 units (ReLU) → 10 outputs (softmax); 101,770 weights and biases. */
export function summary({ layers, hidden, output }: NetworkSettings): string {
  const last = layers.length - 1;
  const parts = layers.map((units, l) => {
    if (l === 0) return NETWORK_PANEL.inputs(units);
    return l === last
      ? NETWORK_PANEL.withActivation(NETWORK_PANEL.outputs(units), output)
      : NETWORK_PANEL.withActivation(NETWORK_PANEL.units(units), CHOICE_NAMES[hidden] ?? hidden);
  });
  return NETWORK_PANEL.summary(parts.join(NETWORK_PANEL.then), countParameters(layers));
}

export function answerOf(
  look: DataLook,
  probabilities: Float32Array,
  { output, positive }: NetworkSettings,
) {
  const top = output === 'sigmoid' ? 0 : largestIn(probabilities);
  const share = probabilities[top] ?? 0;
  if (output === 'softmax') return NETWORK_PANEL.answer(nameOf(look, top), share);
  const yes = share >= 0.5;
  return NETWORK_PANEL.answer(NETWORK_PANEL.yesNo(look, yes, positive), yes ? share : 1 - share);
}

/** The widest line into each layer, as the number that it stands for. */
export function widest(connections: readonly (readonly Connection[])[]): string {
  const values = connections.flatMap((into, i) =>
    into[0] ? [NETWORK_PANEL.between(i + 1, short(Math.abs(into[0].through)))] : [],
  );
  return values.length > 0 ? NETWORK_PANEL.widest(values.join(', ')) : '';
}

export function connectionTable(
  connections: readonly (readonly Connection[])[],
  { layers }: NetworkSettings,
  sides: Sides,
  drawn: boolean,
) {
  const columns = drawn ? NETWORK_PANEL.columns : NETWORK_PANEL.columnsUndrawn;
  const nameOf = (layer: number, unit: number): string => {
    if (layer > 0 || !isImage(sides, layers[0] ?? 0)) return NETWORK_PANEL.unit(unit);
    const { row, column } = pixelOf(sides, unit);
    return NETWORK_PANEL.pixel(row, column);
  };
  const rows = connections.flatMap((into, i) =>
    into.slice(0, LISTED).map(({ from, to, weight, activation, through }) => {
      const numbers = activation === null ? [weight] : [weight, activation, through];
      return [String(i + 1), nameOf(i, from), nameOf(i + 1, to), ...numbers.map(short)];
    }),
  );
  return html`
    <div class="scroll" tabindex="0" role="group" aria-label=${NETWORK_PANEL.tableScrolls}>
      <table aria-label=${NETWORK_PANEL.table}>
        <thead>
          <tr>
            ${columns.map((name) => html`<th scope="col">${name}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell) => html`<td>${cell}</td>`)}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  `;
}
