// SPDX-License-Identifier: MIT
// safetensors: eight bytes of length, a JSON header, the numbers; little-endian, row-major.
import type { LayerNumbers, Snapshot } from '../../snapshot.ts';
import { floatBytes, joined, toUtf8 } from '../bytes.ts';
import { metadataOf, withoutMemory } from '../metadata.ts';
import type { Model } from '../model.ts';
import { type Tensor, tensorsOf, torchName } from '../tensors.ts';

/** Where the numbers begin is a multiple of this, so that they can be mapped as they are. */
const ALIGNED = 8;

/** The lists of layers beside the weights, by what the names of their tensors begin with. */
export function memoryOf(snapshot: Snapshot): Record<string, readonly LayerNumbers[]> {
  return {
    'memory.first.': snapshot.optimizer.first,
    'memory.second.': snapshot.optimizer.second,
    'memory.sums.': snapshot.place.sums,
    'memory.mean.': snapshot.mean?.layers ?? [],
    'memory.good.': snapshot.lastGood.layers,
    'memory.best.': snapshot.run?.best?.layers ?? [],
  };
}

function fileOf(metadata: Readonly<Record<string, string>>, tensors: readonly Tensor[]) {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let at = 0;
  for (const { name, shape, values } of tensors) {
    header[name] = { dtype: 'F32', shape, data_offsets: [at, at + values.byteLength] };
    at += values.byteLength;
  }
  const json = toUtf8(JSON.stringify(header));
  const padding = new Uint8Array((ALIGNED - (json.length % ALIGNED)) % ALIGNED).fill(0x20);
  const length = new Uint8Array(8);
  new DataView(length.buffer).setBigUint64(0, BigInt(json.length + padding.length), true);
  return joined([length, json, padding, ...tensors.map(({ values }) => floatBytes(values))]);
}

/**
 * W_l as float32 (n_l, n_{l-1}) and b_l (n_l), under the names that torch.nn.Sequential has for them:
 * '0.weight', '0.bias', '2.weight' ..., and in `__metadata__` all that opens the network here again.
 * @param options memory: with what the optimizer remembers, the sums of a batch that is under way, the
 *   mean of the weights, and those to go back to, under 'memory.first.0.weight' and so on: training
 *   then goes on to the same bits. false when absent
 */
export function writeSafetensors(
  { snapshot: all, notes }: Model,
  { memory = false }: { memory?: boolean } = {},
): Uint8Array<ArrayBuffer> {
  const snapshot = memory ? all : withoutMemory(all);
  const sizes = snapshot.network.layers;
  const tensors = Object.entries({ '': snapshot.layers, ...memoryOf(snapshot) }).flatMap(
    ([prefix, layers]) => tensorsOf(layers, sizes, (l, part) => prefix + torchName(l, part)),
  );
  return fileOf(metadataOf({ snapshot, notes }), tensors);
}
