// SPDX-License-Identifier: MIT
// The HTML file's own reader, taken out of the file, against the library's read().
import { runInThisContext } from 'node:vm';
import { gzipSync } from 'node:zlib';
import { format } from 'prettier';
import { describe, expect, test } from 'vitest';
import type { StrokePoint } from '../../../../build/package/index.js';
import { writeHtml } from '../../../../web/src/lib/formats/documents/html.ts';
import { ANSWER, FIT } from '../../../../web/src/lib/formats/documents/html/answer.ts';
import { PAD } from '../../../../web/src/lib/formats/documents/html/pad.ts';
import { RASTER } from '../../../../web/src/lib/formats/documents/html/raster.ts';
import { sharedFolder } from '../../shared-folder.ts';
import { drawingsOf, furthest, type Made, SMALL, trained, untrained, WILD } from './networks.ts';

type Answer = { image: Uint8Array; probabilities: number[] } | null;
interface FileReader {
  readonly network: {
    classes: string[];
    frame: { width: number; height: number; box: number } | null;
  };
  read(strokes: readonly (readonly StrokePoint[])[]): Answer;
}

/** What stands in the script or other element of that id. */
const part = (html: string, id: string): string =>
  new RegExp(`<script id="${id}"[^>]*>([^]*?)</script>`).exec(html)?.[1] ?? '';

function readerOf(html: string): FileReader {
  const network = part(html, 'network');
  return runInThisContext(`(() => {
    ${part(html, 'reader')}
    const network = ${network};
    const weights = unpackLayers(network.layers, ${JSON.stringify(part(html, 'weights'))});
    return { network, read: (strokes) => read(network, weights, strokes) };
  })()`) as FileReader;
}

const htmlOf = ({ model }: Made): string => new TextDecoder().decode(writeHtml(model));

const pointsOf = (stroke: readonly number[]): StrokePoint[] =>
  Array.from({ length: stroke.length / 2 }, (_, i) => ({
    x: stroke[2 * i] ?? 0,
    y: stroke[2 * i + 1] ?? 0,
  }));

/** A circle, a slip beside a line, a dot, an L with pressure, dots, nothing. */
const OWN: (readonly StrokePoint[])[][] = [
  [Array.from({ length: 40 }, (_, i) => ({ x: 50 * Math.cos(i / 6), y: 70 * Math.sin(i / 6) }))],
  [
    [
      { x: 0, y: 0 },
      { x: 12.3, y: 100.7 },
    ],
    [{ x: 140, y: 3 }],
  ],
  [[{ x: 7, y: 9 }]],
  [
    [
      { x: 1, y: 1, pressure: 0.2 },
      { x: 3, y: 90, pressure: 0.9 },
      { x: 60, y: 92, pressure: 0.4 },
    ],
  ],
  [[{ x: 0, y: 0 }], [{ x: 10, y: 0 }], [{ x: 0, y: 10 }], [{ x: 10, y: 10 }]],
  [],
];

/** Reads drawings with both, and says how far they are apart. */
async function compare({ trainer }: Made, file: FileReader, drawings: StrokePoint[][][]) {
  const size = file.network.frame && { ...file.network.frame, centre: 'box' as const };
  const sums = { drawings: drawings.length, pixels: 0, dp: 0, answers: 0 };
  for (const strokes of drawings) {
    const expected = await trainer.read(strokes, { size });
    const found = file.read(strokes);
    expect(found === null).toBe(expected.empty);
    if (!found) continue;
    sums.pixels += Number(furthest(found.image, expected.image) > 0);
    const yes = expected.probabilities[0] ?? 0;
    const all = expected.probabilities.length === 1 ? [1 - yes, yes] : [...expected.probabilities];
    sums.dp = Math.max(sums.dp, furthest(found.probabilities, all));
    const best = (list: number[]) => list.indexOf(Math.max(...list));
    sums.answers += Number(best(found.probabilities) !== best(all));
  }
  return sums;
}

describe('the file reads drawings as the library does', () => {
  test('made up ones: the same bytes', async () => {
    const made = await trained();
    const file = readerOf(htmlOf(made));
    const sums = await compare(
      made,
      file,
      OWN.map((strokes) => strokes.map((one) => [...one])),
    );
    expect(sums).toMatchObject({ pixels: 0, answers: 0 });
    expect(sums.dp).toBeLessThan(1e-5);
    made.trainer.dispose();
  });

  test.skipIf(sharedFolder('strokes') === null)(
    'hundreds of people: the same bytes, the same answers',
    async () => {
      const made = await trained();
      const file = readerOf(htmlOf(made));
      const drawings = [
        ...drawingsOf('pendigits-tra.jsonl.gz', 15),
        ...drawingsOf('unipen-a.jsonl.gz', 15),
        ...drawingsOf('skahl-pencil.jsonl.gz', 4),
        ...drawingsOf('uji-letters.jsonl.gz', 10),
      ].map(({ strokes }) => strokes.map(pointsOf));
      const sums = await compare(made, file, drawings);
      // eslint-disable-next-line no-console -- the figures are what one wants to see
      console.info('HTML file:', sums);
      expect(sums).toMatchObject({ pixels: 0, answers: 0 });
      expect(sums.dp).toBeLessThan(1e-5);
      made.trainer.dispose();
    },
  );

  test.each(SMALL)('images of other sizes: %s', async (_, network, notes) => {
    const made = await untrained(network, { ...notes, inkSide: 7 });
    const file = readerOf(htmlOf(made));
    const { width, height } = notes;
    expect(file.network.frame).toEqual({ width, height, box: 7 });
    const drawings = OWN.map((strokes) => strokes.map((one) => [...one]));
    const sums = await compare(made, file, drawings);
    expect(sums).toMatchObject({ pixels: 0, answers: 0 });
    expect(sums.dp).toBeLessThan(1e-5);
    made.trainer.dispose();
  });
});

describe('the file', () => {
  test('carries any names, says which network it is, and asks no network', async () => {
    const made = await untrained(
      { layers: [784, 12, 3] },
      {
        classes: WILD,
        name: '</title><script>alert(1)</script>',
        figures: { trainCost: null, testCost: null, trainAccuracy: null, testAccuracy: 0.9786 },
      },
    );
    const html = htmlOf(made);
    expect(readerOf(html).network.classes).toEqual(WILD);
    expect(html.match(/<script/g)).toHaveLength(4);
    expect(html).toContain('Layers 784-12-3, ReLU between, softmax at the end.');
    expect(html).toContain('Right for 97.86 % of the test images.');
    expect(html).toContain(made.model.snapshot.sha256);
    expect(html).toContain(`content="default-src 'none'; `);
    expect(html).not.toMatch(/https?:/);
    made.trainer.dispose();
  });

  test('is refused where nobody knows how wide the images are', async () => {
    const { model, trainer } = await untrained({ layers: [60, 3] });
    expect(() => writeHtml(model)).toThrow(/how wide the images of 60 pixels are/);
    trainer.dispose();
  });

  test('has scripts of a few KB, in the style of all others', async () => {
    expect(gzipSync(RASTER + FIT + ANSWER).length).toBeLessThan(4_000);
    expect((RASTER + FIT + ANSWER).length).toBeLessThan(12_000);
    for (const text of [RASTER, FIT, ANSWER, PAD]) {
      const options = { parser: 'babel', printWidth: 100, singleQuote: true };
      expect(`\n${await format(text, options)}`).toBe(text);
    }
  });
});
