// SPDX-License-Identifier: MIT
// Changed images, other hands and own drawings: previews of them, and training with them.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createTrainer,
  type Epoch,
  type TrainProgress,
  type Trainer,
  type TrainSettings,
} from '../../build/package/index.js';

const PIXELS = 784;
const IMAGES = 1200;
const ALL = {
  shift: 2,
  scale: 0.1,
  rotation: 10,
  shear: 0.2,
  elastic: 34,
  thickness: 0.8,
} as const;

async function make(threads = 1): Promise<Trainer> {
  const made = await createTrainer({ layers: [PIXELS, 32, 10], threads });
  await made.generateDigits({ train: IMAGES, test: 200 });
  return made;
}

let trainer: Trainer;

beforeEach(async () => {
  trainer = await make();
});
afterEach(() => trainer.dispose());

async function train(settings: Partial<TrainSettings>, of = trainer): Promise<Epoch[]> {
  const epochs: Epoch[] = [];
  for await (const epoch of of.train({ batchSize: 50, learningRate: 0.1, ...settings })) {
    epochs.push(epoch);
  }
  return epochs;
}

const sum = async (of = trainer) => (await of.weights()).sha256;
const ink = (image: Uint8Array) => image.reduce((total, value) => total + value, 0);

/** Digits that are the user's own, for once. */
const drawings = (count: number) => trainer.digits({ seed: 77, count });

describe('augment()', () => {
  test('gives variants of each image, the same for the same seed', async () => {
    const { images } = await trainer.images('train', 0, 3);
    const ask = { images, settings: ALL, seed: 5, count: 4 };
    const variants = await trainer.augment(ask);
    expect(variants).toHaveLength(3 * 4 * PIXELS);
    expect(await trainer.augment(ask)).toEqual(variants);
    expect(await trainer.augment({ ...ask, seed: 6 })).not.toEqual(variants);
    const first = variants.subarray(0, PIXELS);
    expect(variants.subarray(PIXELS, 2 * PIXELS)).not.toEqual(first);
    expect(ink(first) / ink(images.subarray(0, PIXELS))).toBeGreaterThan(0.4);
    expect(ink(first) / ink(images.subarray(0, PIXELS))).toBeLessThan(2.5);
  });

  test('leaves images as they are where all is off', async () => {
    const { images } = await trainer.images('train', 0, 2);
    expect(await trainer.augment({ images, settings: {} })).toEqual(images);
  });

  test('names what cannot be', async () => {
    const images = new Uint8Array(PIXELS);
    const bad = (settings: object, setting: string) =>
      expect(trainer.augment({ images, settings })).rejects.toMatchObject({
        code: 'badSetting',
        setting,
      });
    await bad({ shift: 8.5 }, 'shift');
    await bad({ rotation: -1 }, 'rotation');
    await bad({ elasticSigma: 1 }, 'elasticSigma');
    await bad({ thickness: Number.NaN }, 'thickness');
    await expect(
      trainer.augment({ images: new Uint8Array(700), settings: ALL }),
    ).rejects.toMatchObject({ code: 'badData' });
    await expect(trainer.augment({ images, settings: ALL, count: 257 })).rejects.toMatchObject({
      setting: 'count',
    });
    await trainer.configure({ layers: [50, 10] });
    await expect(
      trainer.augment({ images: new Uint8Array(50), settings: ALL }),
    ).rejects.toMatchObject({ code: 'badData' });
  });
});

test('digits() gives those that generateDigits() loads, without loading them', async () => {
  const digits = await trainer.digits({ seed: 1, first: 10, count: 5 });
  const loaded = await trainer.images('train', 10, 5);
  expect(digits.images).toEqual(loaded.images);
  expect(digits.labels).toEqual(loaded.labels);
  await trainer.digits({ seed: 9, count: 100 });
  expect(trainer.data.train?.examples).toBe(IMAGES);
});

