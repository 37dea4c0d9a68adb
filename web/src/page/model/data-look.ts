// SPDX-License-Identifier: MIT
// How the data that is loaded is to be shown: the sides of its images, and the names of its classes.
import type { Frame } from '../../lib/import/resample.ts';

export interface DataLook {
  /** Pixels of an image. */
  readonly width: number;
  readonly height: number;
  /** The name of each label, from 0. */
  readonly classes: readonly string[];
  /** Pixels of the longer side of an image's ink, on average. */
  readonly inkSide: number;
}

/** Of MNIST, and of the digits that the page makes. */
export const DIGITS_LOOK: DataLook = {
  width: 28,
  height: 28,
  classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'],
  inkSide: 20,
};

/** Whether images and classes are those of digits as MNIST has them. */
export const isDigits = ({ width, height, classes }: DataLook): boolean =>
  width === 28 && height === 28 && classes.join() === DIGITS_LOOK.classes.join();

/** How a drawing is brought to the size of the data; null where that is as in MNIST. */
export function frameOf({ width, height, inkSide }: DataLook): Frame | null {
  if (width === 28 && height === 28) return null;
  return { width, height, box: Math.max(1, Math.round(inkSide)), centre: 'box' };
}

export interface Sides {
  readonly width: number;
  readonly height: number;
}

/** Whether so many numbers are the pixels of an image of the data. */
export const isImage = ({ width, height }: Sides, length: number): boolean =>
  length === width * height;

/** Rows and columns of an image; of another number of pixels those of a shape about square. */
export function sidesOf(look: Sides, length: number): Sides {
  if (isImage(look, length)) return look;
  const width = Math.max(1, Math.ceil(Math.sqrt(length)));
  return { width, height: Math.max(1, Math.ceil(length / width)) };
}

/** What to call one class of the data, all of them, and what one draws. */
export function classWord({
  classes,
}: DataLook): Readonly<Record<'one' | 'all' | 'drawn', string>> {
  const digits = classes.every((name) => /^\d$/.test(name));
  return digits
    ? { one: 'digit', all: 'digits', drawn: 'digit' }
    : { one: 'class', all: 'classes', drawn: 'picture' };
}

/** What a label is called. */
export const nameOf = ({ classes }: DataLook, label: number): string =>
  classes[label] ?? String(label);

/** The labels that there are. */
export const labelsOf = ({ classes }: DataLook): number[] => classes.map((_, label) => label);

/** Layers for the data: as many inputs as it has pixels, as many outputs as the question needs. */
export function withEnds(
  layers: readonly number[],
  output: 'softmax' | 'sigmoid',
  { width, height, classes }: DataLook,
): readonly number[] {
  return [width * height, ...layers.slice(1, -1), output === 'softmax' ? classes.length : 1];
}
