// SPDX-License-Identifier: MIT
// Files of every form, made here: Node has no decoder of pictures, so PNGs are made and read by hand.
import { deflateSync, inflateSync } from 'node:zlib';
import type { DecodedPicture, InputFile } from '../../../web/src/lib/import/types.ts';

type Bytes = Uint8Array<ArrayBuffer>;

export const text = (content: string): Bytes => new TextEncoder().encode(content);

export const file = (name: string, bytes: Bytes, path = name): InputFile => ({ name, path, bytes });

/** The bytes of an IDX file; values of one byte each. */
export function idx(dimensions: number[], values: ArrayLike<number>, type = 8): Bytes {
  const header = [0, 0, type, dimensions.length];
  for (const size of dimensions) {
    header.push(size >>> 24, (size >>> 16) & 255, (size >>> 8) & 255, size & 255);
  }
  return Uint8Array.from([...header, ...Array.from(values)]);
}

/** An image with a bar of ink: upright for class 0, lying for class 1; light on dark. */
export function bar(label: number, side = 12, shift = 0): Bytes {
  const image = new Uint8Array(side * side);
  for (let i = 2; i < side - 2; i += 1) {
    const at = label === 0 ? i * side + 4 + shift : (4 + shift) * side + i;
    image[at] = 255;
  }
  return image;
}

const CRC = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  let crc = 0xffffffff;
  for (const byte of body) crc = (CRC[(crc ^ byte) & 255] ?? 0) ^ (crc >>> 8);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE((crc ^ 0xffffffff) >>> 0);
  return Buffer.concat([length, body, sum]);
}

const MARK = Buffer.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]);

/** A PNG of 8-bit RGBA. @param rgba 4 bytes a pixel */
export function pngOf(rgba: Uint8Array, width: number, height = rgba.length / 4 / width): Bytes {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc(height * (1 + 4 * width));
  for (let y = 0; y < height; y += 1) {
    rows.set(rgba.subarray(4 * width * y, 4 * width * (y + 1)), y * (1 + 4 * width) + 1);
  }
  const parts = [
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.of()),
  ];
  return Uint8Array.from(Buffer.concat([MARK, ...parts]));
}

/** A grey PNG, all opaque. */
export function greyPng(grey: Uint8Array, width: number): Bytes {
  const rgba = new Uint8Array(4 * grey.length);
  grey.forEach((value, i) => rgba.set([value, value, value, 255], 4 * i));
  return pngOf(rgba, width);
}

/** Reads what pngOf() made, and nothing else. */
export function decodePng(bytes: Uint8Array): DecodedPicture {
  const png = Buffer.from(bytes);
  if (!png.subarray(0, 8).equals(MARK)) throw new Error('not a PNG');
  const [width, height] = [png.readUInt32BE(16), png.readUInt32BE(20)];
  const length = png.readUInt32BE(33);
  const rows = inflateSync(png.subarray(41, 41 + length));
  const data = new Uint8Array(4 * width * height);
  for (let y = 0; y < height; y += 1) {
    const from = y * (1 + 4 * width) + 1;
    data.set(rows.subarray(from, from + 4 * width), 4 * width * y);
  }
  return { width, height, data };
}
