// SPDX-License-Identifier: MIT
// Marks, and the letters of further runs, drawn over uPlot's lines.
import uPlot from 'uplot';
import type { Mark } from '../../model/overlays.ts';
import type { Picture, PictureLine } from './picture.ts';

export interface Extras {
  readonly picture: Picture;
  readonly marks: readonly Mark[];
  readonly colour: (token: string) => string;
}

/** In CSS pixels. */
const SIZE = 11;
const ROW = 14;

export function drawExtras(plot: uPlot, { picture, marks, colour }: Extras): void {
  const { ctx, bbox } = plot;
  const ratio = uPlot.pxRatio;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  ctx.translate(bbox.left, bbox.top);
  ctx.scale(ratio, ratio);
  ctx.font = `${SIZE}px system-ui, sans-serif`;
  ctx.textBaseline = 'middle';
  ctx.textAlign = 'left';
  const pen: Pen = { ctx, plot, colour, width: bbox.width / ratio, height: bbox.height / ratio };
  drawMarks(pen, marks);
  drawLetters(pen, picture);
  ctx.restore();
}

interface Pen {
  readonly ctx: CanvasRenderingContext2D;
  readonly plot: uPlot;
  readonly colour: (token: string) => string;
  readonly width: number;
  readonly height: number;
}

function drawMarks(pen: Pen, marks: readonly Mark[]): void {
  const { ctx, plot, colour, width, height } = pen;
  const ends: number[] = []; // of the texts in each row
  for (const { x, text } of marks) {
    const left = Math.round(plot.valToPos(x, 'x')) + 0.5;
    if (left < 0 || left > width) continue;
    ctx.strokeStyle = colour('--ink');
    ctx.setLineDash([1, 3]);
    ctx.lineWidth = 1;
    ctx.beginPath();
    ctx.moveTo(left, 0);
    ctx.lineTo(left, height);
    ctx.stroke();
    const long = ctx.measureText(text).width + 6;
    const start = left + long > width ? Math.max(0, left - long - 2) : left + 2;
    const row = ends.findIndex((end) => end <= start);
    const at = row < 0 ? ends.length : row;
    // Where there is no room, the readout and the list still say it.
    if ((at + 1) * ROW > height / 2 + ROW) continue;
    ends[at] = start + long;
    write(pen, text, start + 3, at * ROW + ROW / 2 + 1);
  }
}

function drawLetters(pen: Pen, picture: Picture): void {
  const { ctx, plot, width, height } = pen;
  const letters = picture.lines
    .filter(({ letter, shown }) => letter && shown)
    .map((line) => ({ letter: line.letter, ...lastPlace(plot, picture, line, width) }))
    .filter(({ left }) => left >= 0)
    .sort((one, other) => one.top - other.top);
  let free = SIZE / 2;
  ctx.font = `600 ${SIZE}px system-ui, sans-serif`;
  for (const { letter, left, top } of letters) {
    const at = Math.min(Math.max(top, free), height - SIZE / 2);
    free = at + SIZE;
    const start = Math.min(left + 4, width - SIZE);
    write(pen, letter, start, at);
  }
}

/** Ink with paper round it, so that it can be read over lines. */
function write({ ctx, colour }: Pen, text: string, left: number, middle: number): void {
  ctx.setLineDash([]);
  ctx.lineWidth = 3;
  ctx.lineJoin = 'round';
  ctx.strokeStyle = colour('--sheet');
  ctx.strokeText(text, left, middle);
  ctx.fillStyle = colour('--ink');
  ctx.fillText(text, left, middle);
}

/** Of the last point that is in the plot; left of 0 where none is. */
function lastPlace(plot: uPlot, { xs }: Picture, line: PictureLine, width: number) {
  const values = line.smoothed ?? line.values;
  for (let i = values.length - 1; i >= 0; i -= 1) {
    const value = values[i];
    const left = plot.valToPos(xs[i] ?? 0, 'x');
    if (value !== null && value !== undefined && left >= 0 && left <= width) {
      return { left, top: plot.valToPos(value, 'y') };
    }
  }
  return { left: -1, top: 0 };
}
