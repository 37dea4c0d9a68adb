// SPDX-License-Identifier: MIT
// Goes through a graph node by node and sees what each makes of its inputs.
import type { Source } from '../source.ts';
import { columnMajor } from '../tensors.ts';
import { type Constant, constantOf, type Graph, type Node } from './graph.ts';
import { applied, constantly, IDENTITY, isElementwise, type Values } from './functions.ts';
import { gemm, matMul, withBias } from './products.ts';
import { odd, type Signal, type Value } from './values.ts';

/** They change no number of an image, while it is not trained. */
const HARMLESS = ['Flatten', 'Reshape', 'Cast', 'Identity', 'Dropout', 'Squeeze', 'Unsqueeze'];

/** What a layer is that is not fully connected; these are named by what they are. */
const KINDS: Readonly<Record<string, string>> = {
  ...{ Conv: 'a convolution', ConvTranspose: 'a convolution', MaxPool: 'a pooling layer' },
  ...{ AveragePool: 'a pooling layer', GlobalAveragePool: 'a pooling layer' },
  ...{ BatchNormalization: 'a normalisation', LayerNormalization: 'a normalisation' },
  ...{ LSTM: 'a recurrent layer', GRU: 'a recurrent layer', RNN: 'a recurrent layer' },
  ...{ Gather: 'an embedding', Attention: 'an attention', If: 'a branch', Loop: 'a loop' },
};

type Inputs = readonly (Value | undefined)[];

const isSignal = (value: Value | undefined): value is Signal => value?.kind === 'signal';

/** The values of an input: of a signal, or of a constant that is one and the same number. */
function valuesOf(value: Value | undefined): Values | null {
  if (isSignal(value)) return value.values;
  const numbers = value?.kind === 'constant' ? value.constant.values : null;
  const [first] = numbers ?? [];
  return first !== undefined && numbers?.every((x) => x === first) ? constantly(first) : null;
}

function elementwise(node: Node, inputs: Inputs): Value {
  const signals = inputs.filter(isSignal);
  const [signal, other] = signals;
  if (!signal) return odd(`${node.what} computes weights, which must be in the file as numbers.`);
  if (other && other.stage !== signal.stage) {
    return odd(`${node.what} joins what two layers give (a skip connection).`);
  }
  const constant = inputs.find((value) => value?.kind === 'constant');
  if (node.type === 'Add' && constant?.kind === 'constant') {
    const biased = withBias(signal, constant.constant);
    if (biased) return biased;
  }
  const values = inputs.map(valuesOf);
  const known = values.filter((value) => value !== null);
  const result = known.length === inputs.length ? applied(node, known) : null;
  const where = signal.stage.number === 0 ? 'of the input' : `of layer ${signal.stage.number}`;
  if (!result) return odd(`${node.what} treats the numbers ${where} each in another way.`);
  return { ...signal, values: result };
}

/** A matrix of the file that the graph turns. */
function transpose(node: Node, [input]: Inputs): Value {
  const constant = input?.kind === 'constant' ? input.constant : null;
  const [rows = 0, columns = 0] = constant?.shape ?? [];
  const perm = node.attributes.get('perm')?.wholes(8) ?? [1, 0];
  if (!constant?.values || constant.shape.length !== 2 || perm.join() !== '1,0') {
    return odd(`${node.what} changes the order of the pixels or of what a layer gives.`);
  }
  // Row-major (columns, rows) is column-major (rows, columns).
  const values = columnMajor(constant.values, rows, columns);
  return { kind: 'constant', constant: { ...constant, shape: [columns, rows], values } };
}

function constantNode(source: Source, node: Node): Value {
  const tensor = node.attributes.get('value')?.messages(5)[0];
  const number = node.attributes.get('value_float')?.float(2, NaN);
  const name = node.outputs[0] ?? '';
  const constant: Constant = tensor
    ? constantOf(source, tensor, name)
    : { name, shape: [], values: number === undefined ? null : Float32Array.of(number) };
  return { kind: 'constant', constant };
}

function softmax(node: Node, [input]: Inputs): Value {
  const axis = node.attributes.get('axis')?.whole(3, -1) ?? -1;
  if (!isSignal(input)) return odd(`${node.what} stands before there is a layer.`);
  if (axis !== 1 && axis !== -1) return odd(`${node.what} goes along axis ${axis}, not 1.`);
  return { kind: 'softmax', of: input };
}

function layerKind(node: Node, inputs: Inputs): Value {
  const layer = Math.max(0, ...inputs.filter(isSignal).map(({ stage }) => stage.number)) + 1;
  const kind = Object.hasOwn(KINDS, node.type) ? KINDS[node.type] : undefined;
  const weights = inputs.flatMap((value) =>
    value?.kind === 'constant' && value.constant.shape.length > 2 ? [value.constant] : [],
  );
  const [weight] = weights;
  const shape = weight ? ` (${weight.shape.length}-dimensional weight '${weight.name}')` : '';
  const only = 'only fully connected layers and the five activations can be opened.';
  return odd(
    kind
      ? `layer ${layer} is ${kind}${shape}, ${node.what}; ${only}`
      : `layer ${layer} has ${node.what}, which is not known here; ${only}`,
  );
}

function valueOf(source: Source, node: Node, inputs: Inputs): Value {
  const bad = inputs.find((value) => value?.kind === 'odd');
  if (bad) return bad;
  const [first] = inputs;
  if (node.type === 'Constant') return constantNode(source, node);
  if (node.type === 'Shape') return { kind: 'sizes' };
  if (inputs.length > 0 && inputs.every((value) => value?.kind !== 'signal')) {
    if (inputs.some((value) => value?.kind === 'sizes')) return { kind: 'sizes' };
  }
  if (HARMLESS.includes(node.type)) return first ?? odd(`${node.what} has no input.`);
  if (node.type === 'Gemm') return gemm(node, inputs);
  if (node.type === 'MatMul') return matMul(node, inputs);
  if (node.type === 'Transpose') return transpose(node, inputs);
  if (node.type === 'Softmax' || node.type === 'LogSoftmax') return softmax(node, inputs);
  return isElementwise(node) ? elementwise(node, inputs) : layerKind(node, inputs);
}

/** What comes out of a graph whose only input are the images: the first output that can be told. */
export function walk(source: Source, graph: Graph): Value {
  const values = new Map<string, Value>();
  for (const [name, constant] of graph.constants) values.set(name, { kind: 'constant', constant });
  const [input, second] = graph.inputs;
  if (input === undefined || second !== undefined) {
    return odd(`it has ${graph.inputs.length} inputs; a network here has one, the images.`);
  }
  const stage = { number: 0, before: null, layer: null };
  values.set(input, { kind: 'signal', stage, values: IDENTITY });
  for (const node of graph.nodes) {
    // An empty name stands for an input that is left out.
    const missing = node.inputs.find((name) => name !== '' && !values.has(name));
    const value =
      missing === undefined
        ? valueOf(
            source,
            node,
            node.inputs.map((name) => values.get(name)),
          )
        : odd(`${node.what} takes '${missing.slice(0, 40)}', which nothing before it gives.`);
    const [output = ''] = node.outputs;
    values.set(output, value);
    for (const more of node.outputs.slice(1)) {
      if (more !== '') values.set(more, odd(`'${more.slice(0, 40)}' of ${node.what} is used.`));
    }
  }
  const outputs = graph.outputs.map(
    (name) => values.get(name) ?? odd(`'${name}' is not computed.`),
  );
  const told = outputs.find(({ kind }) => kind === 'signal' || kind === 'softmax');
  return told ?? outputs[0] ?? odd('it has no output.');
}
