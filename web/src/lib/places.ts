// SPDX-License-Identifier: MIT
import type { WeightPlace } from './protocol.ts';

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

/** Random weights of every layer; about one in ten of them a bias. */
export function randomPlaces(
  layers: readonly number[],
  perLayer: number,
  seed: number,
): WeightPlace[] {
  const choose = chooser(seed);
  return layers.slice(1).flatMap((rows, i) =>
    Array.from({ length: perLayer }, () => ({
      layer: i + 1,
      row: choose(rows),
      column: choose(10) === 0 ? null : choose(layers[i] ?? 1),
    })),
  );
}
