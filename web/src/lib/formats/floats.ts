// SPDX-License-Identifier: MIT
// Numbers as files have them, to float32.

/** Bytes of a number, by what safetensors calls its type. */
export const FLOATS = { F16: 2, BF16: 2, F32: 4, F64: 8 } as const;

export type FloatType = keyof typeof FLOATS;

export const isFloatType = (type: unknown): type is FloatType =>
  typeof type === 'string' && Object.hasOwn(FLOATS, type);

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
function halfOf(bits: number): number {
  const [exponent, fraction] = [(bits >> 10) & 31, bits & 1023];
  const sign = bits & 0x8000 ? -1 : 1;
  if (exponent === 0) return sign * fraction * 2 ** -24;
  if (exponent === 31) return fraction ? NaN : sign * Infinity;
  return sign * (1024 + fraction) * 2 ** (exponent - 25);
}

const READ: Readonly<Record<FloatType, (view: DataView, at: number, little: boolean) => number>> = {
  F16: (view, at, little) => halfOf(view.getUint16(at, little)),
  BF16: (view, at, little) => toFloat(view.getUint16(at, little) * 2 ** 16),
  F32: (view, at, little) => view.getFloat32(at, little),
  F64: (view, at, little) => view.getFloat64(at, little),
};

const BITS = new DataView(new ArrayBuffer(4));

/** The float32 of these 32 bits. */
function toFloat(bits: number): number {
  BITS.setUint32(0, bits);
  return BITS.getFloat32(0);
}

/** The product of the sizes, exact as far as a file can be long. */
export const countOf = (shape: readonly number[]): number =>
  shape.reduce((product, size) => product * size, 1);

/** float64 is rounded to the nearest float32; the others are exact. */
export function readFloats(bytes: Uint8Array, type: FloatType, little = true): Float32Array {
  const size = FLOATS[type];
  const values = new Float32Array(bytes.length / size);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const read = READ[type];
  for (let i = 0; i < values.length; i += 1) values[i] = read(view, i * size, little);
  return values;
}
