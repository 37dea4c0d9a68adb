// SPDX-License-Identifier: MIT
// What the nodes of a graph do number by number, and which activation that comes to. A graph may say
// GELU in one node or in nine: what counts is what it computes, so functions are their values at a
// few points.
import type { Activation } from '../../settings.ts';
import type { PixelScale } from '../model.ts';
import type { Node } from './graph.ts';

type Scalar = (z: number) => number;

/** Where functions are compared; the two kinds of GELU differ most near 2.2. */
const PROBES = [0, 1, -9, -4, -2.7, -2.2, -1.3, -0.7, -0.2, 0.1, 0.5, 1.9, 2.2, 3.1, 8] as const;

/** The values of a function at the probes. */
export type Values = readonly number[];

export const IDENTITY: Values = PROBES;

const sigmoid: Scalar = (z) => 1 / (1 + Math.exp(-z));
const tanhGelu: Scalar = (z) =>
  (z / 2) * (1 + Math.tanh(0.7978845608028654 * (z + 0.044715 * z ** 3)));

/** Abramowitz and Stegun 7.1.26; to 1.5e-7. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const series = ((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736;
  return Math.sign(x) * (1 - (series * t + 0.254829592) * t * Math.exp(-x * x));
}

const erfGelu: Scalar = (z) => (z / 2) * (1 + erf(z / Math.SQRT2));

const ACTIVATIONS: Readonly<Record<Activation, Scalar>> = {
  relu: (z) => Math.max(0, z),
  leakyRelu: (z) => (z > 0 ? z : 0.01 * z),
  tanh: Math.tanh,
  sigmoid,
  gelu: tanhGelu,
};

const same = (values: Values, g: Scalar): boolean =>
  PROBES.every((z, i) => Math.abs((values[i] ?? NaN) - g(z)) <= 2e-6 * (1 + Math.abs(g(z))));

export const isIdentity = (values: Values): boolean => same(values, (z) => z);
export const isSigmoid = (values: Values): boolean => same(values, sigmoid);
export const isErfGelu = (values: Values): boolean => same(values, erfGelu);

/** Which of the five it is; null: none. */
export const activationOf = (values: Values): Activation | null =>
  (Object.keys(ACTIVATIONS) as Activation[]).find((name) => same(values, ACTIVATIONS[name])) ??
  null;

/** scale * z + offset; null where the function is no such. */
export function scaleOf(values: Values): PixelScale | null {
  const [offset = NaN, atOne = NaN] = values;
  const scale = atOne - offset;
  const fits = PROBES.every((z, i) => {
    const wanted = scale * z + offset;
    return Math.abs((values[i] ?? NaN) - wanted) <= 1e-9 * (1 + Math.abs(wanted));
  });
  return fits ? { scale, offset } : null;
}

/** Nodes of one number. */
const ONE: Readonly<Record<string, (node: Node) => Scalar>> = {
  Relu: () => ACTIVATIONS.relu,
  LeakyRelu: ({ attributes }) => {
    const alpha = attributes.get('alpha')?.float(2, 0.01) ?? 0.01;
    return (z) => (z >= 0 ? z : alpha * z);
  },
  Tanh: () => Math.tanh,
  Sigmoid: () => sigmoid,
  Gelu: ({ attributes }) =>
    attributes.get('approximate')?.text(4) === 'tanh' ? tanhGelu : erfGelu,
  Erf: () => erf,
  Neg: () => (z) => -z,
  Sqrt: () => Math.sqrt,
  Exp: () => Math.exp,
  Reciprocal: () => (z) => 1 / z,
};

const TWO: Readonly<Record<string, (x: number, y: number) => number>> = {
  Add: (x, y) => x + y,
  Sub: (x, y) => x - y,
  Mul: (x, y) => x * y,
  Div: (x, y) => x / y,
  Pow: (x, y) => x ** y,
};

export const isElementwise = ({ type }: Node): boolean =>
  Object.hasOwn(ONE, type) || Object.hasOwn(TWO, type);

/** What a node makes of the values that go in: of one function, or of two. */
export function applied(node: Node, [x = [], y]: readonly Values[]): Values | null {
  if (y === undefined) return Object.hasOwn(ONE, node.type) ? x.map(scalarOf(node)) : null;
  const f = Object.hasOwn(TWO, node.type) ? TWO[node.type] : undefined;
  return f ? x.map((value, i) => f(value, y[i] ?? NaN)) : null;
}

function scalarOf(node: Node): Scalar {
  const f = ONE[node.type]?.(node);
  return (z) => f?.(z) ?? NaN;
}

/** The same number everywhere. */
export const constantly = (value: number): Values => PROBES.map(() => value);
