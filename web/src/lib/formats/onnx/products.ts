// SPDX-License-Identifier: MIT
// Z_l = W_l A_{l-1} + b_l in a graph: Gemm, or MatMul and Add.
import { columnMajor } from '../tensors.ts';
import type { Constant, Node } from './graph.ts';
import { IDENTITY, isIdentity } from './functions.ts';
import { odd, type Signal, unitsOf, type Value } from './values.ts';

const attribute = (node: Node, name: string, usual: number): number =>
  node.attributes.get(name)?.whole(3, usual) ?? usual;
const factor = (node: Node, name: string): number => node.attributes.get(name)?.float(2, 1) ?? 1;

/** @param transposed B is (n_l, n_{l-1}), as W_l is; else (n_{l-1}, n_l) */
function product(node: Node, a: Signal, B: Constant, transposed: boolean): Value {
  const [rows = 0, columns = 0] = B.shape;
  if (B.values === null || B.shape.length !== 2) {
    return odd(`${node.what} multiplies by '${B.name}', which is no matrix of float32.`);
  }
  const [units, inputs] = transposed ? [rows, columns] : [columns, rows];
  const number = a.stage.number + 1;
  const before = unitsOf(a.stage);
  if (before > 0 && before !== inputs) {
    return odd(`layer ${number} (${node.what}) takes ${inputs} numbers, and ${before} come.`);
  }
  const W = transposed ? columnMajor(B.values, units, inputs) : B.values;
  const layer = { W, b: new Float32Array(units) };
  return { kind: 'signal', stage: { number, before: a, layer }, values: IDENTITY };
}

/** The signal with b added to Z_l; null where it is no bias of its layer. */
export function withBias(a: Signal, { values, shape }: Constant, by = 1): Signal | null {
  const { stage } = a;
  const { layer } = stage;
  const units = unitsOf(stage);
  const row = values && (values.length === units || values.length === 1) && shape.length <= 2;
  if (!layer || !row || !isIdentity(a.values)) return null;
  const b = layer.b.map((x, i) => x + by * (values[values.length === 1 ? 0 : i] ?? 0));
  return { ...a, stage: { ...stage, layer: { W: layer.W, b } } };
}

const fromTheLeft = (node: Node): Value =>
  odd(`${node.what} multiplies weights from the left (W x): it must be x W, an image a row.`);

/** A' alpha B' + beta C */
export function gemm(node: Node, [a, b, c]: readonly (Value | undefined)[]): Value {
  if (a?.kind !== 'signal' || b?.kind !== 'constant') return fromTheLeft(node);
  if (attribute(node, 'transA', 0) !== 0 && a.stage.number > 0) return fromTheLeft(node);
  const [alpha, beta] = [factor(node, 'alpha'), factor(node, 'beta')];
  const values = b.constant.values?.map((w) => alpha * w) ?? null;
  const z = product(node, a, { ...b.constant, values }, attribute(node, 'transB', 0) !== 0);
  if (z.kind !== 'signal' || c === undefined) return z;
  const biased = c.kind === 'constant' ? withBias(z, c.constant, beta) : null;
  return biased ?? odd(`${node.what} adds what is no bias of layer ${z.stage.number}.`);
}

export function matMul(node: Node, [a, b]: readonly (Value | undefined)[]): Value {
  if (a?.kind !== 'signal' || b?.kind !== 'constant') return fromTheLeft(node);
  return product(node, a, b.constant, false);
}
