// SPDX-License-Identifier: MIT
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checksum, gunzip, unpack } from '../../web/src/lib/unpack.ts';

const hex = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const copy = (bytes: Uint8Array) => new Uint8Array(bytes);

const images = Uint8Array.of(0, 0, 8, 3, 0, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 2, 10, 20, 30, 40);
const labels = Uint8Array.of(0, 0, 8, 1, 0, 0, 0, 2, 5, 6);

function files(changed: { trainImages?: Uint8Array; sha256?: string } = {}) {
  const file = (name: string, bytes: Uint8Array, sha256?: string) => ({
    name,
    bytes: copy(bytes).buffer,
    sha256,
  });
  return {
    trainImages: file('train.bin', changed.trainImages ?? images, changed.sha256),
    trainLabels: file('train-labels.bin', labels),
    testImages: file('test.bin', gzipSync(images)),
    testLabels: file('test-labels.bin', gzipSync(labels)),
  };
}

test('checksum is SHA-256 of the parts one after another', () => {
  const whole = Uint8Array.of(1, 2, 3, 4);
  expect(checksum([whole.subarray(0, 1), whole.subarray(1)])).toBe(hex(whole));
});

test('gunzip takes bytes that are gzipped and bytes that are not', async () => {
  expect(await gunzip(copy(images), 'raw')).toEqual(images);
  expect(await gunzip(copy(gzipSync(images)), 'gz')).toEqual(images);
});

test('gunzip names a file that is damaged', async () => {
  const damaged = copy(gzipSync(images)).subarray(0, 20);
  await expect(gunzip(damaged, 'cut.gz')).rejects.toThrow(/cut.gz: is gzipped, but damaged/);
});

test('unpack reads the four files and tells how far it is', async () => {
  const fractions: number[] = [];
  const { train, test: second } = await unpack(files({ sha256: hex(images) }), (f) =>
    fractions.push(f),
  );
  expect([...train.images]).toEqual([10, 20, 30, 40]);
  expect([...second.labels]).toEqual([5, 6]);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
});

test('unpack names the file that differs from its checksum, and the one that is no IDX', async () => {
  const changed = copy(images);
  changed[17] = 99;
  const damaged = unpack(files({ trainImages: changed, sha256: hex(images) }), () => undefined);
  await expect(damaged).rejects.toThrow(/train.bin: .*SHA-256 differs/);
  const html = new TextEncoder().encode('<!doctype html><title>404</title>');
  const wrong = unpack(files({ trainImages: html }), () => undefined);
  await expect(wrong).rejects.toMatchObject({
    code: 'badData',
    message: /train.bin: is not an IDX/,
  });
});
