// SPDX-License-Identifier: MIT
// The images and labels of a data set, off the benchmark's server.

async function idx(name, header) {
  const response = await fetch(`/data/${name}.idx`);
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer(), header);
}

/** {images, labels} as bytes; `dataset` is 'mnist' or 'noise', `part` 'train' or 'test'. */
export async function loadData(dataset, part = 'train') {
  const [images, labels] = await Promise.all([
    idx(`${dataset}-${part}-images`, 16),
    idx(`${dataset}-${part}-labels`, 8),
  ]);
  return { images, labels };
}

/** The pixels as 0 ... 1, which a library of floats wants. */
export const toFloats = (images) => Float32Array.from(images, (pixel) => pixel / 255);

/** 0 ... n - 1 in a random order. */
export function permutation(n) {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j], order[i]];
  }
  return order;
}

/** Batches of a random order, without end; what does not fill a batch is left out. */
export function* batches(images, batchSize) {
  for (;;) {
    const order = permutation(images);
    for (let at = 0; at + batchSize <= images; at += batchSize) {
      yield order.subarray(at, at + batchSize);
    }
  }
}

/**
 * Images a second of chunks of steps, each in turn: `chunks` of them, fewer once `budgetMs` is
 * over, at least one.
 * @param step makes one update; @param settle waits until all of them are done
 */
export async function timeChunks({ warmUp, steps, chunks, budgetMs, batchSize }, step, settle) {
  for (let i = 0; i < warmUp; i += 1) step();
  await settle();
  const samples = [];
  const end = performance.now() + budgetMs;
  while (samples.length < chunks && (samples.length === 0 || performance.now() < end)) {
    const before = performance.now();
    for (let i = 0; i < steps; i += 1) step();
    await settle();
    samples.push((1000 * steps * batchSize) / (performance.now() - before));
  }
  return samples;
}
