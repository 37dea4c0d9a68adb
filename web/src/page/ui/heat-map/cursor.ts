// SPDX-License-Identifier: MIT
import type { MatrixData } from '../../../lib/results.ts';
import type { Frame } from './draw.ts';
import { clamp, type Placed } from './frame.ts';
import type { Cell } from './matrix.ts';

/** Cells down and to the right. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-28, 0],
  PageDown: [28, 0],
  Home: [0, -1e9],
  End: [0, 1e9],
};

/** Where a key takes the cursor; null for keys that do not move it. */
export function moved(event: KeyboardEvent, from: Cell, matrix: MatrixData): Cell | null {
  const move = MOVES[event.key];
  if (!move || event.ctrlKey || event.metaKey || event.altKey) return null;
  const step = event.shiftKey ? 10 : 1;
  return {
    row: clamp(from.row + move[0] * step, 0, matrix.rows - 1),
    column: clamp(from.column + move[1] * step, 0, matrix.columns - 1),
  };
}

/** The cell under the pointer. */
export function cellAt(event: PointerEvent, frame: Frame): Cell {
  const { left, top, width, height } = (event.target as Element).getBoundingClientRect();
  const share = (value: number) => clamp(value, 0, 0.999999);
  return {
    row: frame.row + Math.floor(share((event.clientY - top) / height) * frame.rows),
    column: frame.column + Math.floor(share((event.clientX - left) / width) * frame.columns),
  };
}

export function isShown({ row, column }: Cell, frame: Frame): boolean {
  const [down, right] = [row - frame.row, column - frame.column];
  return down >= 0 && right >= 0 && down < frame.rows && right < frame.columns;
}

/** The dot of a cell, as a style. */
export function dotStyle({ row, column }: Cell, { frame, width, height }: Placed): string {
  const dotWidth = width / Math.ceil(frame.columns / frame.columnsPerDot);
  const dotHeight = height / Math.ceil(frame.rows / frame.rowsPerDot);
  const left = Math.floor((column - frame.column) / frame.columnsPerDot) * dotWidth;
  const top = Math.floor((row - frame.row) / frame.rowsPerDot) * dotHeight;
  return `left: ${left}px; top: ${top}px; width: ${dotWidth}px; height: ${dotHeight}px`;
}

/** A whole row or a whole column. */
export type Band = { readonly row: number } | { readonly column: number };

/** The dots of a row or column, as a style; null where it is not shown. */
export function bandStyle(band: Band, placed: Placed): string | null {
  const { frame, width, height } = placed;
  const [row, column] = 'row' in band ? [band.row, frame.column] : [frame.row, band.column];
  if (!isShown({ row, column }, frame)) return null;
  const whole = 'row' in band ? `left: 0; width: ${width}px` : `top: 0; height: ${height}px`;
  return `${dotStyle({ row, column }, placed)}; ${whole}`;
}

/** What the picture of a heat map depends on. */
export const DRAWN = [
  'matrix',
  'scale',
  'most',
  'under',
  'cell',
  'height',
  'square',
  'theme',
  'zoomed',
  'available',
] as const;
