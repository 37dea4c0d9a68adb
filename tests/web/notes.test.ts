// SPDX-License-Identifier: MIT
// What the view 'Step by step' works out by itself: the order of the stops, numbers, sums of terms.
import { describe, expect, it } from 'vitest';
import { DEFAULT_NETWORK } from '../../web/src/lib/settings.ts';
import type { Epoch, MatrixData, StepResult, TrainProgress } from '../../web/src/lib/results.ts';
import { short, signed } from '../../web/src/page/ui/heat-map/numbers.ts';
import type { Walked } from '../../web/src/page/notes/notes-state.ts';
import { cellOf } from '../../web/src/page/notes/chosen.ts';
import { hashOf, placeOf, stopIn, stopsOf } from '../../web/src/page/notes/stops.ts';
import { time } from '../../web/src/page/notes/time.ts';
import { ageOf } from '../../web/src/page/notes/weights-age.ts';
import { INITIAL_STATE } from '../../web/src/page/model/initial-state.ts';
import type { State } from '../../web/src/page/model/state.ts';
import { sumOf } from '../../web/src/page/notes/terms.ts';

const matrix = (rows: number, columns: number, ...values: number[]): MatrixData => ({
  rows,
  columns,
  values: Float32Array.from(values),
});

/** One layer of 2 inputs and 2 units, for 2 examples; the numbers are exact in float32. */
const WALKED: Walked = {
  walk: {
    X: matrix(2, 2, 1, 0.5, 0, 2),
    Y: matrix(2, 2, 1, 0, 0, 1),
    layers: [
      {
        W: matrix(2, 2, 1, -2, 4, 8),
        b: matrix(2, 1, 0.25, 0),
        Z: matrix(2, 2, 3.25, 2, 8.25, 16),
        A: matrix(2, 2, 0.5, 0.5, 0.5, 0.5),
        dZ: matrix(2, 2, -0.5, 0.5, 0.5, -0.5),
        dA: matrix(2, 2, -2, 0, 0, -2),
        slope: matrix(2, 2, 0.25, 0.25, 0.25, 0.25),
        dW: matrix(2, 2, -0.25, 0.25, 0.375, -0.375),
        db: matrix(2, 1, 0, 0),
        WAfter: matrix(2, 2, 0, 0, 0, 0),
        bAfter: matrix(2, 1, 0, 0),
      },
    ],
    dZChain: matrix(2, 2, -0.5, 0.5, 0.5, -0.5),
    cost: 1,
    costAfter: 0.5,
  },
  batch: { images: new Uint8Array(4), labels: Uint8Array.of(0, 1) },
  labelled: true,
  image: null,
  network: DEFAULT_NETWORK,
  weights: { epochs: 0, updates: null },
  optimizer: 'sgd',
  learningRate: 1,
  updates: 0,
  costs: [1],
};

describe('the stops', () => {
  it('go up the layers, and down in the backward step', () => {
    expect(stopsOf(2).map(({ step, layer }) => `${step} ${layer ?? ''}`.trim())).toEqual([
      'reshape',
      'initialise',
      'forward 1',
      'forward 2',
      'cost',
      'backward 2',
      'backward 1',
      'update 1',
      'update 2',
      'predict',
    ]);
  });

  it('have addresses', () => {
    for (const stop of stopsOf(12)) expect(stopIn(hashOf(stop))).toEqual(stop);
    expect(stopIn('#step-by-step')).toBeNull();
    expect(stopIn('#step-by-step/sideways/1')).toBeNull();
    expect(stopIn('#train')).toBeNull();
  });

  it('fall back to the first layer of a step when there are fewer layers', () => {
    const stops = stopsOf(2);
    expect(stops[placeOf(stops, { step: 'backward', layer: 7 })]).toEqual({
      step: 'backward',
      layer: 2,
    });
  });
});

