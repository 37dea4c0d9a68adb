// SPDX-License-Identifier: MIT
// The four files of MNIST: what they are called, and how a good one is told from a bad one.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { UserError } from './log.mjs';

export const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** `key` is the name in manifest.json, `bin` the name on the page, `gz`/`raw` are SHA-256 sums. */
export const mnistFiles = [
  {
    key: 'trainImages',
    name: 'train-images-idx3-ubyte',
    bin: 'train-images.bin',
    dimensions: [60000, 28, 28],
    gz: '440fcabf73cc546fa21475e81ea370265605f56be210a4024d2ca8f203523609',
    raw: 'ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db',
  },
  {
    key: 'trainLabels',
    name: 'train-labels-idx1-ubyte',
    bin: 'train-labels.bin',
    dimensions: [60000],
    gz: '3552534a0a558bbed6aed32b30c495cca23d567ec52cac8be1a0730e8010255c',
    raw: '65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5',
  },
  {
    key: 'testImages',
    name: 't10k-images-idx3-ubyte',
    bin: 't10k-images.bin',
    dimensions: [10000, 28, 28],
    gz: '8d422c7b0a1c1c79245a5bcf07fe86e33eeafee792b84584aec276f5a2dbc4e6',
    raw: '0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7',
  },
  {
    key: 'testLabels',
    name: 't10k-labels-idx1-ubyte',
    bin: 't10k-labels.bin',
    dimensions: [10000],
    gz: 'f7ae60f92e00ec6debd23a6088c31dbd2371eca3ffa0defaefb259924204aec6',
    raw: 'ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2',
  },
];

/** What is wrong with the bytes of a file, gzipped or raw; undefined when nothing is. */
export function faultIn(bytes, { dimensions, gz, raw }) {
  if (bytes.length === 0) return 'it is empty';
  let plain = bytes;
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) {
    if (sha256(bytes) === gz) return undefined;
    // Not the original archive, but perhaps the same content packed again.
    try {
      plain = gunzipSync(bytes, { maxOutputLength: 100_000_000 });
    } catch (error) {
      return `it cannot be unpacked (${error.message}); it may be cut off`;
    }
  }
  const header = 4 + 4 * dimensions.length;
  if (plain.length < header) return `it has ${plain.length} bytes, less than its header`;
  const magic = 0x0800 + dimensions.length;
  const found = plain.readUInt32BE(0);
  if (found !== magic) return `it starts with ${found}, not with the IDX number ${magic}`;
  for (const [index, wanted] of dimensions.entries()) {
    const size = plain.readUInt32BE(4 + 4 * index);
    if (size !== wanted) return `dimension ${index + 1} in its header is ${size}, not ${wanted}`;
  }
  const length = header + dimensions.reduce((product, size) => product * size, 1);
  if (plain.length !== length) return `it holds ${plain.length} bytes unpacked, not ${length}`;
  return sha256(plain) === raw ? undefined : 'its content is not that of MNIST (SHA-256 differs)';
}

/** The four files of a folder as Map key -> bytes; throws with what is missing or wrong, and what to do. */
export function readMnistFolder(folder, howToMend) {
  if (!existsSync(folder)) throw new UserError(`The folder ${folder} does not exist. ${howToMend}`);
  const files = new Map();
  for (const entry of mnistFiles) {
    // Some copies are named train-images.idx3-ubyte.
    const dotted = entry.name.replace('-idx', '.idx');
    const names = [`${entry.name}.gz`, entry.name, `${dotted}.gz`, dotted];
    const name = names.find((candidate) => existsSync(join(folder, candidate)));
    if (!name) throw new UserError(`${folder} has no ${names[0]} and no ${names[1]}. ${howToMend}`);
    const file = join(folder, name);
    let bytes;
    try {
      bytes = readFileSync(file);
    } catch (error) {
      throw new UserError(`${file} cannot be read: ${error.message}. ${howToMend}`);
    }
    const fault = faultIn(bytes, entry);
    if (fault) throw new UserError(`${file} is damaged: ${fault}. ${howToMend}`);
    files.set(entry.key, bytes);
  }
  return files;
}
