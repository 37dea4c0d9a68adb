// SPDX-License-Identifier: MIT
import type { MatrixData } from '../../../lib/results.ts';
import { at } from './matrix.ts';

/** 'signed': from red below 0 over paper to blue above. 'ink': from paper, 0, to ink, 1. */
export type Scale = 'signed' | 'ink';

/** The part of a matrix that is shown, and how many of its cells one dot stands for. */
export interface Frame {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
  readonly rowsPerDot: number;
  readonly columnsPerDot: number;
}

export interface Colours {
  readonly paper: string;
  readonly above: string;
  readonly below: string;
  readonly ink: string;
}

type Rgb = readonly number[];

/** The theme's colours where an element stands. */
export function coloursOf(element: Element): Colours {
  const style = getComputedStyle(element);
  const colour = (token: string) => style.getPropertyValue(token);
  return {
    paper: colour('--sheet'),
    above: colour('--accent'),
    below: colour('--pencil'),
    ink: colour('--ink'),
  };
}

/** How dark the ink is that shows faintly through the colours, of 1. */
const FAINT = 0.2;

/**
 * Draws one dot a pixel; the style stretches the canvas. `most`: the number of full colour.
 * @param under a matrix of the same shape, 0 ... 1, that shows through as faint ink
 */
export function drawHeatMap(
  canvas: HTMLCanvasElement,
  matrix: MatrixData,
  frame: Frame,
  scale: Scale,
  most: number,
  colours: Colours,
  under: MatrixData | null = null,
): void {
  const { rowsPerDot, columnsPerDot } = frame;
  const width = Math.ceil(frame.columns / columnsPerDot);
  const height = Math.ceil(frame.rows / rowsPerDot);
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (!context) return;
  const image = context.createImageData(width, height);
  const paper = rgb(colours.paper);
  const above = rgb(scale === 'ink' ? colours.ink : colours.above);
  const below = rgb(colours.below);
  const ink = rgb(colours.ink);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const value = farthest(matrix, frame, y * rowsPerDot, x * columnsPerDot);
      const share = most > 0 ? Math.min(1, Math.abs(value) / most) : 0;
      const full = value < 0 ? below : above;
      const place = 4 * (x + width * y);
      const faint = under ? FAINT * farthest(under, frame, y * rowsPerDot, x * columnsPerDot) : 0;
      for (let k = 0; k < 3; k += 1) {
        const from = mix(paper[k], ink[k], faint);
        image.data[place + k] = Math.round(mix(from, full[k], share));
      }
      image.data[place + 3] = 255;
    }
  }
  context.putImageData(image, 0, 0);
}

/** Of the cells of one dot, the number that is farthest from 0: a mean would hide what is there. */
function farthest(matrix: MatrixData, frame: Frame, row: number, column: number): number {
  if (frame.rowsPerDot === 1 && frame.columnsPerDot === 1) {
    return at(matrix, frame.row + row, frame.column + column);
  }
  const lastRow = Math.min(row + frame.rowsPerDot, frame.rows);
  const lastColumn = Math.min(column + frame.columnsPerDot, frame.columns);
  let found = 0;
  for (let c = column; c < lastColumn; c += 1) {
    for (let r = row; r < lastRow; r += 1) {
      const value = at(matrix, frame.row + r, frame.column + c);
      if (Math.abs(value) > Math.abs(found)) found = value;
    }
  }
  return found;
}

function mix(from = 0, to = 0, share: number): number {
  return from + (to - from) * share;
}

/** #1c4fa0 as three numbers. */
function rgb(hex: string): Rgb {
  const value = parseInt(hex.trim().slice(1), 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}
