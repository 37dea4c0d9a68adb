// SPDX-License-Identifier: MIT
// The cell whose number is explained: the one that was chosen, or one that is worth a look.
import { at } from '../ui/heat-map/matrix.ts';
import type { ChosenCell, Walked } from './notes-state.ts';

/** A weight and its derivative are one cell. */
const isSame = (one: ChosenCell['letter'], other: ChosenCell['letter']): boolean =>
  one === other || (one !== 'Z' && other !== 'Z');

/** The chosen cell of a layer; while none of it is chosen, one of its most active unit. */
export function cellOf(
  { walk }: Walked,
  chosen: ChosenCell | null,
  letter: ChosenCell['letter'],
  layer: number,
): ChosenCell {
  const of = walk.layers[layer - 1];
  const matrix = letter === 'Z' ? of?.Z : of?.dW;
  if (chosen?.layer === layer && isSame(chosen.letter, letter) && matrix) {
    const { row, column } = chosen;
    if (row < matrix.rows && column < matrix.columns) return { ...chosen, letter };
  }
  if (!of) return { letter, layer, row: 0, column: 0 };
  const row = largest(of.A.rows, (r) => at(of.A, r, 0));
  const column = letter === 'Z' ? 0 : largest(of.dW.columns, (c) => Math.abs(at(of.dW, row, c)));
  return { letter, layer, row, column };
}

/** Which of 0 ... count - 1 has the largest number. */
function largest(count: number, valueOf: (i: number) => number): number {
  let best = 0;
  for (let i = 1; i < count; i += 1) if (valueOf(i) > valueOf(best)) best = i;
  return best;
}
