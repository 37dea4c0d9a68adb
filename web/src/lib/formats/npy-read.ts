// SPDX-License-Identifier: MIT
// One array of NumPy: a mark, a header that is a literal of Python, the numbers.
import { countOf, type FloatType, readFloats } from './floats.ts';
import { badFile, type Source } from './source.ts';
import { rowMajor, type Tensor } from './tensors.ts';

const TYPES: Readonly<Record<string, FloatType>> = { f2: 'F16', f4: 'F32', f8: 'F64' };

export interface Npy {
  /** As NumPy calls it, such as '<f4'. */
  readonly type: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  readonly data: Uint8Array;
}

export const isNpy = (bytes: Uint8Array): boolean =>
  [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59].every((byte, i) => bytes[i] === byte);

/** The header's text, and where the numbers begin. */
function headerOf(source: Source): [header: string, at: number] {
  const { bytes } = source;
  if (!isNpy(bytes)) badFile(source, 'is no array of NumPy: its first bytes are others.');
  const long = (bytes[6] ?? 0) > 1;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const from = long ? 12 : 10;
  const length = bytes.length < from ? 0 : long ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length === 0 || from + length > bytes.length) {
    badFile(source, `its header should have ${length} bytes (offset 8), and is cut off.`);
  }
  const text = new TextDecoder('latin1').decode(bytes.subarray(from, from + length));
  return [text, from + length];
}

/** @throws ScratchpadError 'badData' when the header is none */
export function parseNpy(source: Source): Npy {
  const [header, at] = headerOf(source);
  const type = /'descr':\s*'([^']{1,20})'/.exec(header)?.[1];
  const fortran = /'fortran_order':\s*(True|False)/.exec(header)?.[1];
  const sizes = /'shape':\s*\(([\d,\s]{0,200})\)/.exec(header)?.[1];
  if (type === undefined || fortran === undefined || sizes === undefined) {
    const what = 'its header does not say descr, fortran_order and shape of one plain array';
    badFile(source, `${what}: ${header.slice(0, 100).trim()}`);
  }
  const shape = sizes.split(',').map((size) => size.trim());
  return {
    type,
    fortran: fortran === 'True',
    shape: shape.filter((size) => size !== '').map(Number),
    data: source.bytes.subarray(at),
  };
}

const pickled = (source: Source): never =>
  badFile(
    source,
    'is an array of Python objects, which would have to be run to be read. Save arrays of float32.',
  );

/** The numbers of an array, row-major. @throws ScratchpadError 'badData' */
export function tensorOf(source: Source, name: string): Tensor {
  const { type, fortran, shape, data } = parseNpy(source);
  const [, order = '', kind = '', size = ''] = /^([<>|=]?)([A-Za-z])(\d*)$/.exec(type) ?? [];
  if (kind === 'O') pickled(source);
  const floats = TYPES[`${kind}${size}`];
  if (!floats) {
    badFile(source, `is an array of '${type}'; weights can be float16, float32 and float64.`);
  }
  if (countOf(shape) * Number(size) !== data.length) {
    const claim = `${shape.join(' x ')} numbers of ${size} bytes`;
    badFile(source, `claims ${claim}, but has ${data.length} bytes. It is damaged or cut off.`);
  }
  const values = readFloats(data, floats, order !== '>');
  const [rows = 0, columns = 0] = shape;
  const turned = fortran && shape.length === 2;
  return { name, shape, values: turned ? rowMajor(values, rows, columns) : values };
}

/** The text of an array without dimensions: 4 bytes a character, in the order that its type says. */
export function textOf(source: Source): string {
  const { type, data, shape } = parseNpy(source);
  const [, order, length] = /^([<>])U(\d+)$/.exec(type) ?? [];
  if (shape.length > 0 || 4 * Number(length) !== data.length) {
    badFile(source, `must be one text of NumPy's type U, not ${shape.join(' x ')} of '${type}'.`);
  }
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  let text = '';
  for (let at = 0; at < data.length; at += 4) {
    const code = view.getUint32(at, order === '<');
    if (code > 0x10ffff) badFile(source, `has no character at offset ${at} of its text.`);
    text += String.fromCodePoint(code);
  }
  return text;
}
