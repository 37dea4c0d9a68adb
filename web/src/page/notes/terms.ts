// SPDX-License-Identifier: MIT
// The sum behind one cell, from the arrays of the walk alone.
import { at } from '../ui/heat-map/matrix.ts';
import type { ChosenCell, Walked } from './notes-state.ts';

/** Terms that are shown one by one; the rest is shown as one sum. */
export const SHOWN_TERMS = 12;

export interface Term {
  /** c of Z, or i of dW. */
  readonly index: number;
  readonly left: number;
  readonly right: number;
  readonly product: number;
}

export interface Sum {
  readonly kind: 'Z' | 'dW';
  /** The largest by size, the largest first. */
  readonly terms: readonly Term[];
  readonly of: number;
  /** Of the terms that are not shown. */
  readonly rest: number;
  /** b(r) of Z, else null. */
  readonly bias: number | null;
  /** m of dW, by which the sum is divided; else 1. */
  readonly divisor: number;
  readonly total: number;
  /** What the core computed. */
  readonly core: number;
}

/** z_r = sum_c W(r, c) A(c) + b(r), or dW(r, c) = (1/m) sum_i dZ(r, i) A(c, i). */
export function sumOf({ walk }: Walked, chosen: ChosenCell): Sum | null {
  const { letter, layer: l, row, column } = chosen;
  const layer = walk.layers[l - 1];
  const before = l === 1 ? walk.X : walk.layers[l - 2]?.A;
  if (!layer || !before || letter === 'W') return null;
  const core = letter === 'Z' ? layer.Z : layer.dW;
  if (row >= core.rows || column >= core.columns) return null;
  const of = letter === 'Z' ? before.rows : before.columns;
  const all = Array.from({ length: of }, (_, index): Term => {
    const left = letter === 'Z' ? at(layer.W, row, index) : at(layer.dZ, row, index);
    const right = letter === 'Z' ? at(before, index, column) : at(before, column, index);
    return { index, left, right, product: left * right };
  });
  const bySize = all.sort((a, b) => Math.abs(b.product) - Math.abs(a.product));
  const add = (terms: readonly Term[]) => terms.reduce((sum, { product }) => sum + product, 0);
  const bias = letter === 'Z' ? at(layer.b, row, 0) : null;
  const divisor = letter === 'Z' ? 1 : before.columns;
  return {
    kind: letter,
    terms: bySize.slice(0, SHOWN_TERMS),
    of,
    rest: add(bySize.slice(SHOWN_TERMS)),
    bias,
    divisor,
    total: (add(bySize) + (bias ?? 0)) / divisor,
    core: at(core, row, column),
  };
}
