// SPDX-License-Identifier: MIT
// The core's state as a snapshot, and back.
import { badSnapshot } from '../bad-snapshot.ts';
import { check, type CoreTrainer, type MainModule } from '../module.ts';
import type { NetworkSettings, Optimizer } from '../settings.ts';
import type { LayerNumbers, Snapshot } from '../snapshot.ts';
import { checksum } from '../unpack.ts';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Snapshot as CoreSnapshot } from '../wasm/mlp.mjs';
import { toCoreNetwork } from './core-settings.ts';
import type { SavedRun } from './train-job.ts';

/** The lists of layers that a snapshot of the core has. */
type ListName = keyof MainModule['SnapshotPart'];

/** The SHA-256 of W_1, b_1, W_2 ... as bytes. */
export function checksumOf(layers: readonly LayerNumbers[]): string {
  const bytes = ({ buffer, byteOffset, byteLength }: Float32Array): Uint8Array =>
    new Uint8Array(buffer, byteOffset, byteLength);
  return checksum(layers.flatMap(({ W, b }) => [bytes(W), bytes(b)]));
}

/** The same by the browser, beside what this thread does, where it can; worth it for large ones. */
async function checksumAside(layers: readonly LayerNumbers[]): Promise<string> {
  const { subtle } = globalThis.crypto as Partial<Crypto>; // where the page came by HTTPS
  if (!subtle) return checksumOf(layers);
  const parts = layers.flatMap(({ W, b }) => [W, b]);
  const all = new Float32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', all)));
}

function nameOfMethod({ Method }: MainModule, method: CoreSnapshot['method']): Optimizer {
  const names = Object.keys(Method) as Optimizer[];
  return names.find((name) => Method[name] === method) ?? 'sgd';
}

/**
 * All is copied out before it waits for the checksum.
 * @param network the trainer's
 * @param run the one under way
 */
export async function saveSnapshot(
  module: MainModule,
  trainer: CoreTrainer,
  network: NetworkSettings,
  run?: SavedRun,
): Promise<Snapshot> {
  const copied = copySnapshot(module, trainer, network, run);
  return { ...copied, sha256: await checksumAside(copied.layers) };
}

function copySnapshot(
  module: MainModule,
  trainer: CoreTrainer,
  network: NetworkSettings,
  run?: SavedRun,
): Omit<Snapshot, 'sha256'> {
  const core = new module.Snapshot();
  try {
    check(module, trainer.save(core));
    const list = (name: ListName): LayerNumbers[] =>
      network.layers
        .slice(1)
        .map((_, i) => core.layer(module.SnapshotPart[name], i + 1))
        .filter(({ b }) => b.length > 0);
    const layers = list('parameters');
    const { epochs, updates, method, steps, place, averaging, averages } = core;
    return {
      version: 1,
      network,
      epochs,
      updates,
      layers,
      optimizer: {
        method: nameOfMethod(module, method),
        steps,
        first: list('first'),
        second: list('second'),
      },
      place: { ...place, sums: list('sums') },
      ...(averages > 0 && {
        mean: {
          averaging: averaging === module.Averaging.swa ? 'swa' : 'ema',
          taken: averages,
          layers: list('mean'),
        } as const,
      }),
      lastGood: { epochs: core.goodEpochs, updates: core.goodUpdates, layers: list('good') },
      ...(run && {
        run: { ...run, best: run.best && { ...run.best, layers: list('best') } },
      }),
    };
  } finally {
    core.delete();
  }
}

/**
 * Takes a snapshot of this trainer or another.
 * @returns its network
 * @throws ScratchpadError 'badData' when it is none, and all stays as it was
 */
export function restoreSnapshot(
  module: MainModule,
  trainer: CoreTrainer,
  snapshot: Snapshot,
): NetworkSettings {
  return withCoreSnapshot(module, snapshot, (core, { network }) => {
    check(module, trainer.resume(core));
    return network;
  });
}

/**
 * Lends a snapshot as the core has it.
 * @throws ScratchpadError 'badData' when it is none, or what `use` throws
 */
export function withCoreSnapshot<Result>(
  module: MainModule,
  snapshot: Snapshot,
  use: (core: CoreSnapshot, snapshot: Snapshot) => Result,
): Result {
  if (checksumOf(snapshot.layers) !== snapshot.sha256) {
    badSnapshot('its weights are not those of its SHA-256');
  }
  const core = new module.Snapshot();
  try {
    fill(module, core, snapshot);
    return use(core, snapshot);
  } finally {
    core.delete();
  }
}

function fill(module: MainModule, core: CoreSnapshot, snapshot: Snapshot): void {
  check(module, core.setNetwork(toCoreNetwork(module, snapshot.network)));
  const { optimizer, lastGood, mean, run } = snapshot;
  const { sums, ...place } = snapshot.place;
  const lists: [ListName, readonly LayerNumbers[]][] = [
    ['parameters', snapshot.layers],
    ['first', optimizer.first],
    ['second', optimizer.second],
    ['sums', sums],
    ['good', lastGood.layers],
    ['mean', mean?.layers ?? []],
    ['best', run?.best?.layers ?? []],
  ];
  for (const [name, layers] of lists) {
    layers.forEach(({ W, b }, i) =>
      check(module, core.setLayer(module.SnapshotPart[name], i + 1, W, b)),
    );
  }
  core.method = module.Method[optimizer.method];
  core.steps = optimizer.steps;
  core.epochs = snapshot.epochs;
  core.updates = snapshot.updates;
  core.goodEpochs = lastGood.epochs;
  core.goodUpdates = lastGood.updates;
  core.averaging = module.Averaging[mean?.averaging ?? 'none'];
  core.averages = mean?.taken ?? 0;
  // What the snapshot does not say, since there was no such thing, is as a new one has it.
  core.place = { ...core.place, ...place };
}
