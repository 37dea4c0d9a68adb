// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { randomPlaces, shareOut } from '../../web/src/lib/places.ts';

const keyOf = (place: object) => JSON.stringify(place);

test.each([
  { layers: [784, 128, 64, 10] },
  { layers: [784, 32, 10] },
  { layers: [784, 1] },
  { layers: [784, 4, 2, 2, 1] },
])('200 weights of $layers are 200, each once, of every layer', ({ layers }) => {
  const shares = shareOut(200, layers);
  for (let seed = 1; seed <= 20; seed += 1) {
    const places = randomPlaces(layers, shares, seed);
    expect(places).toHaveLength(200);
    expect(new Set(places.map(keyOf)).size).toBe(200);
    expect(new Set(places.map(({ layer }) => layer)).size).toBe(layers.length - 1);
  }
});

test('a network of fewer weights has all of them checked', () => {
  const layers = [4, 3, 2];
  expect(shareOut(200, layers)).toEqual([15, 8]);
  expect(new Set(randomPlaces(layers, [15, 8], 1).map(keyOf)).size).toBe(23);
  expect(randomPlaces(layers, [100, 100], 1)).toHaveLength(23);
});
