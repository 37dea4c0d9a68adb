// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test, vi } from 'vitest';
import { checksum, gunzip, unpacked } from '../../web/src/lib/unpack.ts';

const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
// toEqual() takes a second for so many bytes.
const same = (a: Uint8Array, b: Uint8Array) => Buffer.compare(a, b) === 0;
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);
const text = copy(Buffer.from('the same bytes over and over, '.repeat(20_000)));
const packed = copy(gzipSync(text));

/** The bytes in pieces of so many. */
// eslint-disable-next-line @typescript-eslint/require-await -- a source that is always ready
async function* pieces(bytes: Uint8Array<ArrayBuffer>, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
}

async function unpack(bytes: Uint8Array<ArrayBuffer>, size: number, sha256?: string) {
  const parts: Uint8Array[] = [];
  for await (const part of unpacked(pieces(bytes, size), { name: 'file.gz', sha256 })) {
    parts.push(part);
  }
  return Buffer.concat(parts);
}

test('checksum is SHA-256 of the parts one after another', () => {
  const whole = Uint8Array.of(1, 2, 3, 4);
  expect(checksum([whole.subarray(0, 1), whole.subarray(1)])).toBe(hex(whole));
});

test('gunzip takes bytes that are gzipped and bytes that are not', async () => {
  expect(same(await gunzip(text, 'raw'), text)).toBe(true);
  expect(same(await gunzip(packed, 'gz'), text)).toBe(true);
  expect(await gunzip(new Uint8Array(), 'empty')).toEqual(new Uint8Array());
});

test.each([1, 7, 4096, 1_000_000])('the same however it is cut: by %i bytes', async (size) => {
  expect(same(await unpack(packed, size, hex(packed)), text)).toBe(true);
  const short = text.slice(0, 3000);
  expect(same(await unpack(short, size, hex(short)), short)).toBe(true);
});

test('a file that is damaged or cut off is named', async () => {
  await expect(gunzip(packed.slice(0, 20), 'cut.gz')).rejects.toMatchObject({
    code: 'badData',
    message: expect.stringMatching(/cut.gz: is gzipped, but damaged/) as string,
  });
  const changed = copy(packed);
  changed.fill(0xff, 100, 140);
  await expect(unpack(changed, 50)).rejects.toThrow(/file.gz: is gzipped, but damaged/);
});

test('a file that differs from its checksum is named, when it has ended', async () => {
  const other = copy(gzipSync(text, { level: 1 }));
  const wrong = /file.gz: has \d+ bytes, but .* \(SHA-256 differs\)/;
  await expect(unpack(other, 4096, hex(packed))).rejects.toThrow(wrong);
  await expect(unpack(text, 4096, hex(packed))).rejects.toThrow(wrong);
});

test('what the source fails with comes out as it is', async () => {
  const failure = new Error('no more');
  async function* broken() {
    yield* pieces(packed, 1000);
    throw failure;
  }
  const read = async () => {
    for await (const part of unpacked(broken(), { name: 'file.gz' })) expect(part).toBeDefined();
  };
  await expect(read()).rejects.toBe(failure);
});

test('a reader that leaves early ends the source', async () => {
  let ended = false;
  async function* source() {
    try {
      for (;;) yield* pieces(packed, 1000);
    } finally {
      ended = true;
    }
  }
  const reader = unpacked(source(), { name: 'file.gz' })[Symbol.asyncIterator]();
  await reader.next();
  await reader.return?.();
  await vi.waitFor(() => expect(ended).toBe(true), { timeout: 10_000 });
});
