// SPDX-License-Identifier: MIT
// An ONNX file as a graph: nodes, constants, inputs and outputs.
import { countOf, FLOATS, type FloatType, readFloats } from '../floats.ts';
import { badFile, type Source } from '../source.ts';
import type { Tensor } from '../tensors.ts';
import { BadMessage, Message } from './proto.ts';

export interface Node {
  /** For messages: 'node 3 (Gemm)'. */
  readonly what: string;
  readonly type: string;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly attributes: ReadonlyMap<string, Message>;
}

export interface Graph {
  readonly nodes: readonly Node[];
  /** Numbers that the file has; of those that are no floats, the shape alone. */
  readonly constants: ReadonlyMap<string, Constant>;
  /** What is not a constant. */
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  readonly metadata: ReadonlyMap<string, string>;
}

/** values: null where they are whole numbers, texts or the like. */
export interface Constant extends Omit<Tensor, 'values'> {
  readonly values: Float32Array | null;
}

/** TensorProto.DataType, of what weights can be. */
const TYPES: Readonly<Record<number, FloatType>> = { 1: 'F32', 10: 'F16', 11: 'F64', 16: 'BF16' };

/** @throws ScratchpadError 'badData' when it has not as many numbers as it claims */
export function constantOf(source: Source, tensor: Message, name = tensor.text(8)): Constant {
  const shape = tensor.wholes(1);
  const type = TYPES[tensor.whole(2, 0)];
  if (!type) return { name, shape, values: null };
  if (tensor.whole(14, 0) === 1) {
    badFile(source, `the numbers of '${name}' are in another file. Save the network as one file.`);
  }
  const typed = { F32: 4, F64: 10, F16: 5, BF16: 5 }[type];
  const raw = tensor.has(9);
  // float16 that is not raw is 16 bits of each int32.
  const bytes = raw ? (tensor.all(9).at(-1) ?? new Uint8Array()) : fixedOf(tensor, typed, type);
  if (!shape.every((size) => size >= 0) || countOf(shape) * FLOATS[type] !== bytes.length) {
    const claim = `${shape.join(' x ')} numbers`;
    badFile(source, `'${name}' claims ${claim}, but has ${bytes.length} bytes. It is damaged.`);
  }
  return { name, shape, values: readFloats(bytes, type) };
}

function fixedOf(tensor: Message, field: number, type: FloatType): Uint8Array {
  if (type === 'F32' || type === 'F64') return tensor.fixed(field);
  const values = tensor.wholes(field);
  const view = new DataView(new ArrayBuffer(2 * values.length));
  values.forEach((bits, i) => view.setUint16(2 * i, bits & 0xffff, true));
  return new Uint8Array(view.buffer);
}

function nodeOf(message: Message, i: number): Node {
  const type = message.text(4);
  return {
    what: `node ${i + 1} (${type.slice(0, 40)})`,
    type,
    inputs: message.texts(1),
    outputs: message.texts(2),
    attributes: new Map(message.messages(5).map((attribute) => [attribute.text(1), attribute])),
  };
}

/** @throws BadMessage when it is no whole model; ScratchpadError 'badData' for numbers it has not */
export function readGraph(source: Source): Graph {
  const model = new Message(source.bytes);
  const [graph] = model.messages(7);
  if (!graph) throw new BadMessage('it has no graph');
  const constants = graph.messages(5).map((tensor) => constantOf(source, tensor));
  const names = new Set(constants.map(({ name }) => name));
  const inputs = graph.messages(11).map((info) => info.text(1));
  const properties = model.messages(14).map((entry) => [entry.text(1), entry.text(2)] as const);
  return {
    nodes: graph.messages(1).map(nodeOf),
    constants: new Map(constants.map((constant) => [constant.name, constant])),
    inputs: inputs.filter((name) => !names.has(name)),
    outputs: graph.messages(12).map((info) => info.text(1)),
    metadata: new Map(properties),
  };
}

/** Whether bytes may be a model of ONNX: whole fields, and a graph among them. */
export function isOnnx(bytes: Uint8Array): boolean {
  // Its version comes first, wherever a program writes ONNX.
  if (bytes[0] !== 0x08) return false;
  return bytes.length > 2 && (bytes[1] ?? 0) < 64;
}
