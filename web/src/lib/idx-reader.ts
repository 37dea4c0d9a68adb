// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';

const UNSIGNED_BYTE = 0x08;
const TYPES: Readonly<Record<number, string>> = {
  0x09: 'signed bytes',
  0x0b: 'short integers',
  0x0c: 'integers',
  0x0d: 'floats',
  0x0e: 'doubles',
};

/** @throws ScratchpadError 'badData' that names the file */
export function badFile(name: string, message: string): never {
  throw new ScratchpadError('badData', `${name}: ${message} Get the file again and retry.`);
}

/** The beginning of an IDX file. */
export interface IdxHeader {
  readonly dimensions: readonly number[];
  /** Bytes of the header. */
  readonly length: number;
  /** Values that follow it, one byte each. */
  readonly count: number;
}

/** Undefined when the bytes end within the header. @throws ScratchpadError 'badData' */
function readHeader(bytes: Uint8Array, name: string): IdxHeader | undefined {
  if (bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0) {
    badFile(name, 'is not an IDX file: its first two bytes (offset 0) are not zero.');
  }
  const type = view.getUint8(2);
  if (type !== UNSIGNED_BYTE) {
    const known = TYPES[type];
    if (known === undefined) {
      badFile(name, `has the unknown type 0x${type.toString(16).padStart(2, '0')} at offset 2.`);
    }
    badFile(name, `holds ${known} (offset 2); images and labels must be unsigned bytes.`);
  }
  const rank = view.getUint8(3);
  if (rank === 0) badFile(name, 'has no dimensions (offset 3).');
  const length = 4 + 4 * rank;
  if (bytes.length < length) return undefined;
  const dimensions = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  return { dimensions, length, count: dimensions.reduce((product, size) => product * size, 1) };
}

/**
 * Reads an IDX file, the format of MNIST, as it comes: two zero bytes, the type, the number of
 * dimensions, each dimension as a big-endian 32-bit number, then the values. Everything throws
 * ScratchpadError 'badData' that says what is wrong and at which offset.
 */
export class IdxReader {
  readonly #name: string;
  /** The bytes so far, until the header is whole. */
  #beginning = new Uint8Array();
  #header: IdxHeader | undefined;
  #found = 0;

  /** @param name of the file, for messages */
  constructor(name: string) {
    this.#name = name;
  }

  /** Undefined until it has been read. */
  get header(): IdxHeader | undefined {
    return this.#header;
  }

  /** Takes the file's next bytes, not gzipped; a view of the values among them. */
  push(bytes: Uint8Array): Uint8Array {
    let values = bytes;
    if (!this.#header) {
      const beginning = joined(this.#beginning, bytes);
      this.#header = readHeader(beginning, this.#name);
      this.#beginning = this.#header ? new Uint8Array() : Uint8Array.from(beginning);
      values = beginning.subarray(this.#header?.length ?? beginning.length);
    }
    const room = Math.max(0, (this.#header?.count ?? 0) - this.#found);
    this.#found += values.length;
    return values.length > room ? values.subarray(0, room) : values;
  }

  /** The file has ended. */
  end(): IdxHeader {
    const header = this.#header;
    if (!header) {
      const { length } = this.#beginning;
      if (length < 4)
        return badFile(this.#name, `has ${length} bytes; an IDX file has at least 4.`);
      const rank = this.#beginning[3] ?? 0;
      return badFile(
        this.#name,
        `ends at offset ${length}, within the ${rank} dimensions of its header.`,
      );
    }
    const { dimensions, length, count } = header;
    if (this.#found !== count) {
      const shape = dimensions.join(' x ');
      const much = this.#found < count ? 'too few: the file was cut off' : 'too many';
      badFile(
        this.#name,
        `should have ${count} values (${shape}) from offset ${length}, has ${this.#found}, ${much}.`,
      );
    }
    return header;
  }
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array {
  if (a.length === 0) return b;
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}
