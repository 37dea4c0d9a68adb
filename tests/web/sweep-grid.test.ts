// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../web/src/lib/settings.ts';
import { type Axis, makeGrid } from '../../web/src/page/runs/sweep/sweep-grid.ts';

const base = { network: DEFAULT_NETWORK, training: DEFAULT_TRAINING };
const grid = (...axes: Axis[]) => makeGrid(axes, base, 60_000);

describe('a grid of settings', () => {
  it('has every combination, the last setting changing first', () => {
    const { cells, problems } = grid(
      { name: 'learningRate', text: '0.1, 0.2' },
      { name: 'units', text: '16,32' },
    );
    expect(problems).toEqual(['', '']);
    expect(cells.map(({ values }) => values)).toEqual([
      [0.1, 16],
      [0.1, 32],
      [0.2, 16],
      [0.2, 32],
    ]);
    expect(cells[3]?.settings.training.learningRate).toBe(0.2);
    expect(cells[3]?.settings.network.layers).toEqual([784, 32, 64, 10]);
  });

  it('takes words, whatever their case, and each value once', () => {
    const { cells } = grid(
      { name: 'optimizer', text: 'SGD, adam, adam' },
      { name: 'batchSize', text: 'all 32' },
      { name: 'seed', text: '7' },
    );
    expect(cells.map(({ values }) => values)).toEqual([
      ['sgd', 'all', 7],
      ['sgd', 32, 7],
      ['adam', 'all', 7],
      ['adam', 32, 7],
    ]);
  });

  it.each<[Axis, RegExp]>([
    [{ name: 'learningRate', text: '0.1, -1' }, /^-1: Must be a number above 0/],
    [{ name: 'learningRate', text: 'fast' }, /^fast: Write a number/],
    [{ name: 'batchSize', text: '70000' }, /from 1 to 60,000/],
    [{ name: 'units', text: '0' }, /whole number from 1/],
    [{ name: 'dropout', text: '1' }, /below 1/],
    [{ name: 'optimizer', text: 'newton' }, /^newton: Must be one of/],
    [{ name: 'seed', text: '1.5' }, /whole number/],
    [{ name: 'seed', text: ' , ' }, /at least one value/],
  ])('says what is wrong with %o', (axis, message) => {
    expect(grid(axis).problems[0]).toMatch(message);
  });

  it('has each setting once', () => {
    const axis: Axis = { name: 'seed', text: '1' };
    expect(grid(axis, axis).problems).toEqual(['', 'This setting stands above already.']);
  });

  it('needs a hidden layer for its units', () => {
    const network = { ...DEFAULT_NETWORK, layers: [784, 10] };
    const { problems } = makeGrid(
      [{ name: 'units', text: '8' }],
      { network, training: DEFAULT_TRAINING },
      null,
    );
    expect(problems).toEqual(['The network has no hidden layer.']);
  });
});
