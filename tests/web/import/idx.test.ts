// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readIdx } from '../../../web/src/lib/import/idx-numbers.ts';
import { readData } from '../../../web/src/lib/import/read-data.ts';
import { sharedFolder } from '../shared-folder.ts';
import { bar, file, idx, text } from './made-up-files.ts';

const own = { size: 'own' } as const;

/** Images with labels 0, 1, 0 ... */
function set(count: number, side = 12) {
  const labels = Array.from({ length: count }, (_, i) => i % 2);
  const images = labels.flatMap((label, i) => [...bar(label, side, i % 3)]);
  return { images: idx([count, side, side], images), labels: idx([count], labels) };
}

describe('IDX files', () => {
  test('train and test are told by their names, gzipped or not', async () => {
    const [train, rest] = [set(6), set(4)];
    const data = await readData(
      [
        file('x-test-labels.idx1-ubyte', rest.labels),
        file('x-train-images.idx3-ubyte.gz', Uint8Array.from(gzipSync(train.images))),
        file('x-test-images.idx3-ubyte', rest.images),
        file('x-train-labels.idx1-ubyte', train.labels),
      ],
      own,
    );
    expect([data.width, data.height, data.classes]).toEqual([12, 12, ['0', '1']]);
    expect([...data.train.labels]).toEqual([0, 1, 0, 1, 0, 1]);
    expect(data.train.images).toEqual(train.images.subarray(16));
    expect(data.test?.images).toEqual(rest.images.subarray(16));
    expect(data.report.read).toHaveLength(2);
    expect(data.report.skipped).toEqual([]);
  });

  test('without such names, by their counts: the larger pair is to train with', async () => {
    const [large, small] = [set(8), set(4)];
    const data = await readData(
      [
        file('a.idx', small.images),
        file('b.idx', large.labels),
        file('c.idx', large.images),
        file('d.idx', small.labels),
      ],
      own,
    );
    expect([data.train.labels.length, data.test?.labels.length]).toEqual([8, 4]);
  });

  test('one pair alone is split by class and seed', async () => {
    const { images, labels } = set(40);
    const files = [file('images.idx', images), file('labels.idx', labels)];
    const data = await readData(files, own);
    const again = await readData(files, own);
    const other = await readData(files, { ...own, seed: 2 });
    expect([data.train.labels.length, data.test?.labels.length]).toEqual([32, 8]);
    expect(data.test?.labels.filter((label) => label === 0)).toHaveLength(4);
    expect(data.report.notes.join()).toContain('20 % of each class, 8 images');
    expect(again).toEqual(data);
    expect(other.test?.images).not.toEqual(data.test?.images);
  });

  test('labels with gaps become classes with names', async () => {
    const { images } = set(6);
    const labels = idx([6], [7, 3, 7, 3, 7, 3]);
    const data = await readData([file('images', images), file('labels', labels)], own);
    expect(data.classes).toEqual(['3', '7']);
    expect([...data.train.labels].every((label) => label < 2)).toBe(true);
    expect(data.report.notes).toContain('Classes: 0 is 3, 1 is 7.');
  });

  test('pixels and labels may be of other types', async () => {
    const { images, labels } = set(6);
    const halves = new DataView(new ArrayBuffer(4 * 6 * 144));
    images.subarray(16).forEach((byte, i) => halves.setFloat32(4 * i, byte / 255));
    const wide = [...labels.subarray(8)].flatMap((label) => [0, 0, 0, label]);
    const floats = idx([6, 12, 12], new Uint8Array(halves.buffer), 0x0d);
    const data = await readData(
      [file('images.idx', floats), file('labels.idx', idx([6], wide, 0x0c))],
      { ...own, testShare: 0 },
    );
    expect(data.train.images).toEqual(images.subarray(16));
    expect(data.test).toBeNull();
  });

  test('images that are not square keep their sides', async () => {
    const images = idx(
      [4, 3, 5],
      Uint8Array.from({ length: 60 }, (_, i) => (i % 7 ? 0 : 255)),
    );
    const files = [file('images', images), file('labels', idx([4], [0, 1, 0, 1]))];
    const data = await readData(files, own);
    expect([data.width, data.height]).toEqual([5, 3]);
  });

  const good = set(6);
  const cases: [string, [string, Uint8Array<ArrayBuffer>][], RegExp][] = [
    [
      'another count of labels',
      [
        ['train-images', good.images],
        ['train-labels', idx([5], [0, 1, 0, 1, 0])],
      ],
      /train-labels: has 5 labels, but train-images has 6 images/,
    ],
    ['no labels', [['my.idx', good.images]], /my\.idx: has 6 images, but no labels/],
    ['labels alone', [['my.idx', good.labels]], /my\.idx: has 6 labels, but no images/],
    [
      'a file that is cut off',
      [
        ['a.idx', good.images.subarray(0, 100)],
        ['b.idx', good.labels],
      ],
      /a\.idx: should have 864 values \(6 x 12 x 12\) from offset 16, has 84, too few/,
    ],
    [
      'gzip that is cut off',
      [
        ['a.idx.gz', Uint8Array.from(gzipSync(good.images)).subarray(0, 40)],
        ['b.idx', good.labels],
      ],
      /a\.idx\.gz: is gzipped, but damaged or cut off/,
    ],
    [
      'a negative label',
      [
        ['a.idx', good.images],
        ['b.idx', idx([6], [0, 1, 0, 255, 0, 1], 9)],
      ],
      /b\.idx: the label at offset 11 is -1/,
    ],
    [
      'a pixel out of range',
      [
        ['a.idx', idx([2, 1, 2], [0, 1, 2, 255], 9)],
        ['b.idx', idx([2], [0, 1])],
      ],
      /a\.idx: the value at offset 19 is -1/,
    ],
    [
      'colour images',
      [
        ['a.idx', idx([2, 2, 2, 3], new Uint8Array(24))],
        ['b.idx', idx([2], [0, 1])],
      ],
      /a\.idx: has the dimensions 2 x 2 x 2 x 3 \(offset 4\)/,
    ],
    [
      'one class',
      [
        ['a.idx', good.images],
        ['b.idx', idx([6], [4, 4, 4, 4, 4, 4])],
      ],
      /of one class, 4/,
    ],
    ['a page in place of data', [['train-images-idx3-ubyte', text('<html>')]], /offset 0/],
    ['an empty file', [['train-images-idx3-ubyte.gz', new Uint8Array()]], /has 0 bytes/],
    ['something else', [['notes.md', text('# Hello')]], /notes\.md, offset 0: is of no form/],
    ['nothing', [], /no files/],
  ];
  test.each(cases)('are refused with a word on %s', async (_, files, message) => {
    const reading = readData(
      files.map(([name, bytes]) => file(name, bytes)),
      own,
    );
    await expect(reading).rejects.toThrow(message);
    await expect(reading).rejects.toMatchObject({ code: 'badData' });
  });

  test('reading can be stopped, and says how far it is', async () => {
    const { images, labels } = set(20);
    const files = [file('images', images), file('labels', labels)];
    const fractions: number[] = [];
    await readData(files, { ...own, onProgress: (fraction) => fractions.push(fraction) });
    expect(fractions.every((one) => one >= 0 && one <= 1)).toBe(true);
    expect(fractions.length).toBeGreaterThan(0);
    const abort = new AbortController();
    const reading = readData(files, {
      signal: abort.signal,
      onProgress: () => abort.abort('enough'),
    });
    await expect(reading).rejects.toBe('enough');
  });
});

