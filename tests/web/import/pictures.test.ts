// SPDX-License-Identifier: MIT
import { zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { readData } from '../../../web/src/lib/import/read-data.ts';
import { bar, decodePng, file, greyPng, idx, pngOf, text } from './made-up-files.ts';

const SIDE = 12;
const options = { size: 'own', testShare: 0, decode: decodePng } as const;

/** A picture of class 0 or 1, light on dark. */
const picture = (label: number, shift = 0) => greyPng(bar(label, SIDE, shift), SIDE);
const dark = (label: number, shift = 0) =>
  greyPng(
    bar(label, SIDE, shift).map((value) => 255 - value),
    SIDE,
  );

/** Each image with its label, in an order of its own: pictures are mixed. */
function sorted(
  { images, labels }: { images: Uint8Array; labels: Uint8Array },
  pixels = SIDE * SIDE,
) {
  return [...labels]
    .map((label, i) => `${label} ${images.subarray(i * pixels, (i + 1) * pixels).join()}`)
    .sort();
}

const expected = [0, 1, 0, 1].map((label, i) => `${label} ${bar(label, SIDE, i).join()}`).sort();

describe('pictures', () => {
  test('in folders that are named by class, train and test apart', async () => {
    const files = [0, 1, 0, 1].map((label, i) =>
      file(`${i}.png`, picture(label, i), `digits/${i < 2 ? 'train' : 'test'}/${label}/${i}.png`),
    );
    const data = await readData(files, options);
    expect(data.classes).toEqual(['0', '1']);
    expect(sorted(data.train)).toEqual(
      [0, 1].map((label) => `${label} ${bar(label, SIDE, label).join()}`),
    );
    expect(data.test?.labels).toHaveLength(2);
    expect([...sorted(data.train), ...(data.test ? sorted(data.test) : [])].sort()).toEqual(
      expected,
    );
  });

  test('are the same data in whatever order the browser hands them over', async () => {
    const files = Array.from({ length: 20 }, (_, i) =>
      file(`${i}.png`, picture(i % 2, i % 5), `digits/${i % 2}/${i}.png`),
    );
    const wishes = { ...options, testShare: 0.3 };
    const data = await readData(files, wishes);
    const again = await readData([...files].reverse(), wishes);
    expect(again.train).toEqual(data.train);
    expect(again.test).toEqual(data.test);
    expect(data.test?.labels).toHaveLength(6);
  });

  test('in folders with names', async () => {
    const files = [0, 1, 0, 1].map((label, i) =>
      file(`${i}.png`, picture(label, i), `pets/${label ? 'dog' : 'cat'}/${i}.png`),
    );
    const data = await readData(files, options);
    expect(data.classes).toEqual(['cat', 'dog']);
    expect(sorted(data.train)).toEqual(expected);
    expect(data.report.notes).toContain('Classes: 0 is cat, 1 is dog.');
    await expect(readData(files, { ...options, classes: ['dog', 'cat'] })).resolves.toMatchObject({
      classes: ['dog', 'cat'],
    });
  });

  test('with the class in their names', async () => {
    const files = [0, 1, 0, 1].map((label, i) =>
      file(`${label}_00${i}.png`, picture(label, i), `all/${label}_00${i}.png`),
    );
    expect(sorted((await readData(files, options)).train)).toEqual(expected);
  });

  test('in a zip, with what does not belong there told or ignored', async () => {
    const entries = Object.fromEntries(
      [0, 1, 0, 1].map((label, i) => [`set/${label}/${i}.png`, picture(label, i)]),
    );
    const zip = zipSync({
      ...entries,
      'set/0/': new Uint8Array(),
      '__MACOSX/set/0/._0.png': text('x'),
      'set/.DS_Store': text('x'),
      'set/README': text('Hello'),
      'set/0/broken.png': text('no picture'),
    });
    const data = await readData([file('digits.zip', Uint8Array.from(zip))], options);
    expect(sorted(data.train)).toEqual(expected);
    expect(data.report.skipped).toEqual([
      {
        name: 'digits.zip/set/README',
        offset: 0,
        why: expect.stringContaining('no form') as string,
      },
      {
        name: 'digits.zip/set/0/broken.png',
        why: 'is no picture that can be read (not a PNG).',
      },
    ]);
  });

  test('IDX files in a zip', async () => {
    const images = idx(
      [4, SIDE, SIDE],
      [0, 1, 0, 1].flatMap((label, i) => [...bar(label, SIDE, i)]),
    );
    const zip = zipSync({ 'a/images.idx': images, 'a/labels.idx': idx([4], [0, 1, 0, 1]) });
    const data = await readData([file('all.zip', Uint8Array.from(zip))], options);
    expect(sorted(data.train)).toEqual(expected);
  });

  test('a damaged entry of a zip is skipped, the others stay', async () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => (i * i * 31) >> 3);
    const zip = Uint8Array.from(
      zipSync({
        '0_a.png': picture(0),
        '1_b.png': picture(1),
        '1_noise.png': noise,
        '0_c.png': picture(0, 1),
      }),
    );
    const at = Buffer.from(zip).indexOf('1_noise.png') + '1_noise.png'.length;
    zip.fill(0xff, at, at + 40);
    const data = await readData([file('d.zip', zip)], options);
    expect(data.train.labels).toHaveLength(3);
    expect(data.report.skipped).toEqual([
      { name: 'd.zip/1_noise.png', why: expect.stringContaining('cannot be unpacked') as string },
    ]);
  });

  test('dark ink on light paper is made light, and it is said', async () => {
    const files = [0, 1, 0, 1].map((label, i) => file(`${label}_${i}.png`, dark(label, i)));
    const data = await readData(files, options);
    expect(sorted(data.train)).toEqual(expected);
    expect(data.report.notes.join()).toContain('ink is dark');
    const kept = await readData(files, { ...options, invert: 'no' });
    expect(sorted(kept.train)).not.toEqual(expected);
  });

  test('what is transparent is paper', async () => {
    const files = [0, 1, 0, 1].map((label, i) => {
      const rgba = new Uint8Array(4 * SIDE * SIDE);
      // Black ink; the paper is black too, but transparent.
      bar(label, SIDE, i).forEach((value, at) => (rgba[4 * at + 3] = value));
      return file(`${label}_${i}.png`, pngOf(rgba, SIDE));
    });
    expect(sorted((await readData(files, options)).train)).toEqual(expected);
  });

  test('of other sizes are scaled to the commonest, their proportions kept', async () => {
    const files = [0, 1, 0].map((label, i) => file(`${label}_${i}.png`, picture(label, i)));
    const large = greyPng(bar(1, 24), 24);
    const data = await readData([...files, file('1_large.png', large)], options);
    expect([data.width, data.height]).toEqual([SIDE, SIDE]);
    expect(data.report.notes.join()).toContain('1 images of another size were scaled to 12 x 12');
    expect(data.train.labels).toHaveLength(4);
  });

  test('too large ones are skipped at their own size, but can be as MNIST', async () => {
    const files = [0, 1].map((label) => file(`${label}_a.png`, greyPng(bar(label, 129), 129)));
    await expect(readData(files, options)).rejects.toThrow(/0_a\.png: has 129 x 129 pixels/);
    const data = await readData(files, { ...options, size: 'mnist' });
    expect([data.width, data.height]).toEqual([28, 28]);
  });

  test('whose class is not known are skipped', async () => {
    const files = ['0_a.png', '1_a.png', 'hello.png'].map((name, i) => file(name, picture(i % 2)));
    const { report } = await readData(files, options);
    expect(report.skipped).toEqual([
      { name: 'hello.png', why: expect.stringContaining('class is not known') as string },
    ]);
  });

  test('need a decoder in Node', async () => {
    const files = [0, 1].map((label) => file(`${label}_a.png`, picture(label)));
    await expect(readData(files)).rejects.toMatchObject({ code: 'unsupported' });
    await expect(readData(files)).rejects.toThrow(/option decode/);
  });

  test.each<[string, Uint8Array<ArrayBuffer>, RegExp]>([
    [
      'an archive cut off',
      Uint8Array.from(zipSync({ '0_a.png': picture(0) })).subarray(0, 90),
      /d\.zip: is no whole zip file.*offset 90/,
    ],
    ['something named so', text('hello'), /d\.zip: is no whole zip file/],
    ['an empty archive', Uint8Array.from(zipSync({})), /no files/],
  ])('%s: one clear message', async (_, bytes, message) => {
    await expect(readData([file('d.zip', bytes)], options)).rejects.toThrow(message);
  });
});

