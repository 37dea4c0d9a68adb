// SPDX-License-Identifier: MIT
// Drawings: strokes of a pen, and how they become images.
import { checkCopies, checkNotNegative, checkNumber } from './checks.ts';
import { ScratchpadError } from './errors.ts';
import type { Frame } from './import/resample.ts';
import type { Copies } from './results.ts';

/** Where a pen was. */
export interface StrokePoint {
  readonly x: number;
  /** Downward. */
  readonly y: number;
  /** 0 ... 1, as PointerEvent has it; left out, it counts as the usual 0.5. */
  readonly pressure?: number;
}

/** One stroke of a pen, in any unit: x and y by turns, y downward, or its points. */
export type Stroke = readonly number[] | Float32Array | readonly StrokePoint[];

/** How a drawing becomes an image. The defaults are those that networks trained on MNIST read best. */
export interface ReadOptions {
  /** Shear the drawing until it leans to no side; best for a network that has learned such digits. */
  readonly deskew: boolean;
  /** Keep also the strokes that the pen made by a slip: dots far smaller or away from the rest. */
  readonly keepSlips: boolean;
  /** Width of the line in pixels of the 28 x 28 image, 1 ... 10. */
  readonly penWidth: number;
  /** Width in pixels of the line's grey edge, 0.5 ... 4. */
  readonly penSoftness: number;
  /**
   * Above 0: the square 0 ... frame of the strokes' unit becomes the whole image, with nothing fitted
   * to 20 x 20 or centred. 0: fitted and centred.
   */
  readonly frame: number;
  /** For a network whose images are not as MNIST's: how they show their ink. null: as in MNIST. */
  readonly size: Frame | null;
  /** 5 or 9: the mean of the answers to so many copies of the image, as of evaluate(). */
  readonly copies: Copies;
}

export const DEFAULT_READING: ReadOptions = {
  deskew: false,
  keepSlips: false,
  penWidth: 2.4,
  penSoftness: 1,
  frame: 0,
  size: null,
  copies: 1,
};

/** Throws a ScratchpadError 'badSetting' for an option outside its limits. */
export function checkReading({ penWidth, penSoftness, frame, copies }: ReadOptions): void {
  checkNumber('penWidth', penWidth, 'from 1 to 10', (x) => x >= 1 && x <= 10);
  checkNumber('penSoftness', penSoftness, 'from 0.5 to 4', (x) => x >= 0.5 && x <= 4);
  checkNotNegative('frame', frame);
  checkCopies(copies);
}

/** Strokes as the core takes them. */
export interface PackedStrokes {
  /** x, y and pressure by turns, of one stroke after another. */
  readonly points: Float32Array;
  /** The number of points up to the end of each stroke. */
  readonly ends: Uint32Array;
}

const USUAL_PRESSURE = 0.5;

function bad(stroke: number, what: string): never {
  throw new ScratchpadError(
    'badData',
    `Stroke ${stroke + 1} ${what}. Give x and y by turns, or points {x, y, pressure}.`,
  );
}

const isList = (given: unknown): boolean => Array.isArray(given) || given instanceof Float32Array;

const isNumbers = (stroke: Stroke): stroke is readonly number[] | Float32Array =>
  stroke instanceof Float32Array || typeof stroke[0] !== 'object';

/** x, y and pressure by turns. */
function numbersOf(stroke: Stroke, i: number): number[] {
  if (!isList(stroke)) bad(i, 'is no list');
  const numbers: number[] = [];
  if (isNumbers(stroke)) {
    if (stroke.length % 2 !== 0) bad(i, `has ${stroke.length} numbers, an odd count`);
    for (let k = 0; k < stroke.length; k += 2) {
      numbers.push(stroke[k] ?? NaN, stroke[k + 1] ?? NaN, USUAL_PRESSURE);
    }
  } else {
    for (const { x, y, pressure = USUAL_PRESSURE } of stroke) {
      if (typeof x !== 'number' || typeof y !== 'number') bad(i, 'has a point without x or y');
      numbers.push(x, y, pressure);
    }
  }
  const wrong = numbers.find((value) => !Number.isFinite(value));
  if (wrong !== undefined) bad(i, `has ${String(wrong)} where a number should be`);
  return numbers;
}

/** @throws ScratchpadError 'badData' for what is no stroke */
export function packStrokes(strokes: readonly Stroke[]): PackedStrokes {
  if (!isList(strokes)) throw new ScratchpadError('badData', 'Strokes must be a list.');
  const all = strokes.map(numbersOf);
  let points = 0;
  return {
    ends: Uint32Array.from(all, ({ length }) => (points += length / 3)),
    points: Float32Array.from(all.flat()),
  };
}