it('numbers have four digits and a real minus', () => {
  expect([0, 0.48213, -12.3456, 3.21e-5, -1e-12, 123456, Infinity].map(short)).toEqual([
    '0',
    '0.4821',
    '−12.35',
    '3.210 · 10⁻⁵',
    '−1.000 · 10⁻¹²',
    '1.235 · 10⁵',
    '∞',
  ]);
  expect([signed(2), signed(-2)]).toEqual(['+ 2.000', '− 2.000']);
});

describe('the sum of a cell', () => {
  it('of Z is that of the weights, the inputs and the bias', () => {
    const sum = sumOf(WALKED, { letter: 'Z', layer: 1, row: 0, column: 0 });
    expect(sum).toMatchObject({ bias: 0.25, divisor: 1, total: 3.25, core: 3.25, rest: 0 });
    expect(sum?.terms.map(({ index, product }) => [index, product])).toEqual([
      [1, 2],
      [0, 1],
    ]);
  });

  it('of dW is the mean over the examples', () => {
    const sum = sumOf(WALKED, { letter: 'dW', layer: 1, row: 1, column: 1 });
    expect(sum).toMatchObject({ bias: null, divisor: 2, total: -0.375, core: -0.375 });
  });

  it('is not there for a cell outside, or a layer that is gone', () => {
    expect(sumOf(WALKED, { letter: 'Z', layer: 1, row: 2, column: 0 })).toBeNull();
    expect(sumOf(WALKED, { letter: 'Z', layer: 2, row: 0, column: 0 })).toBeNull();
  });
});

describe('the cell that is explained', () => {
  it('is of the most active unit while none is chosen', () => {
    const { walk } = WALKED;
    const [layer] = walk.layers;
    if (!layer) throw new Error('no layer');
    const A = matrix(2, 2, 0.25, 0.75, 1, 0);
    const walked = { ...WALKED, walk: { ...walk, layers: [{ ...layer, A }] } };
    expect(cellOf(walked, null, 'Z', 1)).toMatchObject({ row: 1, column: 0 });
    // dW(1, :) is 0.25 and -0.375: the larger by size is the second.
    expect(cellOf(walked, null, 'dW', 1)).toMatchObject({ row: 1, column: 1 });
  });

  it('is the chosen one of this layer; a weight and its derivative are the same', () => {
    const chosen = { letter: 'W', layer: 1, row: 0, column: 1 } as const;
    expect(cellOf(WALKED, chosen, 'dW', 1)).toEqual({ ...chosen, letter: 'dW' });
    expect(cellOf(WALKED, chosen, 'Z', 1)).toMatchObject({ letter: 'Z', column: 0 });
    expect(cellOf(WALKED, { ...chosen, row: 9 }, 'dW', 1).row).toBeLessThan(2);
  });
});

it('a time is never 0.0 s', () => {
  expect([0, 0.00004, 0.0023, 0.0124, 0.4, 1.2, 75].map(time)).toEqual([
    '0.1 ms',
    '0.1 ms',
    '2.3 ms',
    '12 ms',
    '400 ms',
    '1.2 s',
    '1 min 15 s',
  ]);
});

describe('how far the weights are trained', () => {
  const epoch = (number: number) => ({ epoch: number }) as Epoch;
  const step = (of: number, updates: number, finished: Epoch | null = null) =>
    ({ epoch: of, updates, finished }) as StepResult;
  const age = (change: Partial<State>) => ageOf({ ...INITIAL_STATE, ...change });

  it('is said by epochs, and by updates within one', () => {
    expect(age({})).toEqual({ epochs: 0, updates: null });
    expect(age({ epochs: [epoch(1), epoch(2)] })).toEqual({ epochs: 2, updates: null });
    expect(age({ step: step(1, 3) })).toEqual({ epochs: 0, updates: 3 });
    expect(age({ epochs: [epoch(1)], step: step(1, 469, epoch(1)) }).updates).toBeNull();
    const progress = { updates: 600 } as TrainProgress;
    const running = age({ run: 'training', epochs: [epoch(1)], progress });
    expect(running).toEqual({ epochs: 1, updates: 600 });
    expect(age({ epochs: [epoch(1), epoch(2)], kept: 1, progress })).toEqual({
      epochs: 1,
      updates: null,
    });
  });
});
