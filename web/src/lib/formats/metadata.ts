// SPDX-License-Identifier: MIT
// What files say of a network beside its numbers: a table of texts, the same in every form.
import type { RunPlace, Snapshot } from '../snapshot.ts';
import type { Model } from './model.ts';

/** Of what stands in the table; a file of a later one is refused. */
export const FORMAT_VERSION = 1;
/** The key that says which version it is, and by that whose file. */
export const VERSION_KEY = 'mlp_scratchpad';

/** Of the table, what is a text by itself; all else is JSON. */
export const PLAIN = ['format', 'output', 'hidden', 'initialiser', 'name', 'math', 'sha256'];

/** x = scale * byte + offset, for every network that was trained here. */
export const OWN_PIXELS = { scale: 1 / 255, offset: 0 } as const;

/** The place of a network that has seen no data: the next epoch begins anew. */
export const NO_PLACE: Omit<Snapshot['place'], 'sums'> = {
  images: 0,
  validation: 0,
  of: 0,
  done: 0,
  shuffled: false,
  batchBegin: 0,
  batchEnd: 0,
  costSum: 0,
  correct: 0,
};

/**
 * The snapshot without what is as large as the weights again: what the optimizer remembers, sums,
 * means and the weights to go back to. What only makes sense with one of these goes with it. Plain
 * gradient descent between two batches still goes on to the same bits.
 */
export function withoutMemory(snapshot: Snapshot): Snapshot {
  const { mean, run, ...rest } = snapshot;
  const { epochs, updates, optimizer, place } = snapshot;
  const remembers = optimizer.first.length > 0 || optimizer.second.length > 0;
  const whole = !remembers && !mean && place.sums.length === 0 && !run?.best;
  return {
    ...rest,
    optimizer: remembers ? { method: 'sgd', steps: 0, first: [], second: [] } : optimizer,
    place: place.sums.length > 0 ? { ...NO_PLACE, sums: [] } : place,
    lastGood: { epochs, updates, layers: [] },
    ...(run && whole && { run }),
  };
}

/** What is not null or undefined, each as JSON; a text as it is. */
export function texts(values: Readonly<Record<string, unknown>>): Record<string, string> {
  const said = Object.entries(values).filter(([, value]) => value !== null && value !== undefined);
  return Object.fromEntries(
    said.map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  );
}

/** The same but for one field. */
export function without<T extends object, Name extends keyof T>(of: T, name: Name): Omit<T, Name> {
  const rest: Omit<T, Name> & { [N in Name]?: T[N] } = { ...of };
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- of a copy made for it
  delete rest[name];
  return rest;
}

const runWithoutLayers = ({ best, ...run }: RunPlace) => ({
  ...run,
  best: best && without(best, 'layers'),
});

/** All that files say of a network; with it and the tensors the snapshot is whole again. */
export function metadataOf({ snapshot, notes }: Model): Record<string, string> {
  const { network, epochs, updates, sha256, optimizer, lastGood, mean, run } = snapshot;
  return texts({
    // Readers of PyTorch's kin ask for this one.
    format: 'pt',
    [VERSION_KEY]: FORMAT_VERSION,
    ...network,
    pixels: OWN_PIXELS,
    ...notes,
    epochs,
    updates,
    sha256,
    optimizer: { method: optimizer.method, steps: optimizer.steps },
    place: without(snapshot.place, 'sums'),
    lastGood: without(lastGood, 'layers'),
    mean: mean && without(mean, 'layers'),
    run: run && runWithoutLayers(run),
  });
}
