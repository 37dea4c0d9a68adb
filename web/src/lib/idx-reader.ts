// SPDX-License-Identifier: MIT
import { ScratchpadError } from './errors.ts';

export const UNSIGNED_BYTE = 0x08;

/** What the values of an IDX file can be, by its third byte. */
const TYPES: Readonly<Record<number, { readonly name: string; readonly bytes: number }>> = {
  [UNSIGNED_BYTE]: { name: 'unsigned bytes', bytes: 1 },
  0x09: { name: 'signed bytes', bytes: 1 },
  0x0b: { name: 'short integers', bytes: 2 },
  0x0c: { name: 'integers', bytes: 4 },
  0x0d: { name: 'floats', bytes: 4 },
  0x0e: { name: 'doubles', bytes: 8 },
};

/** Which types of values are taken. */
export type IdxTypes = 'unsigned bytes' | 'all';

/** @throws ScratchpadError 'badData' that names the file */
export function badFile(name: string, message: string): never {
  throw new ScratchpadError('badData', `${name}: ${message} Get the file again and retry.`);
}

/** The beginning of an IDX file. */
export interface IdxHeader {
  readonly dimensions: readonly number[];
  /** Bytes of the header. */
  readonly length: number;
  /** The third byte, and the bytes that a value of this type has. */
  readonly type: number;
  readonly bytesEach: number;
  /** Values that follow it. */
  readonly count: number;
}

/** Undefined when the bytes end within the header. @throws ScratchpadError 'badData' */
function readHeader(bytes: Uint8Array, name: string, types: IdxTypes): IdxHeader | undefined {
  if (bytes.length < 4) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint16(0) !== 0) {
    badFile(name, 'is not an IDX file: its first two bytes (offset 0) are not zero.');
  }
  const type = view.getUint8(2);
  const known = TYPES[type];
  if (!known) {
    return badFile(
      name,
      `has the unknown type 0x${type.toString(16).padStart(2, '0')} at offset 2.`,
    );
  }
  if (type !== UNSIGNED_BYTE && types !== 'all') {
    badFile(name, `holds ${known.name} (offset 2); images and labels must be unsigned bytes.`);
  }
  const rank = view.getUint8(3);
  if (rank === 0) badFile(name, 'has no dimensions (offset 3).');
  const length = 4 + 4 * rank;
  if (bytes.length < length) return undefined;
  const dimensions = Array.from({ length: rank }, (_, i) => view.getUint32(4 + 4 * i));
  const count = dimensions.reduce((product, size) => product * size, 1);
  return { dimensions, length, type, bytesEach: known.bytes, count };
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
  readonly #types: IdxTypes;
  #header: IdxHeader | undefined;
  /** Bytes of values. */
  #found = 0;

  /** @param name of the file, for messages */
  constructor(name: string, types: IdxTypes = 'unsigned bytes') {
    this.#name = name;
    this.#types = types;
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
      this.#header = readHeader(beginning, this.#name, this.#types);
      this.#beginning = this.#header ? new Uint8Array() : Uint8Array.from(beginning);
      values = beginning.subarray(this.#header?.length ?? beginning.length);
    }
    const { count = 0, bytesEach = 1 } = this.#header ?? {};
    const room = Math.max(0, count * bytesEach - this.#found);
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
    const { dimensions, length, count, bytesEach } = header;
    if (this.#found !== count * bytesEach) {
      const shape = dimensions.join(' x ');
      const much = this.#found < count * bytesEach ? 'too few: the file was cut off' : 'too many';
      const found = Number((this.#found / bytesEach).toFixed(2));
      badFile(
        this.#name,
        `should have ${count} values (${shape}) from offset ${length}, has ${found}, ${much}.`,
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
