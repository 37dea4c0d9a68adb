// SPDX-License-Identifier: MIT
// The parts of 'Look inside' that need no page.
import { describe, expect, it } from 'vitest';
import { heightOf, unitsAt } from '../../web/src/page/inside/network/geometry.ts';
import { strongest } from '../../web/src/page/inside/network/strongest.ts';
import { orderOf } from '../../web/src/page/inside/weights/unit-order.ts';

/** Numbers of both signs, the same each time. */
const numbers = (count: number) =>
  Float32Array.from({ length: count }, (_, i) => Math.sin(1 + i * i) * (1 + (i % 7)));

describe('the strongest connections', () => {
  const [rows, columns] = [13, 17];
  const layer = { W: numbers(rows * columns), b: new Float32Array(rows), rows, columns };
  const activations = numbers(columns).map((value) => Math.max(0, value));

  it('are those of a full sort', () => {
    const all = Array.from(layer.W, (w, i) => w * (activations[Math.floor(i / rows)] ?? 0));
    const sizes = all.map(Math.abs).sort((a, b) => b - a);
    const found = strongest(layer, activations, 20);
    expect(found.map(({ through }) => Math.abs(through))).toEqual(sizes.slice(0, 20));
    for (const { from, to, weight, activation, through } of found) {
      expect(weight).toBe(layer.W[to + rows * from]);
      expect(activation).toBe(activations[from]);
      expect(through).toBe(all[to + rows * from]);
    }
  });

  it('are the largest weights when nothing is drawn', () => {
    const [first] = strongest(layer, null, 1);
    expect(Math.abs(first?.weight ?? 0)).toBe(Math.max(...layer.W.map(Math.abs)));
    expect(first?.activation).toBeNull();
  });

  it('are none where nothing comes through', () => {
    expect(strongest(layer, new Float32Array(columns), 20)).toEqual([]);
    expect(strongest(layer, activations, 0)).toEqual([]);
  });
});

describe('the height of a layer', () => {
  it('gives its units back, and grows with them', () => {
    let before = 0;
    for (const units of [1, 2, 9, 10, 11, 64, 128, 784, 16384]) {
      expect(unitsAt(heightOf(units))).toBe(units);
      expect(heightOf(units)).toBeGreaterThan(before);
      before = heightOf(units);
    }
  });

  it('keeps to the limits', () => {
    expect(unitsAt(-50)).toBe(1);
    expect(unitsAt(5000)).toBe(16384);
    expect(heightOf(NaN)).toBe(heightOf(1));
  });
});

describe('the order of units', () => {
  it('is by number, or the largest first', () => {
    expect(orderOf(3, null)).toEqual([0, 1, 2]);
    expect(orderOf(4, Float32Array.of(1, 3, 3, 2))).toEqual([1, 2, 3, 0]);
    expect(orderOf(2, Float32Array.of(1, 3, 3))).toEqual([0, 1]); // of another network
  });
});
