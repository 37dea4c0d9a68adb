// SPDX-License-Identifier: MIT
// What is on the pad: who adds to the strokes, and how it looks. No DOM events here.
import { sidesOf } from '../data-look.ts';
import { paintDigit } from './paint-digit.ts';

/** Width and height of the pad in the unit of the strokes. */
export const PAD_SIDE = 280;
/** Of the drawn line; about what the network sees once the digit is fitted to its box. */
const LINE_WIDTH = PAD_SIDE / 11;

export type Line = number[];

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
export function drawImage(canvas: HTMLCanvasElement, image: Uint8Array, ink: string): void {
  const pixels = document.createElement('canvas');
  const { width, height } = sidesOf(image.length);
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

/** Draws the strokes as smooth lines through the middles between their points. */
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
  for (const stroke of strokes) {
    context.beginPath();
    trace(context, stroke);
    context.stroke();
  }
  if (pen) {
    context.lineWidth = 2;
    context.beginPath();
    context.arc(pen.x, pen.y, pen.down ? LINE_WIDTH / 2 + 3 : LINE_WIDTH / 2, 0, 2 * Math.PI);
    context.stroke();
  }
}

function trace(context: CanvasRenderingContext2D, points: Line): void {
  const at = (i: number): [number, number] => [points[i] ?? 0, points[i + 1] ?? 0];
  const [x0, y0] = at(0);
  context.moveTo(x0, y0);
  context.lineTo(x0, y0); // a dot, when nothing follows
  for (let i = 2; i + 2 < points.length; i += 2) {
    const [x, y] = at(i);
    const [nextX, nextY] = at(i + 2);
    context.quadraticCurveTo(x, y, (x + nextX) / 2, (y + nextY) / 2);
  }
  context.lineTo(...at(points.length - 2));
}
