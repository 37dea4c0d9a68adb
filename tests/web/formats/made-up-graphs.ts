// SPDX-License-Identifier: MIT
// Graphs of ONNX, made node by node, as other programs write them.
import { floatBytes, joined } from '../../../web/src/lib/formats/bytes.ts';
import { float, part, whole } from '../../../web/src/lib/formats/onnx/proto.ts';

type Attributes = Readonly<Record<string, number | string | readonly number[]>>;
export type Node = readonly [
  type: string,
  inputs: string[],
  output: string,
  attributes?: Attributes,
];
export type Numbers = readonly [shape: number[], values: number[]];

function attribute(name: string, value: number | string | readonly number[]): Uint8Array {
  if (typeof value === 'string') return joined([part(1, name), part(4, value), whole(20, 3)]);
  if (typeof value !== 'number') {
    return joined([part(1, name), ...value.map((i) => whole(8, i)), whole(20, 7)]);
  }
  // Of Gemm and LeakyRelu, alpha and beta are floats.
  const isFloat = /alpha|beta/.test(name);
  return joined([
    part(1, name),
    isFloat ? float(2, value) : whole(3, value),
    whole(20, isFloat ? 1 : 2),
  ]);
}

const tensor = (name: string, [shape, values]: Numbers, raw: boolean): Uint8Array =>
  joined([
    ...shape.map((size) => whole(1, size)),
    whole(2, 1),
    part(8, name),
    part(raw ? 9 : 4, floatBytes(Float32Array.from(values))),
  ]);

/** A model of ONNX; its output is what the last node gives. */
export function model(
  nodes: readonly Node[],
  constants: Readonly<Record<string, Numbers>>,
  raw = true,
) {
  const graph = [
    ...nodes.map(([type, inputs, output, attributes = {}]) =>
      part(1, [
        ...inputs.map((name) => part(1, name)),
        part(2, output),
        part(4, type),
        ...Object.entries(attributes).map(([name, value]) => part(5, attribute(name, value))),
      ]),
    ),
    ...Object.entries(constants).map(([name, numbers]) => part(5, tensor(name, numbers, raw))),
    part(11, [part(1, 'x')]),
    part(12, [part(1, nodes.at(-1)?.[2] ?? '')]),
  ];
  return joined([whole(1, 8), part(7, graph), part(8, [whole(2, 17)])]);
}

/** W_1 (3, 2) and W_2 (2, 3), row-major, with b_1 and b_2. */
export const W1 = [1, 2, 3, 4, 5, 6];
const W2 = [1, -1, 2, -2, 3, -3];
export const TURNED = { W1: [1, 3, 5, 2, 4, 6], W2: [1, -2, -1, 3, 2, -3] };
const CONSTANTS = {
  W1: [[3, 2], W1],
  W2: [[2, 3], W2],
  b1: [[3], [7, 8, 9]],
  b2: [[2], [0.5, -0.5]],
  V1: [[2, 3], TURNED.W1],
  V2: [[3, 2], TURNED.W2],
  scale: [[], [255]],
} as const satisfies Record<string, readonly [readonly number[], readonly number[]]>;
export const all = CONSTANTS as unknown as Record<string, Numbers>;

export const layer = (l: number, from: string, to: string): Node => [
  'Gemm',
  [from, `W${l}`, `b${l}`],
  to,
  { transB: 1 },
];
export const byMatMul = (l: number, from: string, to: string): Node[] => [
  ['MatMul', [from, `V${l}`], `${to}w`],
  ['Add', [`b${l}`, `${to}w`], to],
];
export const PLAIN: [Node, Node, Node, Node, Node] = [
  ['Div', ['x', 'scale'], 'a0'],
  layer(1, 'a0', 'z1'),
  ['Relu', ['z1'], 'a1'],
  layer(2, 'a1', 'z2'),
  ['Softmax', ['z2'], 'p', { axis: 1 }],
];
