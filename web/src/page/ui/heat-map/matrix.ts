// SPDX-License-Identifier: MIT
// Looking at matrices that the core has computed; nothing of the network is computed here.
import type { MatrixData } from '../../../lib/results.ts';
import { type Sides, sidesOf } from '../../model/data-look.ts';

/** A cell; both from 0, as in the code. */
export interface Cell {
  readonly row: number;
  readonly column: number;
}

export function at(matrix: MatrixData, row: number, column: number): number {
  return matrix.values[row + matrix.rows * column] ?? NaN;
}

/** One column alone. */
export function columnOf(matrix: MatrixData, column: number): MatrixData {
  const { rows, values } = matrix;
  return { rows, columns: 1, values: values.subarray(rows * column, rows * (column + 1)) };
}

/** Row `row` alone, as an array. */
export function rowOf(matrix: MatrixData, row: number): Float32Array {
  return Float32Array.from({ length: matrix.columns }, (_, column) => at(matrix, row, column));
}

/** The pixel of an image that number i of the column is, and the other way round. */
export const pixelOf = ({ width }: Pick<Sides, 'width'>, i: number): Cell => ({
  row: Math.floor(i / width),
  column: i % width,
});

export const indexOf = ({ width }: Sides, { row, column }: Cell): number => width * row + column;

/** Numbers of an image, pixel after pixel and row after row, as a matrix of its rows and columns. */
export function asImage(sides: Sides, pixels: Float32Array): MatrixData {
  const { width, height } = sidesOf(sides, pixels.length);
  const values = new Float32Array(width * height);
  pixels.forEach((value, i) => {
    const { row, column } = pixelOf({ width }, i);
    values[row + height * column] = value;
  });
  return { rows: height, columns: width, values };
}

export function difference(after: MatrixData, before: MatrixData): MatrixData {
  const values = after.values.map((value, i) => value - (before.values[i] ?? NaN));
  return { ...after, values };
}

/** The smallest and the largest number. */
export function extent({ values }: MatrixData): { least: number; most: number } {
  let [least, most] = [Infinity, -Infinity];
  for (const value of values) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { least, most };
}

/** The standard deviation about 0, as the initialisers state it. */
export function spread({ values }: MatrixData): number {
  const sum = values.reduce((total, value) => total + value * value, 0);
  return Math.sqrt(sum / Math.max(1, values.length));
}

export function largestIn(values: Float32Array): number {
  return values.indexOf(Math.max(...values));
}
