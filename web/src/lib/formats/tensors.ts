// SPDX-License-Identifier: MIT
// Weights as other programs have them. Here W_l is (n_l, n_{l-1}) column-major; in files, row-major.
import type { LayerNumbers } from '../snapshot.ts';

/** Numbers with a name and a shape, row-major. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** (rows, columns) column-major to row-major. */
export function rowMajor(values: Float32Array, rows: number, columns: number): Float32Array {
  return columnMajor(values, columns, rows);
}

/** (rows, columns) row-major to column-major. */
export function columnMajor(values: Float32Array, rows: number, columns: number): Float32Array {
  const turned = new Float32Array(values.length);
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1) turned[c * rows + r] = values[r * columns + c] ?? 0;
  }
  return turned;
}

/**
 * The tensors of a list of layers, row-major.
 * @param sizes n_0 ... n_L
 * @param nameOf what W_l and b_l are called, by l from 1
 */
export function tensorsOf(
  layers: readonly LayerNumbers[],
  sizes: readonly number[],
  nameOf: (l: number, part: 'W' | 'b') => string,
): Tensor[] {
  return layers.flatMap(({ W, b }, i) => {
    const [columns = 0, rows = 0] = [sizes[i], sizes[i + 1]];
    return [
      { name: nameOf(i + 1, 'W'), shape: [rows, columns], values: rowMajor(W, rows, columns) },
      { name: nameOf(i + 1, 'b'), shape: [rows], values: b },
    ];
  });
}

/** As torch.nn.Sequential names them, with an activation between two Linear: '0.weight', '2.weight' ... */
export const torchName = (l: number, part: 'W' | 'b'): string =>
  `${2 * (l - 1)}.${part === 'W' ? 'weight' : 'bias'}`;