interface Case {
  readonly file: string;
  readonly bytes: number;
  readonly expect: string;
  readonly note: string;
}

const folder = sharedFolder('idx-cases');

/** With a clear word where shared/data is not there. */
describe.skipIf(folder === null)(
  'shared/data/idx-cases (skipped where the folder is missing)',
  () => {
    const cases = folder
      ? (JSON.parse(readFileSync(join(folder, 'cases.json'), 'utf8')) as Case[])
      : [];

    test.each(cases)(
      '$file: $expect ($note)',
      async ({ file: name, bytes: length, expect: verdict }) => {
        const bytes = Uint8Array.from(readFileSync(join(folder ?? '', name)));
        expect(bytes).toHaveLength(length);
        const read = () => readIdx(bytes, name);
        if (verdict === 'reject') {
          expect(read).toThrow(expect.objectContaining({ code: 'badData' }));
          expect(read).toThrow(/\w\.idx: .*(offset|bytes)/);
        } else {
          const { dimensions, values } = read();
          expect(values).toHaveLength(dimensions.reduce((product, size) => product * size, 1));
        }
        // None of them is a whole data set: by itself each is refused, and named.
        await expect(readData([file(name, bytes)])).rejects.toThrow(name);
      },
    );

    test.each([
      ['idx2numpy/sbyte-1d.idx', [-2, -1, 0, -86]],
      ['idx2numpy/short-1d.idx', [-4091, 255]],
      ['idx2numpy/int-1d.idx', [0x00ff00ff, -2147483648, 0]],
      ['idx2numpy/double-1d.idx', [1, 2, -2, 0, -0]],
      ['datapythonista-mnist/ok-2d.idx', [0, 1, 2, 3, 4, 5]],
    ])('%s has the values %j', (name, values) => {
      const bytes = readFileSync(join(folder ?? '', name));
      expect([...readIdx(bytes, name).values]).toEqual(values);
    });
  },
);
