// SPDX-License-Identifier: MIT
// What is on the pad: who adds to the strokes, and how it looks. No DOM events here.
import type { StrokePoint } from '../../lib/strokes.ts';
import { type Sides, sidesOf } from '../model/data-look.ts';
import { hasPressure } from '../model/stroke-points.ts';
import { paintDigit } from '../ui/paint-digit.ts';

/** Width and height of the pad in the unit of the strokes. */
export const PAD_SIDE = 280;
/** Of the drawn line; about what the network sees once the digit is fitted to its box. */
const LINE_WIDTH = PAD_SIDE / 11;

export type Line = readonly StrokePoint[];

/** A pen that is moved by keys. */
export class KeyPen {
  x = PAD_SIDE / 2;
  y = PAD_SIDE / 4;
  down = false;

  /** Where an arrow key moves the pen to. */
  move(key: string, far: boolean): boolean {
    const step = (PAD_SIDE / 28) * (far ? 3 : 1);
    const [dx, dy] = ARROWS[key] ?? [0, 0];
    if (dx === 0 && dy === 0) return false;
    this.x = clamp(this.x + dx * step);
    this.y = clamp(this.y + dy * step);
    return true;
  }
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

function clamp(value: number): number {
  return Math.min(PAD_SIDE, Math.max(0, value));
}

/** Draws an image of the data, pixel by pixel: what the network sees. */
export function drawImage(
  canvas: HTMLCanvasElement,
  image: Uint8Array,
  look: Sides,
  ink: string,
): void {
  const pixels = document.createElement('canvas');
  const { width, height } = sidesOf(look, image.length);
  [pixels.width, pixels.height] = [width, height];
  const from = pixels.getContext('2d', { willReadFrequently: true });
  const context = canvas.getContext('2d');
  if (!from || !context) return;
  paintDigit(from, image, ink, { width, height });
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.clearRect(0, 0, canvas.width, canvas.height);
  context.imageSmoothingEnabled = false;
  // As large as fits, its proportions kept.
  const scale = Math.min(canvas.width / width, canvas.height / height);
  const [across, down] = [scale * width, scale * height];
  const [left, top] = [(canvas.width - across) / 2, (canvas.height - down) / 2];
  context.drawImage(pixels, left, top, across, down);
}

/**
 * Draws the strokes as smooth lines through the middles between their points; the wider, the harder
 * a pen that measures it was pressed.
 */
export function drawStrokes(
  canvas: HTMLCanvasElement,
  strokes: readonly Line[],
  ink: string,
  pen: KeyPen | null,
): void {
  const context = canvas.getContext('2d');
  if (!context) return;
  const scale = canvas.width / PAD_SIDE;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, PAD_SIDE, PAD_SIDE);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  context.strokeStyle = ink;
  context.lineWidth = LINE_WIDTH;
  const mean = meanPressure(strokes);
  for (const stroke of strokes) {
    if (hasPressure(stroke)) drawPressed(context, stroke, mean);
    else drawSmooth(context, stroke);
  }
  if (pen) {
    context.lineWidth = 2;
    context.beginPath();
    context.arc(pen.x, pen.y, pen.down ? LINE_WIDTH / 2 + 3 : LINE_WIDTH / 2, 0, 2 * Math.PI);
    context.stroke();
  }
}

function drawSmooth(context: CanvasRenderingContext2D, points: Line): void {
  const [first = ORIGIN] = points;
  const last = points.at(-1) ?? first;
  context.lineWidth = LINE_WIDTH;
  context.beginPath();
  context.moveTo(first.x, first.y);
  context.lineTo(first.x, first.y); // a dot, when nothing follows
  points.slice(1, -1).forEach(({ x, y }, i) => {
    const next = points[i + 2] ?? last;
    context.quadraticCurveTo(x, y, (x + next.x) / 2, (y + next.y) / 2);
  });
  context.lineTo(last.x, last.y);
  context.stroke();
}

/** From point to point, each piece as wide as its ends together. */
function drawPressed(context: CanvasRenderingContext2D, points: Line, mean: number): void {
  points.forEach((point, i) => {
    const before = points[i - 1] ?? point;
    context.lineWidth = (LINE_WIDTH * (pressed(before, mean) + pressed(point, mean))) / 2;
    context.beginPath();
    context.moveTo(before.x, before.y);
    context.lineTo(point.x, point.y);
    context.stroke();
  });
}

/** By how much the line is wider than usual; as cpp/src/data/raster/ink_box.cpp lays the ink. */
function pressed({ pressure = USUAL_PRESSURE }: StrokePoint, mean: number): number {
  return Math.min(1.5, Math.max(0.6, 1 + PRESSED * (pressure / mean - 1)));
}

/** Of the whole drawing: what is harder or softer is so against it. */
function meanPressure(strokes: readonly Line[]): number {
  const all = strokes.flat().map(({ pressure = USUAL_PRESSURE }) => pressure);
  return all.reduce((sum, one) => sum + one, 0) / Math.max(1, all.length) || USUAL_PRESSURE;
}

const ORIGIN: StrokePoint = { x: 0, y: 0 };
/** By how much of its excess over the mean the pressure widens the line. */
const PRESSED = 0.5;
/** Where nothing measures it. */
const USUAL_PRESSURE = 0.5;
