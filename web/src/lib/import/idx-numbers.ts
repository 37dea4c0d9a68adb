// SPDX-License-Identifier: MIT
// IDX files of any type, as the bytes and labels that training takes.
import { IdxReader, UNSIGNED_BYTE } from '../idx-reader.ts';
import { badInput } from './job.ts';

type Numbers = Uint8Array | Int8Array | Int16Array | Int32Array | Float32Array | Float64Array;

/** An IDX file. */
export interface IdxNumbers {
  readonly dimensions: readonly number[];
  readonly values: Numbers;
  /** Where a value stands in the file. */
  readonly offsetOf: (index: number) => number;
}

/** How each type is read; its numbers are big-endian. */
const READERS: Readonly<
  Record<number, (view: DataView, count: number) => Exclude<Numbers, Uint8Array>>
> = {
  0x09: (view, n) => Int8Array.from({ length: n }, (_, i) => view.getInt8(i)),
  0x0b: (view, n) => Int16Array.from({ length: n }, (_, i) => view.getInt16(2 * i)),
  0x0c: (view, n) => Int32Array.from({ length: n }, (_, i) => view.getInt32(4 * i)),
  0x0d: (view, n) => Float32Array.from({ length: n }, (_, i) => view.getFloat32(4 * i)),
  0x0e: (view, n) => Float64Array.from({ length: n }, (_, i) => view.getFloat64(8 * i)),
};

/**
 * Reads an IDX file of any type.
 * @param bytes the file, not gzipped
 * @throws ScratchpadError 'badData' that names the file and says what is wrong and at which offset
 */
export function readIdx(bytes: Uint8Array, name: string): IdxNumbers {
  const reader = new IdxReader(name, 'all');
  const values = reader.push(bytes);
  const { dimensions, type, count, length, bytesEach } = reader.end();
  const read = READERS[type];
  const view = new DataView(values.buffer, values.byteOffset, values.byteLength);
  return {
    dimensions,
    values: type === UNSIGNED_BYTE || !read ? values : read(view, count),
    offsetOf: (index) => length + index * bytesEach,
  };
}

/** Pixels as bytes: those from 0 to 255 as they are, those from 0 to 1 times 255. */
export function toPixels({ values, offsetOf }: IdxNumbers, name: string): Uint8Array {
  if (values instanceof Uint8Array) return values;
  const wrong = values.findIndex((value) => !(value >= 0 && value <= 255));
  if (wrong >= 0) {
    const where = `the value at offset ${offsetOf(wrong)} is ${values[wrong] ?? NaN}`;
    badInput(name, `${where}; pixels must be from 0 to 255, or from 0 to 1.`);
  }
  const factor = values.some((value) => value > 1) ? 1 : 255;
  return Uint8Array.from(values, (value) => Math.round(factor * value));
}

/** Labels as the names of their classes: whole numbers of at least 0. */
export function toLabels({ values, offsetOf }: IdxNumbers, name: string): string[] {
  return Array.from(values, (value, i) => {
    if (Number.isInteger(value) && value >= 0) return String(value);
    const where = `the label at offset ${offsetOf(i)} is ${value}`;
    return badInput(name, `${where}; labels must be whole numbers of at least 0.`);
  });
}
