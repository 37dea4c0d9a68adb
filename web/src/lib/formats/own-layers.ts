// SPDX-License-Identifier: MIT
// The tensors of a safetensors file that was written here.
import type { LayerNumbers } from '../snapshot.ts';
import { sizesOf } from './metadata-read.ts';
import { badFile, type Found, type Source } from './source.ts';
import { columnMajor, type Tensor, torchName } from './tensors.ts';

/** Beside the weights themselves; each list is there whole, or not at all. */
const MEMORY = ['first', 'second', 'sums', 'mean', 'good', 'best'].map((of) => `memory.${of}.`);

/** Takes tensors by name, each once. */
class Tensors {
  readonly #source: Source;
  readonly #left: Map<string, Tensor>;

  constructor(source: Source, tensors: readonly Tensor[]) {
    this.#source = source;
    this.#left = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  }

  get names(): string[] {
    return [...this.#left.keys()];
  }

  take(name: string, shape: readonly number[]): Float32Array {
    const tensor = this.#left.get(name);
    const wanted = `the layers in its metadata ask for ${shape.join(' x ')}`;
    if (!tensor) badFile(this.#source, `'${name}' is missing; ${wanted}. It is damaged.`);
    if (tensor.shape.join() !== shape.join()) {
      badFile(this.#source, `'${name}' is ${tensor.shape.join(' x ')}; ${wanted}. It is damaged.`);
    }
    this.#left.delete(name);
    return tensor.values;
  }
}

/** @throws ScratchpadError 'badData' when one is missing, has another shape, or is there for nothing */
export function ownLayers(
  source: Source,
  metadata: ReadonlyMap<string, string>,
  all: readonly Tensor[],
): Found {
  const sizes = sizesOf(source, metadata);
  const tensors = new Tensors(source, all);
  const list = (prefix: string): LayerNumbers[] =>
    sizes.slice(1).map((rows, i) => {
      const [columns = 0, name] = [sizes[i], (part: 'W' | 'b') => prefix + torchName(i + 1, part)];
      const W = tensors.take(name('W'), [rows, columns]);
      return { W: columnMajor(W, rows, columns), b: tensors.take(name('b'), [rows]) };
    });
  const layers = list('');
  const there = MEMORY.filter((prefix) => tensors.names.some((name) => name.startsWith(prefix)));
  const memory = new Map(there.map((prefix) => [prefix, list(prefix)]));
  const [odd] = tensors.names;
  if (odd !== undefined) {
    badFile(source, `'${odd}' is no tensor of the network that its metadata tells of.`);
  }
  return { sizes, layers, metadata, memory, assumed: [] };
}