describe('sprites', () => {
  /** 2 rows of 3 tiles: class 0 above, class 1 below. */
  const sheet = new Uint8Array(6 * SIDE * SIDE);
  for (let tile = 0; tile < 6; tile += 1) {
    bar(Math.floor(tile / 3), SIDE, tile % 3).forEach((value, i) => {
      const [x, y] = [
        (tile % 3) * SIDE + (i % SIDE),
        Math.floor(tile / 3) * SIDE + Math.floor(i / SIDE),
      ];
      sheet[y * 3 * SIDE + x] = value;
    });
  }
  const sprite = file('sheet.png', greyPng(sheet, 3 * SIDE));
  const tiles = { tileWidth: SIDE, tileHeight: SIDE };
  const six = [0, 0, 0, 1, 1, 1]
    .map((label, i) => `${label} ${bar(label, SIDE, i % 3).join()}`)
    .sort();

  test('each row is a class', async () => {
    const data = await readData([sprite], { ...options, sprite: { ...tiles, labels: 'rows' } });
    expect(sorted(data.train)).toEqual(six);
  });

  test.each([
    ['a text', file('labels.txt', text('0\n0\n0\n1\n1\n1\n'))],
    ['a CSV with a header', file('labels.csv', text('label\n0\n0\n0\n1\n1\n1\n'))],
    ['IDX', file('labels.idx', idx([6], [0, 0, 0, 1, 1, 1]))],
    ['bytes', file('labels_uint8', Uint8Array.of(0, 0, 0, 1, 1, 1))],
    ['one-hot bytes', file('labels_uint8', Uint8Array.of(1, 0, 1, 0, 1, 0, 0, 1, 0, 1, 0, 1))],
  ])('the labels come from a second file: %s', async (_, labels) => {
    const data = await readData([sprite, labels], {
      ...options,
      sprite: { ...tiles, labels: 'file' },
    });
    expect(sorted(data.train)).toEqual(six);
  });

  test('whose rows are images of 784 pixels, as TensorFlow.js has MNIST', async () => {
    const labels = [0, 1, 0, 1];
    const rows = labels.flatMap((label, i) => [...bar(label, 28, i)]);
    const data = await readData(
      [
        file('mnist_images.png', greyPng(Uint8Array.from(rows), 784)),
        file(
          'mnist_labels_uint8',
          Uint8Array.from(labels.flatMap((one) => (one ? [0, 1] : [1, 0]))),
        ),
      ],
      { ...options, size: 'auto' },
    );
    expect([data.width, data.height, data.size]).toEqual([28, 28, 'own']);
    expect(sorted(data.train, 784)).toEqual(
      labels.map((label, i) => `${label} ${bar(label, 28, i).join()}`).sort(),
    );
  });

  test('say what is missing or wrong', async () => {
    await expect(readData([sprite], options)).rejects.toMatchObject({
      code: 'badSetting',
      setting: 'sprite',
      message: expect.stringMatching(/sheet\.png: is one picture alone, of 36 x 24/) as string,
    });
    const wrong = {
      ...options,
      sprite: { tileWidth: 10, tileHeight: 12, labels: 'rows' as const },
    };
    await expect(readData([sprite], wrong)).rejects.toThrow(
      /sheet\.png: has 36 x 24 pixels, .* 10 x 12/,
    );
    const withFile = { ...options, sprite: { ...tiles, labels: 'file' as const } };
    await expect(readData([sprite], withFile)).rejects.toThrow(
      /sheet\.png: no file with its labels/,
    );
    const many = file('labels.txt', text('0\n'.repeat(7)));
    await expect(readData([sprite, many], withFile)).rejects.toThrow(
      /labels\.txt: has 7 labels, .* 6 tiles/,
    );
    const noHot = file('labels_uint8', Uint8Array.of(1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1));
    await expect(readData([sprite, noHot], withFile)).rejects.toThrow(
      /labels_uint8: the 2 bytes from offset 2/,
    );
  });
});
