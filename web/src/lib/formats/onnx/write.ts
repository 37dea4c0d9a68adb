// SPDX-License-Identifier: MIT
// ONNX, opset 17 and IR version 8: bytes go in as float32, probabilities come out.
import { floatBytes, joined } from '../bytes.ts';
import { metadataOf, withoutMemory } from '../metadata.ts';
import type { Model } from '../model.ts';
import type { Activation } from '../../settings.ts';
import { type Tensor, tensorsOf } from '../tensors.ts';
import { float, part, whole } from './proto.ts';

const [IR_VERSION, OPSET] = [8, 17];
const FLOAT = 1; // TensorProto.DataType

/** Of cpp/include/mlp/methods/activation.h. */
const GELU = { half: 0.5, one: 1, cubic: 0.044715, root: 0.7978845608028654 };

type Constant = keyof typeof GELU;
type Attribute = Uint8Array;

const intAttribute = (name: string, value: number): Attribute =>
  joined([part(1, name), whole(3, value), whole(20, 2)]);
const floatAttribute = (name: string, value: number): Attribute =>
  joined([part(1, name), float(2, value), whole(20, 1)]);

const tensorProto = ({ name, shape, values }: Tensor): Uint8Array =>
  joined([
    ...shape.map((size) => whole(1, size)),
    whole(2, FLOAT),
    part(8, name),
    part(9, floatBytes(values)),
  ]);

/** float32 (N, columns) */
const valueInfo = (name: string, columns: number): Uint8Array =>
  joined([
    part(1, name),
    part(2, [
      part(1, [whole(1, FLOAT), part(2, [part(1, [part(2, 'N')]), part(1, [whole(1, columns)])])]),
    ]),
  ]);

/** The nodes of a graph in their order. */
class Nodes {
  readonly all: Uint8Array[] = [];

  /** @returns the name of what comes out */
  add(type: string, inputs: readonly string[], output: string, attributes: Attribute[] = []) {
    const names = [...inputs.map((input) => part(1, input)), part(2, output), part(3, output)];
    this.all.push(joined([...names, part(4, type), ...attributes.map((a) => part(5, a))]));
    return output;
  }
}

/** a = z/2 (1 + tanh(root (z + cubic z^3))): opset 17 has no node for it. */
function gelu(nodes: Nodes, z: string, a: string): void {
  const step = (type: string, left: string, right: string, name: string) =>
    nodes.add(type, [left, right], `${a}.${name}`);
  const constant = (name: Constant) => `gelu.${name}`;
  const cube = step('Mul', step('Mul', z, z, 'square'), z, 'cube');
  const inner = step('Add', z, step('Mul', cube, constant('cubic'), 'cubic'), 'sum');
  const scaled = step('Mul', inner, constant('root'), 'scaled');
  const tanh = nodes.add('Tanh', [scaled], `${a}.tanh`);
  const factor = step('Add', tanh, constant('one'), 'factor');
  nodes.add('Mul', [step('Mul', z, factor, 'double'), constant('half')], a);
}

/** a = g(z) */
function activate(nodes: Nodes, g: Activation, z: string, a: string): void {
  switch (g) {
    case 'relu':
      return void nodes.add('Relu', [z], a);
    case 'leakyRelu':
      return void nodes.add('LeakyRelu', [z], a, [floatAttribute('alpha', 0.01)]);
    case 'tanh':
      return void nodes.add('Tanh', [z], a);
    case 'sigmoid':
      return void nodes.add('Sigmoid', [z], a);
    case 'gelu':
      return gelu(nodes, z, a);
  }
}

function nodesOf({ layers, hidden, output }: Model['snapshot']['network']): Uint8Array[] {
  const nodes = new Nodes();
  let a = nodes.add('Mul', ['pixels', 'scale'], 'A0');
  const last = layers.length - 1;
  for (let l = 1; l <= last; l += 1) {
    const transposed = [intAttribute('transB', 1)];
    const z = nodes.add('Gemm', [a, `W${l}`, `b${l}`], `Z${l}`, transposed);
    a = `A${l}`;
    if (l < last) activate(nodes, hidden, z, a);
    else if (output === 'sigmoid') nodes.add('Sigmoid', [z], 'probabilities');
    else nodes.add('Softmax', [z], 'probabilities', [intAttribute('axis', 1)]);
  }
  return nodes.all;
}

const scalar = (name: string, value: number): Tensor => ({
  name,
  shape: [],
  values: Float32Array.of(value),
});

/**
 * A graph from 'pixels', float32 (N, n_0) of 0 ... 255, to 'probabilities' (N, n_L), of yes where the
 * output is the sigmoid. All that safetensors files have as metadata is in metadata_props, the names
 * of the classes as a JSON list.
 */
export function writeOnnx({ snapshot: all, notes }: Model): Uint8Array<ArrayBuffer> {
  const snapshot = withoutMemory(all);
  const { layers, network } = snapshot;
  const gelus = network.hidden === 'gelu' ? Object.entries(GELU) : [];
  const tensors = [
    scalar('scale', 1 / 255),
    ...gelus.map(([name, value]) => scalar(`gelu.${name}`, value)),
    ...tensorsOf(layers, network.layers, (l, of) => `${of}${l}`),
  ];
  const graph = [
    ...nodesOf(network).map((node) => part(1, node)),
    part(2, 'mlp'),
    ...tensors.map((tensor) => part(5, tensorProto(tensor))),
    part(11, valueInfo('pixels', network.layers[0] ?? 0)),
    part(12, valueInfo('probabilities', network.layers.at(-1) ?? 0)),
  ];
  const metadata = Object.entries(metadataOf({ snapshot, notes }));
  return joined([
    whole(1, IR_VERSION),
    part(2, 'MLP Scratchpad'),
    part(7, graph),
    part(8, [whole(2, OPSET)]),
    ...metadata.map(([key, value]) => part(14, [part(1, key), part(2, value)])),
  ]);
}
