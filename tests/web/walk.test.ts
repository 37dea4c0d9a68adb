// SPDX-License-Identifier: MIT
// The chain rule of walk(): dA_L, g'(Z_L) and their product beside the short form that trains.
import { expect, test } from 'vitest';
import { createTrainer, type NetworkSettings, type Walk } from '../../build/package/index.js';

const M = 4;

async function walkOf(network: Partial<NetworkSettings>): Promise<Walk> {
  const trainer = await createTrainer(network);
  try {
    await trainer.generateDigits({ train: 100, test: 10 });
    return await trainer.walk(await trainer.images('train', 0, M));
  } finally {
    trainer.dispose();
  }
}

function last({ layers }: Walk) {
  const layer = layers.at(-1);
  if (!layer) throw new Error('no layer');
  return layer;
}

test('of classes: dA is -Y / A, and the Jacobian makes A - Y of it', async () => {
  const walk = await walkOf({ layers: [784, 16, 10] });
  const { A, dA, slope, dZ } = last(walk);
  expect([dA, slope, walk.dZChain].map(({ rows, columns }) => [rows, columns])).toEqual(
    Array(3).fill([10, M]),
  );
  for (let i = 0; i < M; i += 1) {
    const of = ({ values }: typeof A, k: number) => values[k + 10 * i] ?? NaN;
    for (let j = 0; j < 10; j += 1) {
      const [a, y] = [of(A, j), of(walk.Y, j)];
      expect(of(dA, j)).toBeCloseTo(y === 1 ? -1 / a : 0, 4);
      expect(of(slope, j)).toBeCloseTo(a * (1 - a), 6);
      const terms = Array.from(
        { length: 10 },
        (_, k) => of(dA, k) * of(A, k) * ((k === j ? 1 : 0) - a),
      );
      const sum = terms.reduce((total, term) => total + term, 0);
      expect(of(walk.dZChain, j)).toBeCloseTo(sum, 5);
      expect(of(walk.dZChain, j)).toBeCloseTo(of(dZ, j), 6);
      expect(of(dZ, j)).toBeCloseTo(a - y, 6);
    }
  }
});

test('of a yes/no question: dA times g′ is A - Y', async () => {
  const walk = await walkOf({ layers: [784, 16, 1], output: 'sigmoid', positive: 3 });
  const { A, dA, slope, dZ } = last(walk);
  for (let i = 0; i < M; i += 1) {
    const [a = NaN, y = NaN] = [A.values[i], walk.Y.values[i]];
    expect(dA.values[i]).toBeCloseTo(-(y / a) + (1 - y) / (1 - a), 5);
    expect(slope.values[i]).toBeCloseTo(a * (1 - a), 6);
    expect(walk.dZChain.values[i]).toBeCloseTo((dA.values[i] ?? NaN) * a * (1 - a), 6);
    expect(walk.dZChain.values[i]).toBeCloseTo(dZ.values[i] ?? NaN, 6);
  }
});

test.each(['relu', 'leakyRelu', 'tanh', 'sigmoid', 'gelu'] as const)(
  'dZ of a hidden layer is dA times the slope of %s',
  async (hidden) => {
    const { layers } = await walkOf({ layers: [784, 16, 8, 10], hidden });
    for (const { Z, dA, slope, dZ } of layers.slice(0, -1)) {
      expect(slope).toMatchObject({ rows: Z.rows, columns: Z.columns });
      slope.values.forEach((one, at) =>
        expect((dA.values[at] ?? NaN) * one).toBeCloseTo(dZ.values[at] ?? NaN, 6),
      );
    }
  },
);
