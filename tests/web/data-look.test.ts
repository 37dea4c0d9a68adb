// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import {
  DIGITS_LOOK,
  frameOf,
  isImage,
  labelsOf,
  nameOf,
  sidesOf,
  withEnds,
} from '../../web/src/page/model/data-look.ts';
import { asImage, indexOf, pixelOf } from '../../web/src/page/ui/heat-map/matrix.ts';
import { presetOf, presetSettings } from '../../web/src/page/model/presets.ts';
import { DEFAULT_NETWORK } from '../../web/src/lib/settings.ts';

const WIDE = { width: 5, height: 3, classes: ['cat', 'dog'], inkSide: 2.6 };

test('images have the sides of the data, other numbers those of a shape about square', () => {
  expect(isImage(DIGITS_LOOK, 784)).toBe(true);
  expect([isImage(WIDE, 784), isImage(WIDE, 15)]).toEqual([false, true]);
  expect(sidesOf(WIDE, 15)).toMatchObject({ width: 5, height: 3 });
  expect(sidesOf(WIDE, 784)).toEqual({ width: 28, height: 28 });
  expect(sidesOf(WIDE, 10)).toEqual({ width: 4, height: 3 });
});

test('pixels are laid row after row', () => {
  const image = asImage(
    WIDE,
    Float32Array.from({ length: 15 }, (_, i) => i),
  );
  expect([image.rows, image.columns]).toEqual([3, 5]);
  // Column-major: the first column has pixels 0, 5 and 10.
  expect([...image.values.subarray(0, 3)]).toEqual([0, 5, 10]);
  expect(pixelOf(WIDE, 7)).toEqual({ row: 1, column: 2 });
  expect(indexOf(WIDE, { row: 1, column: 2 })).toBe(7);
});

test('classes have their names, and presets and layers follow the data', () => {
  expect(nameOf(DIGITS_LOOK, 3)).toBe('3');
  expect([nameOf(WIDE, 1), nameOf(WIDE, 7)]).toEqual(['dog', '7']);
  expect(labelsOf(WIDE)).toEqual([0, 1]);
  expect(withEnds([784, 30, 10], 'softmax', WIDE)).toEqual([15, 30, 2]);
  expect(withEnds([784, 30, 1], 'sigmoid', WIDE)).toEqual([15, 30, 1]);
  const settings = presetSettings('quick', DEFAULT_NETWORK, WIDE);
  expect(settings.network.layers).toEqual([15, 128, 64, 2]);
  expect(presetOf({ ...settings, look: WIDE })).toBe('quick');
});

test('a drawing is framed as the ink of the data is; of 28 x 28 as MNIST', () => {
  expect(frameOf(DIGITS_LOOK)).toBeNull();
  expect(frameOf(WIDE)).toEqual({ width: 5, height: 3, box: 3, centre: 'box' });
});
