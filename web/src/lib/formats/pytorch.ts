// SPDX-License-Identifier: MIT
// PyTorch's .pt: a stored zip with a pickle of a plain OrderedDict of tensors, and their numbers.
import { floatBytes, joined, toUtf8 } from './bytes.ts';
import type { Model } from './model.ts';
import { type Tensor, tensorsOf, torchName } from './tensors.ts';
import { zipOf } from './zip-writer.ts';

/** The opcodes of pickle's protocol 2 that are needed. */
const OP = {
  proto: [0x80, 2],
  mark: [0x28],
  tuple: [0x74],
  emptyTuple: [0x29],
  reduce: [0x52],
  persistent: [0x51],
  setItems: [0x75],
  isFalse: [0x89],
  stop: [0x2e],
} as const;

const op = (name: keyof typeof OP): Uint8Array => Uint8Array.from(OP[name]);

function numbered(opcode: number, value: number): Uint8Array {
  const bytes = new DataView(new ArrayBuffer(5));
  bytes.setUint8(0, opcode);
  bytes.setUint32(1, value, true);
  return new Uint8Array(bytes.buffer);
}

const int = (value: number): Uint8Array => numbered(0x4a, value);

function text(value: string): Uint8Array {
  const utf8 = toUtf8(value);
  return joined([numbered(0x58, utf8.length), utf8]);
}

/** A thing of a module of Python: one of the three that weights_only lets in. */
const global = (module: string, name: string): Uint8Array => toUtf8(`c${module}\n${name}\n`);

const tuple = (...parts: Uint8Array[]): Uint8Array => joined([op('mark'), ...parts, op('tuple')]);

const emptyDict = (): Uint8Array =>
  joined([global('collections', 'OrderedDict'), op('emptyTuple'), op('reduce')]);

/** torch._utils._rebuild_tensor_v2(storage, offset, size, stride, requires_grad, hooks) */
function tensorCode({ shape, values }: Tensor, key: number): Uint8Array {
  const storage = tuple(
    text('storage'),
    global('torch', 'FloatStorage'),
    text(String(key)),
    text('cpu'),
    int(values.length),
  );
  const strides = shape.map((_, i) => shape.slice(i + 1).reduce((product, n) => product * n, 1));
  const ints = (list: readonly number[]) => tuple(...list.map(int));
  const of = [joined([storage, op('persistent')]), int(0), ints(shape), ints(strides)];
  return joined([
    global('torch._utils', '_rebuild_tensor_v2'),
    tuple(...of, op('isFalse'), emptyDict()),
    op('reduce'),
  ]);
}

/**
 * A state dict of torch.nn.Sequential(Linear, activation, Linear ...): '0.weight' (n_1, n_0), '0.bias',
 * '2.weight' ... torch.load(file, weights_only=True) takes it, since nothing in it has to be run.
 */
export function writePytorch({ snapshot: { layers, network } }: Model): Uint8Array<ArrayBuffer> {
  const tensors = tensorsOf(layers, network.layers, torchName);
  const items = tensors.flatMap((tensor, i) => [text(tensor.name), tensorCode(tensor, i)]);
  const code = [op('proto'), emptyDict(), op('mark'), ...items, op('setItems'), op('stop')];
  const data = tensors.map(({ values }, i): [string, Uint8Array] => [
    `model/data/${i}`,
    floatBytes(values),
  ]);
  const files = {
    'model/data.pkl': joined(code),
    'model/byteorder': toUtf8('little'),
    ...Object.fromEntries(data),
    'model/version': toUtf8('3\n'),
  };
  return zipOf(files, { store: true });
}
