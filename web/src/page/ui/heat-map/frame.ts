// SPDX-License-Identifier: MIT
import type { MatrixData } from '../../../lib/results.ts';
import type { Frame } from './draw.ts';
import type { Cell } from './matrix.ts';

/** Cells of the window into a large matrix, across and down. */
const WINDOW = 28;
/** Pixels of a cell downward, so that matrices with as many rows are equally high. */
const MOST_DOWN = 25;
/** A dot narrower than this many pixels cannot be told from the next. */
const LEAST_DOT = 1;

/** A picture is at most so wide, in pixels, and at least as wide as its caption. */
const MOST_WIDTH = 400;
const LEAST_WIDTH = 108;
/** Pixels that a frame's border takes. */
export const BORDERS = 2;

/** Cells of a matrix with one column an example, so that several such stand side by side. */
export function stripCell(examples: number): number {
  return examples === 1 ? 25 : Math.max(2, Math.floor((LEAST_WIDTH - BORDERS) / examples));
}

/** The width at which each dot of a matrix is a whole number of pixels. */
export function wishedWidth({ columns }: MatrixData, cell: number): number {
  const { dots, dot } = fit(columns, MOST_WIDTH, cell);
  return Math.max(LEAST_WIDTH, dots * dot + BORDERS);
}

export interface Placed {
  readonly frame: Frame;
  /** Of the canvas, in pixels. */
  readonly width: number;
  readonly height: number;
  /** Something is left out or drawn together. */
  readonly reduced: boolean;
}

/** Fits a matrix into a width and a height: whole pixels for each dot, and dots for more cells. */
export function place(
  matrix: MatrixData,
  available: { width: number; height: number; cell: number; square?: boolean },
  window: Cell | null,
): Placed {
  const shown = window ? windowAt(matrix, window) : { row: 0, column: 0, ...sizes(matrix) };
  const across = fit(shown.columns, available.width, available.cell);
  // Cells of an image are square; those of other matrices may be stretched.
  const square = available.square === true || matrix.rows === matrix.columns;
  const down = fit(shown.rows, available.height, square ? available.cell : MOST_DOWN);
  const dot = Math.min(across.dot, down.dot);
  return {
    frame: { ...shown, rowsPerDot: down.perDot, columnsPerDot: across.perDot },
    width: across.dots * (square ? dot : across.dot),
    height: down.dots * (square ? dot : down.dot),
    reduced: across.perDot > 1 || down.perDot > 1,
  };
}

function sizes({ rows, columns }: MatrixData) {
  return { rows, columns };
}

function windowAt(matrix: MatrixData, middle: Cell) {
  const rows = Math.min(WINDOW, matrix.rows);
  const columns = Math.min(WINDOW, matrix.columns);
  return {
    row: clamp(middle.row - Math.floor(rows / 2), 0, matrix.rows - rows),
    column: clamp(middle.column - Math.floor(columns / 2), 0, matrix.columns - columns),
    rows,
    columns,
  };
}

/** How many cells a dot takes, and how many pixels. */
function fit(cells: number, pixels: number, most: number) {
  const perDot = Math.max(1, Math.ceil((cells * LEAST_DOT) / Math.max(1, pixels)));
  const dots = Math.ceil(cells / perDot);
  return { perDot, dots, dot: clamp(Math.floor(pixels / dots), LEAST_DOT, most) };
}

export function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(most, value));
}
