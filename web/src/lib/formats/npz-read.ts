// SPDX-License-Identifier: MIT
// .npz of this program and of others.
import { entriesOf, parseJson } from './json-text.ts';
import { sizesOf } from './metadata-read.ts';
import type { OpenOptions } from './model.ts';
import { layersByName } from './names/layers-by-name.ts';
import { tensorOf, textOf } from './npy-read.ts';
import { ownLayers } from './own-layers.ts';
import { badFile, type Found, type Source } from './source.ts';
import { type Tensor, torchName } from './tensors.ts';
import { fromZip } from './zip-reader.ts';

/** The table of texts that writeNpz() packs as `meta`. */
function metadataOf(meta: Source): Map<string, string> {
  const entries = entriesOf(parseJson(meta, 'its text', textOf(meta)));
  if (!entries?.every((entry): entry is [string, string] => typeof entry[1] === 'string')) {
    badFile(meta, 'must be a JSON object of texts. It is damaged.');
  }
  return new Map(entries);
}

/** @param names the files in it; @throws ScratchpadError 'badData' */
export function readNpz(source: Source, names: readonly string[], options: OpenOptions): Found {
  const arrays = new Map(
    names.map((name) => [name.replace(/\.npy$/, ''), () => fromZip(source, name)]),
  );
  const meta = arrays.get('meta');
  const others = [...arrays].filter(([name]) => name !== 'meta');
  const tensors = others.map(([name, bytes]) => tensorOf(bytes(), name));
  return meta ? own(source, metadataOf(meta()), tensors) : layersByName(source, tensors, options);
}

/** Those of this program are called W1, b1 ... */
function own(
  source: Source,
  metadata: ReadonlyMap<string, string>,
  tensors: readonly Tensor[],
): Found {
  const names = new Map(
    sizesOf(source, metadata).flatMap((_, l): [string, string][] => [
      [`W${l}`, torchName(l, 'W')],
      [`b${l}`, torchName(l, 'b')],
    ]),
  );
  const renamed = tensors.map((tensor) => ({
    ...tensor,
    name: names.get(tensor.name) ?? tensor.name,
  }));
  return ownLayers(source, metadata, renamed);
}