describe('training', () => {
  test('has the same weights again, on more threads, and after a snapshot', async () => {
    await trainer.setDrawings(await drawings(11));
    const settings = { ...ALL, otherHands: 0.2, drawings: 0.1, epochs: 2 };
    const epochs = await train(settings);
    expect(epochs.map(({ examples }) => examples)).toEqual([1714, 1714]);
    expect(epochs.every(({ complete }) => complete)).toBe(true);
    const expected = await sum();

    const other = await make(2);
    await other.setDrawings(await drawings(11));
    for (let i = 0; i < 20; i += 1)
      await other.step({ batchSize: 50, learningRate: 0.1, ...settings });
    const snapshot = structuredClone(await other.save());
    expect(snapshot.place).toMatchObject({ of: 1714, generated: 343, drawn: 171 });
    await other.reset();
    await other.restore(snapshot);
    await train({ ...settings, epochs: 2 }, other);
    expect(await sum(other)).toBe(expected);
    other.dispose();

    await trainer.reset();
    await train({ epochs: 2 });
    const plain = await sum();
    expect(plain).not.toBe(expected);
    await trainer.reset();
    await train({ epochs: 2, ...ALL });
    expect(await sum()).not.toBe(plain);
  });

  test('learns digits that are moved about', async () => {
    await train({ epochs: 12, shift: 3 });
    const { images, labels } = await trainer.images('test', 0, 100);
    const moved = await trainer.augment({ images, settings: { shift: 3 }, seed: 3 });
    const probabilities = await trainer.predict(moved);
    const right = labels.filter((label, i) => {
      const of = probabilities.subarray(10 * i, 10 * i + 10);
      return of.indexOf(Math.max(...of)) === label;
    });
    expect(right.length).toBeGreaterThan(60);
  });

  test('counts extra examples in its schedule and its progress', async () => {
    const rates: number[] = [];
    const seen: TrainProgress[] = [];
    const options = { onProgress: (progress: TrainProgress) => seen.push(progress) };
    const settings = { otherHands: 0.5, epochs: 4, schedule: 'cosine', batchSize: 50 } as const;
    for await (const { learningRate } of trainer.train(settings, options)) rates.push(learningRate);
    expect(seen.every(({ of }) => of === 2 * IMAGES)).toBe(true);
    expect(rates[0]).toBeGreaterThan(0.15);
    expect(rates[3]).toBeLessThan(0.001);
    const full = await train({ otherHands: 0.5, batchSize: 'all', epochs: 2, ...ALL });
    expect(full.map(({ examples }) => examples)).toEqual([2 * IMAGES, 2 * IMAGES]);
    expect((await trainer.save()).updates).toBe(4 * 48 + 2);
  });

  test('finds a rate with changed images', async () => {
    const { suggested, rates } = await trainer.findLearningRate({ ...ALL, otherHands: 0.5 });
    expect(rates.length).toBeGreaterThan(20);
    expect(suggested).toBeGreaterThan(0);
  });

  test('says what it lacks', async () => {
    const fails = (settings: Partial<TrainSettings>, expected: object) =>
      expect(train({ epochs: 1, ...settings })).rejects.toMatchObject(expected);
    await fails({ drawings: 0.1 }, { code: 'badSetting', setting: 'drawings' });
    await fails({ otherHands: 0.95 }, { code: 'badSetting', setting: 'otherHands' });
    await fails({ otherHands: 0.5, drawings: 0.5 }, { code: 'badSetting', setting: 'drawings' });
    await fails({ shear: 1 }, { code: 'badSetting', setting: 'shear' });
    await trainer.configure({ layers: [PIXELS, 12, 1], output: 'sigmoid' });
    await train({ epochs: 1, otherHands: 0.3 });
    const oblong = await createTrainer({ layers: [50, 10] });
    const labels = Uint8Array.from({ length: 10 }, (_, i) => i);
    await oblong.load({ train: { images: new Uint8Array(500), labels } });
    const square = { code: 'badSetting', setting: 'augmentation' };
    const settings = { batchSize: 5, epochs: 1 };
    await expect(train({ ...settings, shift: 1 }, oblong)).rejects.toMatchObject(square);
    const digits = { code: 'badSetting', setting: 'otherHands' };
    await expect(train({ ...settings, otherHands: 0.1 }, oblong)).rejects.toMatchObject(digits);
    oblong.dispose();
  });
});

describe('setDrawings()', () => {
  test('takes them in the place of others, and gives them back to nobody', async () => {
    expect(await trainer.setDrawings(await drawings(3))).toBe(3);
    expect(await trainer.setDrawings(await drawings(5))).toBe(5);
    await train({ epochs: 1, drawings: 0.3 });
    await trainer.configure({ layers: [PIXELS, 20, 10] });
    await train({ epochs: 1, drawings: 0.3 });
    expect(await trainer.setDrawings(null)).toBe(0);
    await expect(train({ epochs: 1, drawings: 0.3 })).rejects.toMatchObject({
      setting: 'drawings',
    });
  });

  test('is allowed while it trains, but for taking them all away', async () => {
    await trainer.setDrawings(await drawings(3));
    const run = train({ epochs: 40, drawings: 0.5 });
    expect(await trainer.setDrawings(await drawings(4))).toBe(4);
    await expect(trainer.setDrawings(null)).rejects.toMatchObject({ code: 'badState' });
    expect(await run).toHaveLength(40);
  });

  test('names what does not fit', async () => {
    const { images, labels } = await drawings(2);
    const none = { images: new Uint8Array(), labels: new Uint8Array() };
    await expect(trainer.setDrawings(none)).rejects.toMatchObject({ code: 'badData' });
    await expect(trainer.setDrawings({ images: images.subarray(1), labels })).rejects.toMatchObject(
      { code: 'badData' },
    );
    await trainer.setDrawings({ images, labels: Uint8Array.of(3, 10) });
    await expect(train({ epochs: 1, drawings: 0.2 })).rejects.toMatchObject({ code: 'badData' });
  });
});
