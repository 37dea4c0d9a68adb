// SPDX-License-Identifier: MIT
// Protocol buffers, as far as ONNX needs them: a message is a row of fields, each a number, a kind,
// and a value. The numbers of the fields stand in onnx.proto3 (IR version 8).
import { joined, toUtf8 } from '../bytes.ts';

const [VARINT, FIXED_64, BYTES, FIXED_32] = [0, 1, 2, 5];

/** At least 0. */
function varint(value: number): Uint8Array {
  const bytes: number[] = [];
  for (let rest = value; bytes.length === 0 || rest > 0; rest = Math.floor(rest / 128)) {
    bytes.push((rest % 128) + (rest >= 128 ? 128 : 0));
  }
  return Uint8Array.from(bytes);
}

const tag = (field: number, kind: number): Uint8Array => varint(field * 8 + kind);

/** A whole number of at least 0. */
export const whole = (field: number, value: number): Uint8Array =>
  joined([tag(field, VARINT), varint(value)]);

/** A float32. */
export function float(field: number, value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(4));
  bytes.setFloat32(0, value, true);
  return joined([tag(field, FIXED_32), new Uint8Array(bytes.buffer)]);
}

/** Bytes, a text, or a message that is made of its fields. */
export function part(field: number, value: Uint8Array | string | Uint8Array[]): Uint8Array {
  const bytes =
    typeof value === 'string' ? toUtf8(value) : Array.isArray(value) ? joined(value) : value;
  return joined([tag(field, BYTES), varint(bytes.length), bytes]);
}

/** A field as it is read; `value` is that of a varint or of the bits, `bytes` all others. */
interface Field {
  readonly value: number;
  readonly bytes: Uint8Array;
}

/** Where a message is not what it should be, in bytes from its own beginning. */
export class BadMessage extends Error {}

const NONE = new Uint8Array();

/** Reads along the bytes of a message, never beyond their end. */
class Cursor {
  readonly #bytes: Uint8Array;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get ended(): boolean {
    return this.at >= this.#bytes.length;
  }

  take(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) {
      const there = this.#bytes.length - this.at;
      throw new BadMessage(`${length} bytes should follow offset ${this.at}, and ${there} do`);
    }
    const bytes = this.#bytes.subarray(this.at, end);
    this.at = end;
    return bytes;
  }

  /** Of 64 bits, in two's complement; those above 2^53 are not exact, and none here are. */
  varint(): number {
    let value = 0n;
    for (let shift = 0n; shift < 70n; shift += 7n) {
      const byte = this.take(1)[0] ?? 0;
      value |= BigInt(byte & 127) << shift;
      if (byte < 128) return Number(BigInt.asIntN(64, value));
    }
    throw new BadMessage(`the number before offset ${this.at} has no end`);
  }

  field(kind: number): Field {
    if (kind === VARINT) return { value: this.varint(), bytes: NONE };
    if (kind === FIXED_64) return { value: NaN, bytes: this.take(8) };
    if (kind === FIXED_32) return { value: NaN, bytes: this.take(4) };
    if (kind !== BYTES)
      throw new BadMessage(`there is no field of kind ${kind} (offset ${this.at})`);
    const length = this.varint();
    if (length < 0) throw new BadMessage(`a length before offset ${this.at} is negative`);
    return { value: NaN, bytes: this.take(length) };
  }
}

/** The fields of a message by their numbers. */
export class Message {
  readonly #fields = new Map<number, Field[]>();

  /** @throws BadMessage when the bytes are none */
  constructor(bytes: Uint8Array) {
    const cursor = new Cursor(bytes);
    while (!cursor.ended) {
      const key = cursor.varint();
      const number = Math.floor(key / 8);
      if (number < 1) throw new BadMessage(`there is no field ${number} (offset ${cursor.at})`);
      const field = cursor.field(key % 8);
      const all = this.#fields.get(number);
      if (all) all.push(field);
      else this.#fields.set(number, [field]);
    }
  }

  has(number: number): boolean {
    return this.#fields.has(number);
  }

  /** The bytes of each field of this number. */
  all(number: number): Uint8Array[] {
    return (this.#fields.get(number) ?? []).map(({ bytes }) => bytes);
  }

  messages(number: number): Message[] {
    return this.all(number).map((bytes) => new Message(bytes));
  }

  /** The text of the last; '' where there is none. */
  text(number: number): string {
    return textOf(this.all(number).at(-1) ?? NONE);
  }

  texts(number: number): string[] {
    return this.all(number).map(textOf);
  }

  /** The number of the last; `usual` where there is none. */
  whole(number: number, usual: number): number {
    return this.#fields.get(number)?.at(-1)?.value ?? usual;
  }

  /** A float32; `usual` where there is none. */
  float(number: number, usual: number): number {
    const bytes = this.all(number).at(-1);
    if (bytes?.length !== 4) return usual;
    return new DataView(bytes.buffer, bytes.byteOffset, 4).getFloat32(0, true);
  }

  /** Whole numbers, packed or one by one. */
  wholes(number: number): number[] {
    return (this.#fields.get(number) ?? []).flatMap(({ value, bytes }) => {
      if (!Number.isNaN(value)) return [value];
      const cursor = new Cursor(bytes);
      const values: number[] = [];
      while (!cursor.ended) values.push(cursor.varint());
      return values;
    });
  }

  /** Fixed numbers, packed or one by one: their bytes. */
  fixed(number: number): Uint8Array {
    return joined(this.all(number));
  }
}

const textOf = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
