// SPDX-License-Identifier: MIT
// Graphs as other programs write them, made here node by node.
import { describe, expect, test } from 'vitest';
import { openModel, type OpenOptions } from '../../../build/package/index.js';
import {
  all,
  byMatMul,
  layer,
  model,
  type Node,
  type Numbers,
  PLAIN,
  TURNED,
  W1,
} from './made-up-graphs.ts';

const weightsOf = async (bytes: Uint8Array, options?: OpenOptions) => {
  const opened = await openModel(bytes, options);
  const { layers, hidden, output, assumed, snapshot } = opened;
  return { layers, hidden, output, assumed, weights: snapshot.layers };
};

/** Column-major. */
const EXPECTED = {
  layers: [2, 3, 2],
  hidden: 'relu',
  output: 'softmax',
  assumed: [],
  weights: [
    { W: Float32Array.from(TURNED.W1), b: Float32Array.of(7, 8, 9) },
    { W: Float32Array.from(TURNED.W2), b: Float32Array.of(0.5, -0.5) },
  ],
};

describe('the same network', () => {
  const halves = {
    ...all,
    W1: [[3, 2], W1.map((w) => w / 2)],
    b1: [
      [1, 3],
      [14, 16, 18],
    ],
  };
  const same: [string, Uint8Array][] = [
    ['Gemm with transB', model(PLAIN, all)],
    ['numbers that are not raw', model(PLAIN, all, false)],
    ['Gemm without', model([PLAIN[0], ['Gemm', ['a0', 'V1', 'b1'], 'z1'], ...PLAIN.slice(2)], all)],
    [
      'MatMul and Add',
      model(
        [PLAIN[0], ...byMatMul(1, 'a0', 'z1'), PLAIN[2], ...byMatMul(2, 'a1', 'z2'), PLAIN[4]],
        all,
      ),
    ],
    [
      'alpha and beta',
      model(
        [
          PLAIN[0],
          ['Gemm', ['a0', 'W1', 'b1'], 'z1', { transB: 1, alpha: 2, beta: 0.5 }],
          ...PLAIN.slice(2),
        ],
        halves as unknown as Record<string, Numbers>,
      ),
    ],
    [
      'a turned constant',
      model(
        [
          ['Transpose', ['W1'], 'T', { perm: [1, 0] }],
          PLAIN[0],
          ['Gemm', ['a0', 'T', 'b1'], 'z1'],
          ...PLAIN.slice(2),
        ],
        all,
      ),
    ],
    [
      'what changes nothing',
      model(
        [
          ['Flatten', ['x'], 'f'],
          ['Div', ['f', 'scale'], 'a0'],
          ...PLAIN.slice(1, 3),
          ['Dropout', ['a1'], 'd'],
          ['Identity', ['d'], 'e'],
          layer(2, 'e', 'z2'),
          PLAIN[4],
        ],
        all,
      ),
    ],
    ['logits', model(PLAIN.slice(0, -1), all)],
    [
      'log-probabilities',
      model([...PLAIN.slice(0, -1), ['LogSoftmax', ['z2'], 'p', { axis: 1 }]], all),
    ],
  ];
  test.each(same)('%s', async (_, bytes) => expect(await weightsOf(bytes)).toEqual(EXPECTED));

  test('without a scale it is asked for; with (x/255 - m)/s it is folded into W_1 and b_1', async () => {
    const bare = model([layer(1, 'x', 'z1'), ...PLAIN.slice(2)], all);
    expect(await weightsOf(bare)).toEqual({ ...EXPECTED, assumed: ['pixels'] });
    const constants = { ...all, m: [[], [0.25]], s: [[1], [0.5]] } as unknown as Record<
      string,
      Numbers
    >;
    const normal: Node[] = [
      ['Sub', ['a0', 'm'], 'c'],
      ['Div', ['c', 's'], 'n'],
      layer(1, 'n', 'z1'),
    ];
    const whole = model([PLAIN[0], ...normal, ...PLAIN.slice(2)], constants);
    const opened = await weightsOf(whole);
    // W (2 x - 0.5) + b
    expect(opened.assumed).toEqual([]);
    const [first] = opened.weights;
    [2, 6, 10, 4, 8, 12].forEach((w, i) => expect(first?.W[i]).toBeCloseTo(w, 5));
    [7 - 1.5, 8 - 3.5, 9 - 5.5].forEach((b, i) => expect(first?.b[i]).toBeCloseTo(b, 5));
    // Of 0 ... 1 alone: the graph does not say that bytes come.
    const half: Node[] = [['Sub', ['x', 'm'], 'c'], ...normal.slice(1), ...PLAIN.slice(2)];
    const part = await weightsOf(model(half, constants));
    expect(part.assumed).toEqual(['pixels']);
    expect(part.weights[0]?.b[0]).toBeCloseTo(5.5, 5);
  });

  test('a sigmoid of one output, or none at all', async () => {
    const constants = {
      ...all,
      W2: [
        [1, 3],
        [1, 2, 3],
      ],
      b2: [[1], [4]],
    } as unknown as Record<string, Numbers>;
    const logit = PLAIN.slice(0, -1);
    const expected = { output: 'sigmoid', layers: [2, 3, 1] };
    expect(await weightsOf(model(logit, constants))).toMatchObject(expected);
    const ended: Node[] = [...logit, ['Sigmoid', ['z2'], 'p']];
    expect(await weightsOf(model(ended, constants))).toMatchObject(expected);
  });
});
