// SPDX-License-Identifier: MIT
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readData } from '../../../web/src/lib/import/read-data.ts';
import type { ImportOptions } from '../../../web/src/lib/import/types.ts';
import { bar, file, text } from './made-up-files.ts';

const SIDE = 6;
const own = { size: 'own', testShare: 0 } as const;

/** Values of images with labels 0, 1, 0 ... */
const rows = Array.from({ length: 10 }, (_, i) => ({
  label: i % 2,
  pixels: [...bar(i % 2, SIDE, (i >> 1) % 2)],
}));
const images = rows.flatMap(({ pixels }) => pixels);

const read = (content: string, options: ImportOptions = own, name = 'digits.csv') =>
  readData([file(name, text(content))], options);

const first = rows.map(({ label, pixels }) => [label, ...pixels].join(',')).join('\n');

describe('CSV files', () => {
  test.each<[string, string]>([
    ['the label first', first],
    ['the label last', rows.map(({ label, pixels }) => [...pixels, label].join(',')).join('\n')],
    ['a header', `label,${rows[0]?.pixels.map((_, i) => `pixel${i}`).join(',')}\n${first}\n`],
    ['values from 0 to 1', first.replaceAll('255', '1.0')],
    ['values from 0 to 16', first.replaceAll('255', '16')],
    [
      'semicolons, quotes and DOS lines',
      first.replaceAll(',', ';').replaceAll('255', '"255"').replaceAll('\n', '\r\n'),
    ],
    ['tabs', first.replaceAll(',', '\t')],
    ['spaces', first.replaceAll(',', '  ')],
    ['a separator at the end, and empty lines', first.replaceAll('\n', ',\n\n') + ','],
    ['a byte order mark', `\uFEFF${first}`],
  ])('are read with %s', async (_, content) => {
    const data = await read(content);
    expect([data.width, data.height, data.classes]).toEqual([SIDE, SIDE, ['0', '1']]);
    expect([...data.train.labels]).toEqual(rows.map(({ label }) => label));
    expect([...data.train.images]).toEqual(images);
    expect(data.report.skipped).toEqual([]);
  });

  test('the corner of the images may hold the largest values', async () => {
    for (const labelColumn of ['first', 'last'] as const) {
      const lines = Array.from({ length: 20 }, (_, i) => {
        const line = [i % 2, 1, 2, 3, 9 * i];
        return (labelColumn === 'first' ? line : line.reverse()).join(',');
      });
      const data = await read(lines.join('\n'));
      expect(data.train.labels).toHaveLength(20);
      expect(data.report.skipped).toEqual([]);
      expect(Math.max(...data.train.images)).toBe(171);
    }
  });

  test.each([
    { size: 'MNIST' },
    { invert: true },
    { labelColumn: 'label' },
    { seed: NaN },
    { testShare: '0.5' },
  ])('options that there are not are named: %o', async (wrong) => {
    const options = { ...own, ...wrong } as ImportOptions;
    await expect(readData([file('a.csv', text(first))], options)).rejects.toMatchObject({
      code: 'badSetting',
      setting: Object.keys(wrong)[0],
    });
  });

  test('what is no file is named by its place', async () => {
    for (const wrong of [{}, { name: 'a.csv' }, { name: 'a.csv', bytes: '1,2' }, null]) {
      const files = [file('a.csv', text(first)), wrong as unknown as ReturnType<typeof file>];
      await expect(readData(files, own)).rejects.toThrow(/^File 2 of the list must have a name/);
    }
  });

  test('a header names the column of the labels', async () => {
    const names = Array.from({ length: SIDE * SIDE }, (_, i) => `p${i}`).join(',');
    const last = rows.map(({ label, pixels }) => [...pixels, label + 5].join(',')).join('\n');
    const data = await read(`${names},class\n${last}`);
    expect(data.classes).toEqual(['5', '6']);
    expect(data.report.read.join()).toContain('the label in the last column');
  });

  test('words can be labels, in names of any script', async () => {
    const named = rows
      .map(({ label, pixels }) => [label ? 'stehend, no' : 'größe', ...pixels].join(';'))
      .join('\n');
    const data = await read(named);
    expect(data.classes).toEqual(['größe', 'stehend, no']);
  });

  test('two files are train and test by their names; gzipped too', async () => {
    const lines = first.split('\n');
    const data = await readData(
      [
        file('my_test.csv', text(lines.slice(6).join('\n'))),
        file('my_train.csv.gz', Uint8Array.from(gzipSync(lines.slice(0, 6).join('\n')))),
      ],
      own,
    );
    expect([data.train.labels.length, data.test?.labels.length]).toEqual([6, 4]);
  });

  test('a file without labels is left out, where another has some', async () => {
    const without = rows.map(({ pixels }) => pixels.join(',')).join('\n');
    const files = [file('train.csv', text(first)), file('test.csv', text(without))];
    const { report } = await readData(files, own);
    expect(report.skipped).toEqual([
      expect.objectContaining({
        name: 'test.csv',
        line: 1,
        why: expect.stringContaining('6 x 6') as string,
      }),
    ]);
  });

  test('images that are not square need their width', async () => {
    const wide = rows
      .map(({ label, pixels }) => [label, ...pixels.slice(0, 30)].join(','))
      .join('\n');
    await expect(read(wide)).rejects.toMatchObject({
      code: 'badSetting',
      setting: 'width',
      message: expect.stringMatching(/digits\.csv, line 1: has 31 columns/) as string,
    });
    const data = await read(wide, { ...own, width: 6 });
    expect([data.width, data.height]).toEqual([6, 5]);
  });

  const spoilt = (line: number, change: (line: string) => string): string =>
    first
      .split('\n')
      .map((one, i) => (i === line - 1 ? change(one) : one))
      .join('\n');

  test.each<[string, number, (line: string) => string, RegExp]>([
    ['too few columns', 4, (line) => line.slice(0, -10), /has 34 columns; line 1 has 37/],
    ['a word', 2, (line) => line.replace(',255', ',dark'), /column \d+ is 'dark', no number/],
    ['a large number', 9, (line) => line.replace(',255', ',256'), /column \d+ is 256; .* 0 to 255/],
    ['a negative pixel', 3, (line) => line.replace(',255', ',-1'), /is -1; pixels/],
    ['an empty field', 5, (line) => line.replace(',255', ','), /column \d+ is empty/],
    ['no label', 6, (line) => line.replace(/^\d/, ''), /no label in column 1/],
    ['a broken label', 7, (line) => line.replace(/^\d/, '1.5'), /has the label 1\.5/],
  ])('a line with %s is skipped, with its number', async (_, line, change, why) => {
    const { report, train } = await read(spoilt(line, change), { ...own, labelColumn: 'first' });
    expect(report.skipped).toEqual([
      { name: 'digits.csv', line, why: expect.stringMatching(why) as string },
    ]);
    expect(train.labels).toHaveLength(rows.length - 1);
  });

  test.each<[string, string, RegExp]>([
    ['no lines', '\n\n', /digits\.csv, line 1: has no line/],
    ['a header alone', 'label,a,b,c,d', /digits\.csv, line 1: has no line/],
    ['a text', 'This is a letter.\nDear all, goodbye', /digits\.csv, line 2: has words where/],
    [
      'pixels alone',
      rows.map(({ pixels }) => pixels.join(',')).join('\n'),
      /leave none for the label/,
    ],
    [
      'not a single good line',
      first.replaceAll('255', 'x'),
      /digits\.csv, line 1: column \d+ is 'x'.*10 were left out/,
    ],
  ])('%s: one clear message', async (_, content, message) => {
    await expect(read(content)).rejects.toThrow(message);
  });
});
