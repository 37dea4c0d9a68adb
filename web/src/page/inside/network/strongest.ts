// SPDX-License-Identifier: MIT
import type { LayerWeights } from '../../../lib/results.ts';

/** One weight and what comes through it. */
export interface Connection {
  /** Unit of layer l - 1, and of layer l, from 0. */
  readonly from: number;
  readonly to: number;
  readonly weight: number;
  /** a of the unit that it comes from; null when nothing is drawn. */
  readonly activation: number | null;
  /** w a, or w when nothing is drawn. */
  readonly through: number;
}

/**
 * The `count` connections into a layer with the largest |w a|, the largest first.
 * @param activations of the layer before (n_{l-1}); null: the largest |w|
 */
export function strongest(
  { W, rows, columns }: LayerWeights,
  activations: Float32Array | null,
  count: number,
): readonly Connection[] {
  const found: Connection[] = [];
  if (count === 0) return found;
  let least = 0;
  for (let from = 0; from < columns; from += 1) {
    const activation = activations ? (activations[from] ?? 0) : null;
    if (activation === 0) continue; // such as the paper round the digit
    for (let to = 0; to < rows; to += 1) {
      const weight = W[to + rows * from] ?? 0;
      const through = activation === null ? weight : weight * activation;
      if (Math.abs(through) <= least) continue;
      insert(found, { from, to, weight, activation, through }, count);
      if (found.length === count) least = Math.abs(found[count - 1]?.through ?? 0);
    }
  }
  return found;
}

/** Keeps the list in order, and no longer than `most`. */
function insert(found: Connection[], connection: Connection, most: number): void {
  const size = Math.abs(connection.through);
  let place = found.length;
  while (place > 0 && Math.abs(found[place - 1]?.through ?? 0) < size) place -= 1;
  found.splice(place, 0, connection);
  if (found.length > most) found.pop();
}
