// SPDX-License-Identifier: MIT
// NumPy's .npz: a zip of .npy files, each a short header and the numbers.
import { floatBytes, joined, toUtf8 } from './bytes.ts';
import { metadataOf, withoutMemory } from './metadata.ts';
import type { Model } from './model.ts';
import { tensorsOf } from './tensors.ts';
import { zipOf } from './zip-writer.ts';

/** '\x93NUMPY', version 1.0. */
const MARK = Uint8Array.of(0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0);
/** Where the numbers begin is a multiple of this. */
const ALIGNED = 64;

/** @param type as NumPy calls it, such as '<f4' */
function npy(type: string, shape: readonly number[], data: Uint8Array): Uint8Array {
  // A tuple of one has its comma: (128,).
  const sizes = shape.map((size) => `${size},`).join(' ');
  const header = `{'descr': '${type}', 'fortran_order': False, 'shape': (${sizes}), }`;
  const before = MARK.length + 2;
  const length = Math.ceil((before + header.length + 1) / ALIGNED) * ALIGNED - before;
  const size = Uint8Array.of(length & 255, length >> 8);
  return joined([MARK, size, toUtf8(header.padEnd(length - 1) + '\n'), data]);
}

/** One text: an array without dimensions, 4 bytes a character. */
function npyText(text: string): Uint8Array {
  const characters = Array.from(text);
  const data = new DataView(new ArrayBuffer(4 * characters.length));
  characters.forEach((character, i) => data.setUint32(4 * i, character.codePointAt(0) ?? 0, true));
  return npy(`<U${characters.length}`, [], new Uint8Array(data.buffer));
}

/**
 * W1, b1, W2, b2 ...: W_l as float32 (n_l, n_{l-1}), b_l (n_l); and `meta`, what safetensors files
 * have as metadata, as one JSON text: json.loads(str(numpy.load(file)['meta'])).
 */
export function writeNpz({ snapshot: all, notes }: Model): Uint8Array<ArrayBuffer> {
  const snapshot = withoutMemory(all);
  const { layers, network } = snapshot;
  const arrays = tensorsOf(layers, network.layers, (l, part) => `${part}${l}`);
  const files = arrays.map(({ name, shape, values }): [string, Uint8Array] => [
    `${name}.npy`,
    npy('<f4', shape, floatBytes(values)),
  ]);
  const text = npyText(JSON.stringify(metadataOf({ snapshot, notes })));
  return zipOf({ ...Object.fromEntries(files), 'meta.npy': text }, { store: true });
}
