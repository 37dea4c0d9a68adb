// SPDX-License-Identifier: MIT
import type { WeightPlace } from './results.ts';

/** Numbers 0 ... bound - 1 that depend on the seed alone (mulberry32); for choices, not training. */
export function chooser(seed: number): (bound: number) => number {
  let state = seed >>> 0;
  return (bound) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
}

/** The weights and biases of layers 1 ... L. */
const sizesOf = (layers: readonly number[]): number[] =>
  layers.slice(1).map((rows, i) => rows * ((layers[i] ?? 1) + 1));

/** So many of each layer that they are `total` in all, as evenly as the layers' sizes allow. */
export function shareOut(total: number, layers: readonly number[]): number[] {
  const sizes = sizesOf(layers);
  const shares = sizes.map(() => 0);
  // The smallest first: what it has no room for goes to the others.
  const order = sizes.map((_, i) => i).sort((a, b) => (sizes[a] ?? 0) - (sizes[b] ?? 0));
  let left = total;
  for (const [done, i] of order.entries()) {
    const share = Math.min(sizes[i] ?? 0, Math.floor(left / (order.length - done)));
    shares[i] = share;
    left -= share;
  }
  return shares;
}

/**
 * Random weights of every layer, each once; about one in ten of them a bias.
 * @param counts how many of layer 1, 2 ... L; of a layer that has fewer, all
 */
export function randomPlaces(
  layers: readonly number[],
  counts: readonly number[],
  seed: number,
): WeightPlace[] {
  const choose = chooser(seed);
  const sizes = sizesOf(layers);
  return layers.slice(1).flatMap((rows, i) => {
    const columns = layers[i] ?? 1;
    const places = new Map<string, WeightPlace>();
    const wanted = Math.min(counts[i] ?? 0, sizes[i] ?? 0);
    while (places.size < wanted) {
      const row = choose(rows);
      const column = choose(10) === 0 ? null : choose(columns);
      places.set(`${row} ${column ?? 'b'}`, { layer: i + 1, row, column });
    }
    return [...places.values()];
  });
}
