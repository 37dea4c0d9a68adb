// SPDX-License-Identifier: MIT
// How drawings are read, and whose digits are generated, on the real module.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTrainer, type ReadOptions, type Trainer } from '../../build/package/index.js';

let trainer: Trainer;

beforeAll(async () => {
  trainer = await createTrainer({ layers: [784, 8, 10], seed: 4 });
});

afterAll(() => {
  trainer.dispose();
});

/** A closed ellipse of points by turns. */
function ellipse(x: number, y: number, width: number, height: number): number[] {
  return Array.from({ length: 41 }, (_, i) => (i * 2 * Math.PI) / 40).flatMap((angle) => [
    x + (width / 2) * Math.cos(angle),
    y + (height / 2) * Math.sin(angle),
  ]);
}

const zero = ellipse(50, 50, 60, 100);
const imageOf = async (
  strokes: Parameters<Trainer['read']>[0],
  options?: Partial<ReadOptions>,
): Promise<Uint8Array> => (await trainer.read(strokes, options)).image;
const inkOf = (image: Uint8Array, from = 0, to = 784) =>
  image.subarray(from, to).reduce((sum, value) => sum + value, 0);

describe('strokes', () => {
  test('may be numbers, typed or not, or points', async () => {
    const image = await imageOf([[0, 0, 5, 9, 9, 2]]);
    expect(await imageOf([Float32Array.of(0, 0, 5, 9, 9, 2)])).toEqual(image);
    const points = [
      { x: 0, y: 0 },
      { x: 5, y: 9 },
      { x: 9, y: 2 },
    ];
    expect(await imageOf([points])).toEqual(image);
    expect(await imageOf([points.map((p) => ({ ...p, pressure: 0.9 }))])).toEqual(image);
  });

  test('are wider where the pen is pressed', async () => {
    const line = (above: number, below: number) => [
      Array.from({ length: 41 }, (_, y) => ({ x: 5, y, pressure: y <= 20 ? above : below })),
    ];
    const even = await imageOf(line(0.5, 0.5));
    const pressed = await imageOf(line(0.1, 0.9));
    const half = 784 / 2;
    expect(inkOf(pressed, 0, half) / inkOf(pressed, half)).toBeLessThan(
      inkOf(even, 0, half) / inkOf(even, half),
    );
  });

  test('that are none are refused, and nothing is lost', async () => {
    await expect(trainer.read([zero, [1, 2, 3]])).rejects.toMatchObject({
      code: 'badData',
      message: expect.stringMatching(/^Stroke 2 has 3 numbers/) as string,
    });
    const noPoint = [[{ x: 1 }]] as unknown as Parameters<Trainer['read']>[0];
    await expect(trainer.read(noPoint)).rejects.toMatchObject({ code: 'badData' });
    for (const stroke of [[1, NaN], [[1, 2]], 7, [{ x: 1, y: 2, pressure: Infinity }]]) {
      const strokes = [zero, stroke] as Parameters<Trainer['read']>[0];
      await expect(trainer.read(strokes)).rejects.toThrow(/^Stroke 2 /);
    }
    await expect(trainer.read(7 as unknown as [])).rejects.toThrow(/must be a list/);
    expect(inkOf(await imageOf([zero]))).toBeGreaterThan(0);
  });
});

describe('read()', () => {
  test('leaves out a dot that was a slip, unless it is asked to keep it', async () => {
    const alone = await imageOf([zero]);
    expect(await imageOf([zero, [190, 180]])).toEqual(alone);
    expect(await imageOf([zero, [190, 180]], { keepSlips: true })).not.toEqual(alone);
    // A drawing that is only a dot stays one.
    expect(inkOf(await imageOf([[7, 7]]))).toBeGreaterThan(0);
  });

  test('deskews when asked', async () => {
    const stem = [0, 0, 0, 50, 0, 100];
    const leaning = stem.map((value, i) =>
      i % 2 === 0 ? value - 0.4 * (stem[i + 1] ?? 0) : value,
    );
    const upright = await imageOf([stem]);
    expect(await imageOf([leaning])).not.toEqual(upright);
    expect(await imageOf([leaning], { deskew: true })).toEqual(upright);
  });

  test('answers by the mean over copies when asked, and shows the image as it is', async () => {
    const alone = await trainer.read([zero]);
    const { image, probabilities } = await trainer.read([zero], { copies: 9 });
    expect(image).toEqual(alone.image);
    expect(probabilities).toEqual(await trainer.predict(image, { copies: 9 }));
    expect(probabilities).not.toEqual(alone.probabilities);
  });

  test('draws with the pen that it is given', async () => {
    const thin = inkOf(await imageOf([zero], { penWidth: 1.5 }));
    const usual = inkOf(await imageOf([zero]));
    const thick = inkOf(await imageOf([zero], { penWidth: 4 }));
    expect(thin).toBeLessThan(usual);
    expect(usual).toBeLessThan(thick);
    const grey = (image: Uint8Array) => image.filter((ink) => ink > 0 && ink < 255).length;
    expect(grey(await imageOf([zero], { penSoftness: 0.5 }))).toBeLessThan(
      grey(await imageOf([zero], { penSoftness: 3 })),
    );
  });

  test('shows the frame as it is when asked', async () => {
    const small = ellipse(70, 70, 60, 80);
    const image = await imageOf([small], { frame: 280 });
    expect(inkOf(image, 0, 784 / 2)).toBe(inkOf(image)); // all in the upper half
    expect(await imageOf([ellipse(700, 700, 60, 80)], { frame: 280 })).toEqual(new Uint8Array(784));
  });

  test.each([
    { penWidth: 0.5 },
    { penWidth: NaN },
    { penSoftness: 5 },
    { frame: -1 },
    { frame: Infinity },
    { copies: 3 } as unknown as { copies: 9 },
  ])('refuses %o by its name', async (options) => {
    await expect(trainer.read([zero], options)).rejects.toMatchObject({
      code: 'badSetting',
      setting: Object.keys(options)[0],
    });
  });
});

describe('generated digits', () => {
  async function digitsOf(hands?: 'all' | 'other') {
    await trainer.generateDigits({ train: 300, test: 1, seed: 6, ...(hands && { hands }) });
    return trainer.images('train', 0, 300);
  }

  test("are of all hands, or of other hands than MNIST's, with the same labels", async () => {
    const all = await digitsOf();
    const other = await digitsOf('other');
    expect(await digitsOf('all')).toEqual(all);
    expect(await digitsOf('other')).toEqual(other);
    expect(other.labels).toEqual(all.labels);
    expect(other.images).not.toEqual(all.images);
    // Legible: about as much ink as MNIST's digits have.
    const ink = inkOf(other.images, 0, other.images.length) / (255 * other.images.length);
    expect(ink).toBeGreaterThan(0.08);
    expect(ink).toBeLessThan(0.18);
  });

  test('are of nobody else', async () => {
    const hands = 'both' as unknown as 'all';
    await expect(trainer.generateDigits({ train: 1, test: 1, hands })).rejects.toMatchObject({
      code: 'badSetting',
      setting: 'hands',
    });
  });
});
