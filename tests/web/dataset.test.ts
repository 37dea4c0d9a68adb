// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pairImagesWithLabels, parseIdx } from '../../web/src/lib/dataset.ts';
import { idx } from './import/made-up-files.ts';
import { sharedFolder } from './shared-folder.ts';

describe('parseIdx', () => {
  test('reads dimensions and values', () => {
    const file = parseIdx(idx([2, 1, 3], [1, 2, 3, 4, 5, 255]), 'images');
    expect(file.dimensions).toEqual([2, 1, 3]);
    expect([...file.values]).toEqual([1, 2, 3, 4, 5, 255]);
  });

  test('reads a file that stands within a larger buffer', () => {
    const whole = Uint8Array.from([9, 9, ...idx([2], [7, 8])]);
    expect([...parseIdx(whole.subarray(2), 'labels').values]).toEqual([7, 8]);
  });

  const bad: [string, Uint8Array, RegExp][] = [
    ['is empty', new Uint8Array(), /labels: has 0 bytes/],
    ['ends within its mark', Uint8Array.of(0, 0), /has 2 bytes/],
    ['is something else', new TextEncoder().encode('<!doctype html>'), /not an IDX file.*offset 0/],
    ['has an unknown type', idx([1], [1], 0x42), /unknown type 0x42 at offset 2/],
    ['holds floats', idx([1], [0, 0, 0, 0], 0x0d), /holds floats/],
    ['has no dimensions', idx([], [1]), /no dimensions/],
    ['ends within its dimensions', idx([5], []).subarray(0, 6), /ends at offset 6/],
    ['is cut off', idx([3], [1, 2]), /should have 3 values .* has 2, too few/],
    ['is too long', idx([1], [1, 2]), /has 2, too many/],
    ['claims more than there can be', idx([0xffffffff, 0xffffffff], [1]), /too few/],
  ];
  test.each(bad)('says so when the file %s', (_, bytes, message) => {
    expect(() => parseIdx(bytes, 'labels')).toThrow(message);
    expect(() => parseIdx(bytes, 'labels')).toThrow(expect.objectContaining({ code: 'badData' }));
  });
});

describe('pairImagesWithLabels', () => {
  const labels = parseIdx(idx([2], [3, 4]), 'labels');

  test('takes as many labels as images', () => {
    const images = parseIdx(idx([2, 2, 1], [1, 2, 3, 4]), 'images');
    const pair = pairImagesWithLabels(images, labels, 'images', 'labels');
    expect([...pair.images]).toEqual([1, 2, 3, 4]);
    expect([...pair.labels]).toEqual([3, 4]);
  });

  test('says so when they do not belong together', () => {
    const one = parseIdx(idx([1, 2], [1, 2]), 'images');
    const pair = (images: typeof one, with_: typeof one) => () =>
      pairImagesWithLabels(images, with_, 'images', 'labels');
    expect(pair(one, labels)).toThrow(/labels: has 2 labels, but images has 1 images/);
    expect(pair(labels, labels)).toThrow(/images: has one dimension/);
    expect(pair(one, one)).toThrow(/labels: has 2 dimensions/);
    expect(pair(parseIdx(idx([0, 2], []), 'images'), labels)).toThrow(/has no images/);
  });
});

const folder = sharedFolder('idx-cases');
interface Case {
  file: string;
  expect: 'ok' | 'reject';
  note: string;
}

describe.skipIf(folder === null)('files from the tests of other IDX readers', () => {
  // The body of a skipped block runs all the same.
  const cases =
    folder === null ? [] : (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Case[]);

  test.each(cases)('$file: $expect ($note)', ({ file, expect: verdict }) => {
    const bytes = new Uint8Array(readFileSync(join(folder ?? '', file)));
    // This reader takes unsigned bytes alone; other good types are told so, by name.
    if (verdict === 'ok' && bytes[2] === 8) {
      expect(parseIdx(bytes, file).values.length).toBe(bytes.length - 4 - 4 * (bytes[3] ?? 0));
    } else {
      const message = verdict === 'ok' ? /must be unsigned bytes/ : file;
      expect(() => parseIdx(bytes, file)).toThrow(message);
    }
  });
});
