// SPDX-License-Identifier: MIT
// Graphs that are no plain network: what in them is named, and why it is not opened.
import { describe, expect, test } from 'vitest';
import { openModel } from '../../../build/package/index.js';
import { all, layer, model, type Node, PLAIN } from './made-up-graphs.ts';

describe('refused with a reason', () => {
  const behind1 = (...nodes: Node[]) =>
    model([...PLAIN.slice(0, 2), ...nodes, ...PLAIN.slice(3)], {
      ...all,
      many: [[3], [1, 2, 3]],
      four: [
        [2, 4],
        [1, 2, 3, 4, 5, 6, 7, 8],
      ],
    });
  const cases: [string, Uint8Array, RegExp][] = [
    [
      'a slope of another size',
      behind1(['LeakyRelu', ['z1'], 'a1', { alpha: 0.2 }]),
      /behind layer 1 is none of/,
    ],
    ['no activation', behind1(['Identity', ['z1'], 'a1']), /no activation behind layer 1/],
    [
      'a function that is not known',
      behind1(['Selu', ['z1'], 'a1']),
      /layer 2 has node 3 \(Selu\)/,
    ],
    [
      'each its own',
      behind1(['Relu', ['z1'], 'r'], ['Mul', ['r', 'many'], 'a1']),
      /of layer 1 each in another/,
    ],
    [
      'pixels each in another way',
      model([['Mul', ['x', 'm'], 'a0'], ...PLAIN.slice(1)], { ...all, m: [[2], [1, 2]] }),
      /of the input each in/,
    ],
    ['erf-GELU', behind1(['Gelu', ['z1'], 'a1', { approximate: 'none' }]), /by the error function/],
    [
      'sizes that do not follow',
      model(
        [
          PLAIN[0],
          ['MatMul', ['a0', 'V1'], 'a'],
          ['Relu', ['a'], 'r'],
          ['MatMul', ['r', 'V1'], 'p'],
        ],
        all,
      ),
      /layer 2 .* takes 2 numbers, and 3 come/,
    ],
    ['weights from the left', model([['MatMul', ['W1', 'x'], 'p']], all), /weights from the left/],
    ['no layer', model([['Relu', ['x'], 'p']], all), /neither a softmax|no layer/],
    [
      'two activations',
      model(
        [...PLAIN.slice(0, 4), ['Tanh', ['z2'], 'a2'], ['Gemm', ['a2', 'W3'], 'p', { transB: 1 }]],
        {
          ...all,
          W3: [
            [2, 2],
            [1, 2, 3, 4],
          ],
        },
      ),
      /relu and tanh/,
    ],
    [
      'a sigmoid for each class',
      model([...PLAIN.slice(0, -1), ['Sigmoid', ['z2'], 'p']], all),
      /sigmoid for each of 2 classes/,
    ],
    [
      'an end that is none',
      model([...PLAIN.slice(0, -1), ['Relu', ['z2'], 'p']], all),
      /ends in neither/,
    ],
    [
      'another axis',
      model([...PLAIN.slice(0, -1), ['Softmax', ['z2'], 'p', { axis: 0 }]], all),
      /axis 0/,
    ],
    [
      'a pooling',
      model([['MaxPool', ['x'], 'm'], layer(1, 'm', 'p')], all),
      /layer 1 is a pooling layer/,
    ],
    ['a circle', model([['Relu', ['p'], 'p']], all), /takes 'p', which nothing before it gives/],
  ];
  test.each(cases)('%s', async (_, bytes, message) => {
    const code = { code: 'badData', message: expect.stringMatching(message) as string };
    await expect(openModel(bytes)).rejects.toMatchObject(code);
  });

  test('Gelu of opset 20 by tanh is the one of here', async () => {
    const bytes = behind1(['Gelu', ['z1'], 'a1', { approximate: 'tanh' }]);
    expect((await openModel(bytes)).hidden).toBe('gelu');
    const erf = behind1(['Gelu', ['z1'], 'a1']);
    expect((await openModel(erf, { hidden: 'gelu' })).hidden).toBe('gelu');
  });
});
