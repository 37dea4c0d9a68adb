// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';

/** Images and their labels. */
export interface LabelledImages {
  /** One byte a pixel, 0 paper ... 255 ink; n_0 bytes an image, one image after another. */
  readonly images: Uint8Array;
  /** One byte an image. */
  readonly labels: Uint8Array;
}

/** An IDX file of unsigned bytes: its dimensions, the first one counting the items. */
export interface Idx {
  readonly dimensions: readonly number[];
  readonly values: Uint8Array;
}

const UNSIGNED_BYTE = 0x08;
const TYPES: Readonly<Record<number, string>> = {
  0x09: 'signed bytes',
  0x0b: 'short integers',
  0x0c: 'integers',
  0x0d: 'floats',
  0x0e: 'doubles',
};

function bad(name: string, message: string): never {
  throw new ScratchpadError('badData', `${name}: ${message} Get the file again and retry.`);
}

/**
 * Reads an IDX file, the format of MNIST: two zero bytes, the type, the number of dimensions, each
 * dimension as a big-endian 32-bit number, then the values.
 * @param bytes the file, not gzipped
 * @param name of the file, for messages
 * @throws ScratchpadError 'badData' that says what is wrong and at which offset
 */
export function parseIdx(bytes: Uint8Array, name: string): Idx {
  if (bytes.length < 4) bad(name, `has ${bytes.length} bytes; an IDX file has at least 4.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0) {
    bad(name, 'is not an IDX file: its first two bytes (offset 0) are not zero.');
  }
  const type = view.getUint8(2);
  if (type !== UNSIGNED_BYTE) {
    const known = TYPES[type];
    if (known === undefined) {
      bad(name, `has the unknown type 0x${type.toString(16).padStart(2, '0')} at offset 2.`);
    }
    bad(name, `holds ${known} (offset 2); images and labels must be unsigned bytes.`);
  }
  const rank = view.getUint8(3);
  const header = 4 + 4 * rank;
  if (rank === 0) bad(name, 'has no dimensions (offset 3).');
  if (bytes.length < header) {
    bad(name, `ends at offset ${bytes.length}, within the ${rank} dimensions of its header.`);
  }
  const dimensions = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const count = dimensions.reduce((product, size) => product * size, 1);
  const found = bytes.length - header;
  if (found !== count) {
    const shape = dimensions.join(' x ');
    const much = found < count ? 'too few: the file was cut off' : 'too many';
    bad(
      name,
      `should have ${count} values (${shape}) from offset ${header}, has ${found}, ${much}.`,
    );
  }
  return { dimensions, values: bytes.subarray(header) };
}

/**
 * Puts a file of images and a file of labels together.
 * @param images IDX of at least two dimensions: m, then those of an image
 * @param labels IDX of one dimension: m
 * @throws ScratchpadError 'badData' when they do not belong together
 */
export function pairImagesWithLabels(
  images: Idx,
  labels: Idx,
  imagesName: string,
  labelsName: string,
): LabelledImages {
  if (images.dimensions.length < 2) {
    bad(imagesName, 'has one dimension; images need at least two.');
  }
  if (labels.dimensions.length !== 1) {
    bad(labelsName, `has ${labels.dimensions.length} dimensions; labels have one.`);
  }
  const [m = 0] = images.dimensions;
  if (m === 0) bad(imagesName, 'has no images.');
  if (labels.values.length !== m) {
    bad(labelsName, `has ${labels.values.length} labels, but ${imagesName} has ${m} images.`);
  }
  return { images: images.values, labels: labels.values };
}
