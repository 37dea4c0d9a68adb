// SPDX-License-Identifier: MIT
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { gunzip } from '../../../web/src/lib/unpack.ts';
import { parseIdx } from '../../../web/src/lib/dataset.ts';
import {
  fitInk,
  inkBox,
  MNIST_FRAME,
  resample,
  scaleInto,
} from '../../../web/src/lib/import/resample.ts';
import { mnistFolder } from '../shared-folder.ts';

/** A rectangle of full ink. */
function block(
  width: number,
  height: number,
  box: { left: number; top: number; w: number; h: number },
) {
  const ink = new Uint8Array(width * height);
  for (let y = 0; y < box.h; y += 1) {
    for (let x = 0; x < box.w; x += 1) ink[(box.top + y) * width + box.left + x] = 255;
  }
  return { width, height, ink };
}

/** The mean place of the ink, in pixels from 0. */
function mass(ink: Uint8Array, width: number): [number, number] {
  let [sum, x, y] = [0, 0, 0];
  ink.forEach((value, i) => {
    sum += value;
    x += value * (i % width);
    y += value * Math.floor(i / width);
  });
  return [x / sum, y / sum];
}

const fit = (image: Parameters<typeof fitInk>[0]): Uint8Array => {
  const fitted = fitInk(image, MNIST_FRAME);
  if (!fitted) throw new Error('no ink');
  return fitted;
};

describe('fitInk', () => {
  test.each([
    ['a tall one', block(50, 100, { left: 3, top: 10, w: 20, h: 80 }), [5, 20]],
    ['a wide one', block(100, 50, { left: 10, top: 3, w: 80, h: 20 }), [20, 5]],
    ['a small one', block(16, 16, { left: 8, top: 2, w: 5, h: 10 }), [10, 20]],
    ['one that fills its image', block(16, 16, { left: 0, top: 0, w: 15, h: 16 }), [19, 20]],
  ])(
    '%s: the longer side has 20 pixels, and the middle is pixel 14',
    (_, image, [width, height]) => {
      const fitted = fit(image);
      const box = inkBox({ width: 28, height: 28, ink: fitted });
      expect([box?.width, box?.height]).toEqual([width, height]);
      expect(Math.max(...fitted)).toBe(255);
      for (const at of mass(fitted, 28)) expect(Math.abs(at - 14)).toBeLessThanOrEqual(0.5);
    },
  );

  test('a shape of one heavy side is moved so far as its box stays inside', () => {
    const image = block(40, 40, { left: 0, top: 0, w: 6, h: 40 });
    for (let x = 0; x < 40; x += 1) image.ink[39 * 40 + x] = 255;
    const fitted = fit(image);
    expect(mass(fitted, 28)[0]).toBeLessThan(13);
    const box = inkBox({ width: 28, height: 28, ink: fitted });
    expect(box).toMatchObject({ left: 8, width: 20 });
  });

  test('grey paper is taken away, and faint ink made full', () => {
    const image = block(30, 30, { left: 10, top: 10, w: 10, h: 10 });
    const faint = { ...image, ink: image.ink.map((value) => (value ? 120 : 40)) };
    expect(fit(faint)).toEqual(fit(image));
  });

  test('blank images have none', () => {
    expect(fitInk(block(5, 5, { left: 0, top: 0, w: 0, h: 0 }), MNIST_FRAME)).toBeNull();
    const grey = { width: 5, height: 5, ink: new Uint8Array(25).fill(90) };
    expect(fitInk(grey, MNIST_FRAME)).toBeNull();
  });

  test('can centre the box instead, in a frame of another shape', () => {
    const image = block(28, 28, { left: 0, top: 0, w: 10, h: 20 });
    const fitted = fitInk(image, { width: 16, height: 12, box: 12, centre: 'box' });
    const box = inkBox({ width: 16, height: 12, ink: fitted ?? new Uint8Array() });
    expect(box).toEqual({ left: 5, top: 0, width: 6, height: 12 });
  });

  test.skipIf(mnistFolder() === null)('leaves MNIST nearly as it is', async () => {
    const name = 't10k-images-idx3-ubyte.gz';
    const packed = Uint8Array.from(readFileSync(join(mnistFolder() ?? '', name)));
    const { values } = parseIdx(await gunzip(packed, name), name);
    let [difference, ink] = [0, 0];
    for (let i = 0; i < 500; i += 1) {
      const image = values.subarray(784 * i, 784 * (i + 1));
      fit({ width: 28, height: 28, ink: image }).forEach((value, at) => {
        difference += Math.abs(value - (image[at] ?? 0));
        ink += image[at] ?? 0;
      });
    }
    // The threshold of what counts as ink decides about faint edges; what is left is their scaling.
    expect(difference / ink).toBeLessThan(0.15);
  });
});

describe('resample and scaleInto', () => {
  test('a constant stays one, larger and smaller', () => {
    const image = block(9, 7, { left: 0, top: 0, w: 9, h: 7 });
    for (const side of [3, 7, 20]) {
      const all = resample(image, { left: 0, top: 0, width: 9, height: 7 }, side, side);
      for (const value of all) expect(value).toBeCloseTo(255, 9);
    }
  });

  test('shrinking keeps the amount of ink', () => {
    const image = block(40, 40, { left: 11, top: 7, w: 13, h: 17 });
    const small = resample(image, { left: 0, top: 0, width: 40, height: 40 }, 10, 10);
    const sum = small.reduce((total, value) => total + value, 0);
    expect((16 * sum) / (255 * 13 * 17)).toBeCloseTo(1, 2);
  });

  test('proportions are kept, on paper', () => {
    const image = block(10, 20, { left: 0, top: 0, w: 10, h: 20 });
    const box = inkBox({ width: 8, height: 8, ink: scaleInto(image, 8, 8) });
    expect(box).toEqual({ left: 2, top: 0, width: 4, height: 8 });
  });
});
