// SPDX-License-Identifier: MIT
// From what was found in a file to what createTrainer() takes.
import { checkNetwork } from '../check-settings.ts';
import { checkSnapshot } from '../check-snapshot.ts';
import { DEFAULT_NETWORK, type NetworkSettings, type Optimizer } from '../settings.ts';
import type { LayerNumbers, Snapshot } from '../snapshot.ts';
import { checksum } from '../unpack.ts';
import { floatBytes } from './bytes.ts';
import { NO_PLACE, OWN_PIXELS } from './metadata.ts';
import { readMetadata, type Said } from './metadata-read.ts';
import { NO_NOTES, type OpenedModel, type PixelScale } from './model.ts';
import { badFile, checked, type Found, type Source } from './source.ts';

type Name = Pick<Source, 'name'>;
type Layers = readonly LayerNumbers[];

/** The methods that remember so much. */
const KEEPS: Readonly<Record<'first' | 'second', readonly Optimizer[]>> = {
  first: ['momentum', 'nesterov', 'adam', 'adamw'],
  second: ['rmsprop', 'adam', 'adamw'],
};

/** The SHA-256 of W_1, b_1, W_2 ... as snapshots have it. */
const checksumOf = (layers: Layers): string =>
  checksum(layers.flatMap(({ W, b }) => [floatBytes(W), floatBytes(b)]));

/** @param sizes n_0 ... n_L; @param list what the layers are: 'memory.mean.', or '' for the weights */
function checkFinite(source: Name, sizes: readonly number[], layers: Layers, list: string): void {
  layers.forEach(({ W, b }, i) => {
    const at = W.findIndex((value) => !Number.isFinite(value));
    const rows = sizes[i + 1] ?? 1;
    const place = `row ${(at % rows) + 1}, column ${Math.floor(at / rows) + 1}`;
    if (at >= 0) notFinite(source, `${list}W_${i + 1} has ${W[at] ?? NaN} in ${place}`);
    const unit = b.findIndex((value) => !Number.isFinite(value));
    if (unit >= 0) notFinite(source, `${list}b_${i + 1} has ${b[unit] ?? NaN} in row ${unit + 1}`);
  });
}

const notFinite = (source: Name, what: string): never =>
  badFile(
    source,
    `${what}: weights must be finite numbers. Its training diverged; save it before.`,
  );

/**
 * W_1 and b_1 for bytes / 255, of those for scale * byte + offset: W x = (255 scale W)(byte / 255) +
 * W offset. The very same numbers where it is bytes / 255 already.
 */
function foldPixels(layers: Layers, { scale, offset }: PixelScale): Layers {
  const [first, ...rest] = layers;
  const same = Math.fround(scale) === Math.fround(OWN_PIXELS.scale) && offset === 0;
  if (same || !first) return layers;
  const { W, b } = first;
  const shift = new Float64Array(b.length);
  W.forEach((w, i) => (shift[i % b.length] = (shift[i % b.length] ?? 0) + w * offset));
  const folded = { W: W.map((w) => w * 255 * scale), b: b.map((x, i) => x + (shift[i] ?? 0)) };
  return [folded, ...rest];
}

/** What is in the file beside the network, or nothing of all that. */
const unsaid = (network: NetworkSettings): Said => ({
  network,
  notes: NO_NOTES,
  pixels: OWN_PIXELS,
  epochs: 0,
  updates: 0,
  sha256: undefined,
  optimizer: { method: 'sgd', steps: 0 },
  place: NO_PLACE,
  lastGood: { epochs: 0, updates: 0 },
  mean: undefined,
  run: undefined,
});

function snapshotOf(source: Name, said: Said, layers: Layers, found: Found): Snapshot {
  const list = (of: string): Layers => found.memory?.get(`memory.${of}.`) ?? [];
  const { network, epochs, updates, optimizer, place, lastGood, mean, run } = said;
  const best = run?.best ?? null;
  for (const of of ['first', 'second'] as const) {
    const kept = KEEPS[of].includes(optimizer.method);
    if (kept !== list(of).length > 0) {
      const what = `'memory.${of}.' tensors ${kept ? 'are missing' : 'are there for nothing'}`;
      badFile(source, `its ${what} (its optimizer: ${optimizer.method}). It is damaged.`);
    }
  }
  if (mean && list('mean').length === 0) badFile(source, "its 'memory.mean.' tensors are missing.");
  if (best && list('best').length === 0) badFile(source, "its 'memory.best.' tensors are missing.");
  return {
    version: 1,
    network,
    epochs,
    updates,
    sha256: checksumOf(layers),
    layers,
    optimizer: { ...optimizer, first: list('first'), second: list('second') },
    place: { ...place, sums: list('sums') },
    ...(mean && { mean: { ...mean, layers: list('mean') } }),
    lastGood: { ...lastGood, layers: list('good') },
    ...(run && { run: { ...run, best: best && { ...best, layers: list('best') } } }),
  };
}

/** @throws ScratchpadError 'badData' when it is no network that fits here */
export function finish(source: Source, found: Found): OpenedModel {
  const { sizes, metadata, assumed } = found;
  const said = metadata
    ? readMetadata(source, metadata)
    : unsaid({
        ...DEFAULT_NETWORK,
        output: sizes.at(-1) === 1 ? 'sigmoid' : 'softmax',
        ...found.network,
        layers: sizes,
      });
  const { network, notes, pixels } = said;
  checked(source, 'its network does not fit here', () => checkNetwork(network));
  if (network.layers.join() !== sizes.join()) {
    const [own, there] = [network.layers, sizes].map((layers) => layers.join(', '));
    badFile(source, `its metadata tells of layers ${own}, its weights of ${there}. It is damaged.`);
  }
  checkFinite(source, sizes, found.layers, '');
  for (const [list, layers] of found.memory ?? []) checkFinite(source, sizes, layers, list);
  if (said.sha256 !== undefined && said.sha256 !== checksumOf(found.layers)) {
    badFile(
      source,
      'its weights are not those of the SHA-256 in its metadata. It is damaged; if another program ' +
        "changed the weights, have it write the file without 'sha256'.",
    );
  }
  const layers = foldPixels(found.layers, found.pixels ?? pixels);
  checkFinite(source, sizes, layers, '');
  const snapshot = snapshotOf(source, said, layers, found);
  checked(source, 'what it says of its training', () => checkSnapshot(snapshot));
  return { ...network, snapshot, notes, assumed };
}
