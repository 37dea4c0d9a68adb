// SPDX-License-Identifier: MIT
// Where things are in the drawing of the network, in pixels.
import { LIMITS } from '../../../lib/settings.ts';
import { type Sides, sidesOf } from '../../model/data-look.ts';

/** A layer with so few units has a cell of this height for each; above, a doubling adds some. */
const FEW = 10;
const CELL = 18;
const DOUBLING = 22;

/** Room above the highest layer, for its handle. */
const HEAD = 40;
const LEAST_HEIGHT = 280;

export const STRIP_WIDTH = 16;

/** How high a layer of so many units is. */
export function heightOf(units: number): number {
  const some = Math.max(1, units || 1);
  return some <= FEW ? CELL * some : CELL * FEW + DOUBLING * Math.log2(some / FEW);
}

/** The other way round: whole units, within the limits. */
export function unitsAt(height: number): number {
  const some = height <= CELL * FEW ? height / CELL : FEW * 2 ** ((height - CELL * FEW) / DOUBLING);
  return Math.min(LIMITS.units, Math.max(1, Math.round(some)));
}

/** Of the whole drawing. */
export function plotHeight(layers: readonly number[]): number {
  return Math.ceil(Math.max(LEAST_HEIGHT, ...layers.slice(1).map(heightOf)) + HEAD);
}

/** Of the input, which is drawn as the image that it is. */
export function imageSide(pitch: number): number {
  return Math.max(56, Math.min(140, pitch - 28));
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

/** The drawing's measures: the layers stand on the ground, each in the middle of its column. */
export interface Plan {
  readonly layers: readonly number[];
  /** Width of a column. */
  readonly pitch: number;
  /** Where the ground is. */
  readonly height: number;
  /** Whether the input is drawn as an image. */
  readonly image: boolean;
  /** Of the images of the data. */
  readonly sides: Sides;
}

/** Where a connection leaves unit i of layer l, on the right, or enters it, on the left. */
export function unitPlace(plan: Plan, l: number, i: number, side: 'left' | 'right'): Place {
  const { layers, pitch, height, image } = plan;
  const middle = pitch * (l + 0.5);
  if (l === 0 && image) {
    const size = imageSide(pitch);
    const { width, height: rows } = sidesOf(plan.sides, layers[0] ?? 1);
    const [row, column] = [Math.floor(i / width), i % width];
    return {
      x: middle + ((column + 0.5) / width - 0.5) * size,
      y: height - size + ((row + 0.5) / rows) * size,
    };
  }
  const units = layers[l] ?? 1;
  return {
    x: middle + (side === 'right' ? 0.5 : -0.5) * STRIP_WIDTH,
    y: height - shownHeight(plan, l) * ((i + 0.5) / units),
  };
}

/** As high as fits: a layer that is dragged higher waits for its release. */
export function shownHeight({ layers, height }: Plan, l: number): number {
  return Math.min(height - HEAD / 2, heightOf(layers[l] ?? 1));
}
