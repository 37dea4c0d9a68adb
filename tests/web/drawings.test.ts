// SPDX-License-Identifier: MIT
// The person's own drawings: how they are kept, counted, and written as files.
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { checkTraining } from '../../web/src/lib/check-settings.ts';
import { pairImagesWithLabels, parseIdx } from '../../web/src/lib/dataset.ts';
import { DEFAULT_TRAINING } from '../../web/src/lib/settings.ts';
import { DrawingCollection } from '../../web/src/page/drawings/drawing-collection.ts';
import { gzip, toIdx, toJsonLines } from '../../web/src/page/drawings/drawing-files.ts';
import type { DrawingStore } from '../../web/src/page/drawings/drawing-store.ts';
import { isAsKept } from '../../web/src/page/drawings/kept-drawing.ts';
import type { KeptDrawing } from '../../web/src/page/model/drawings-state.ts';
import { countRight } from '../../web/src/page/drawings/learn.ts';
import { learnSettings } from '../../web/src/page/drawings/learn-settings.ts';
import { compactStroke } from '../../web/src/page/model/stroke-points.ts';

const drawing = (id: string, label: number, at: number): KeptDrawing => ({
  version: 1,
  id,
  at,
  label,
  answer: label,
  image: new Uint8Array(784).fill(at),
  strokes: [
    [10, 20, 30.26, 41],
    [12, 15, 12, 90],
  ],
});

/** A store in memory, which another page may open. */
function memory(kept = new Map<string, KeptDrawing>()): DrawingStore {
  return {
    lasting: true,
    all: () => Promise.resolve([...kept.values()]),
    put: (drawings) => {
      for (const one of drawings) kept.set(one.id, one);
      return Promise.resolve();
    },
    remove: (ids) => {
      for (const id of ids) kept.delete(id);
      return Promise.resolve();
    },
  };
}

test('strokes are written as lines of JSON, moved to 0, 0', () => {
  const lines = toJsonLines([drawing('a', 4, 2), drawing('b', 9, 1)]).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[2]).toBe('');
  expect(JSON.parse(lines[0] ?? '')).toEqual({
    id: 'a',
    label: 4,
    writer: 'me',
    source: 'mlp-scratchpad',
    strokes: [
      [0, 5, 20.3, 26],
      [2, 0, 2, 75],
    ],
  });
});

test('what a pen told of its pressure is written too, and takes no room where it told nothing', () => {
  const pressed = [
    { x: 10, y: 20, pressure: 0.25 },
    { x: 30, y: 25, pressure: 0.75 },
  ];
  const plain = [
    { x: 0, y: 0 },
    { x: 5, y: 5 },
  ];
  expect(compactStroke(plain)).toEqual([0, 0, 5, 5]);
  expect(compactStroke(pressed)).toEqual(pressed);
  const strokes = [pressed, plain].map(compactStroke);
  expect(JSON.parse(toJsonLines([{ ...drawing('a', 4, 2), strokes }]))).toMatchObject({
    strokes: [
      [10, 20, 30, 25],
      [0, 0, 5, 5],
    ],
    pressures: [
      [0.25, 0.75],
      [0.5, 0.5],
    ],
  });
});

test('the images and labels are IDX files that the library reads', async () => {
  const { images, labels } = toIdx([drawing('a', 4, 2), drawing('b', 9, 255)]);
  const unzipped = gunzipSync(new Uint8Array(await (await gzip(images)).arrayBuffer()));
  const read = parseIdx(new Uint8Array(unzipped), 'images');
  expect(read.dimensions).toEqual([2, 28, 28]);
  const pair = pairImagesWithLabels(read, parseIdx(labels, 'labels'), 'images', 'labels');
  expect([...pair.labels]).toEqual([4, 9]);
  expect(pair.images[783]).toBe(2);
  expect(pair.images[784]).toBe(255);
});

test('a collection is there again when it is opened again, the newest first', async () => {
  const kept = new Map<string, KeptDrawing>();
  const first = await DrawingCollection.open(memory(kept));
  first.put([drawing('a', 1, 1), drawing('b', 2, 2)]);
  first.put([{ ...drawing('a', 7, 1) }]);
  await first.written;
  const second = await DrawingCollection.open(memory(kept));
  expect(second.drawings.map(({ id, label }) => [id, label])).toEqual([
    ['b', 2],
    ['a', 7],
  ]);
  expect(second.remove(['a', 'none']).map(({ id }) => id)).toEqual(['a']);
  await second.written;
  expect([...kept.keys()]).toEqual(['b']);
});

test('what cannot be stored stays in the tab, and the reason is told', async () => {
  const full: DrawingStore = { ...memory(), put: () => Promise.reject(new Error('no room')) };
  const collection = await DrawingCollection.open(full);
  collection.put([drawing('a', 1, 1)]);
  expect(collection.problem).toBe('');
  await collection.written;
  expect(collection.problem).toBe('no room');
  expect(collection.find('a')?.label).toBe(1);
});

test('counts what is answered rightly, of classes and of yes or no', () => {
  const classes = Float32Array.of(0.1, 0.7, 0.2, 0.5, 0.3, 0.2);
  const softmax = { output: 'softmax', positive: 0 } as const;
  expect(countRight(classes, Uint8Array.of(1, 0), softmax, 0.5)).toBe(2);
  expect(countRight(classes, Uint8Array.of(1, 2), softmax, 0.5)).toBe(1);
  const threes = { output: 'sigmoid', positive: 3 } as const;
  const yes = Float32Array.of(0.9, 0.4, 0.6);
  expect(countRight(yes, Uint8Array.of(3, 8, 1), threes, 0.5)).toBe(2);
  expect(countRight(yes, Uint8Array.of(3, 8, 1), threes, 0.7)).toBe(3);
});

test('fine-tuning has settings that the library takes, and keeps what regularises', () => {
  const settings = learnSettings({
    ...DEFAULT_TRAINING,
    epochs: 50,
    learningRate: 1,
    dropout: 0.25,
    validation: 0.1,
    patience: 3,
  });
  expect(() => checkTraining(settings)).not.toThrow();
  expect(settings).toMatchObject({ dropout: 0.25, validation: 0.1, patience: 0 });
  expect(settings.drawings).toBeGreaterThan(0);
  expect(settings.epochs).toBeLessThan(5);
});

test('a drawing is as it was kept until a point of it is another', () => {
  const xAndY = [
    { x: 10, y: 20 },
    { x: 30.26, y: 41 },
  ];
  const pressed = [{ x: 1, y: 2, pressure: 0.3 }];
  const strokes = [xAndY, pressed];
  const kept = { ...drawing('a', 7, 1), strokes: strokes.map(compactStroke) };
  expect(isAsKept(kept, { id: 'a', strokes })).toBe(true);
  expect(isAsKept(kept, { id: 'a', strokes: [xAndY] })).toBe(false);
  expect(isAsKept(kept, { id: 'a', strokes: [xAndY, [{ x: 1, y: 3, pressure: 0.3 }]] })).toBe(
    false,
  );
  expect(isAsKept(kept, { id: 'a', strokes: [[...xAndY, { x: 9, y: 9 }], pressed] })).toBe(false);
});
