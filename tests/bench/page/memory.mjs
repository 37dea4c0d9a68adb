// SPDX-License-Identifier: MIT
// What memory.mjs does in the page; bundled by lib/build-page.mjs.
import { createTrainer } from 'mlp-scratchpad';
import { loadData } from './data.mjs';

const SMALL = [784, 32, 10];

let trainer;

/** A trainer with all of MNIST, or with the first so many images of it. */
export async function prepare({ layers, threads, math, examples }) {
  trainer = await createTrainer({ layers, threads, math });
  const [train, test] = await Promise.all([loadData('mnist'), loadData('mnist', 'test')]);
  const images = train.images.subarray(0, (examples ?? 60_000) * layers[0]);
  await trainer.load({ train: { images, labels: train.labels.subarray(0, examples) }, test });
  return trainer.backend;
}

/** Trains so many epochs and leaves the trainer as it is. */
export async function train({ epochs, ...settings }) {
  for await (const epoch of trainer.train({ epochs, ...settings })) void epoch;
}

/** So many times all that a user may do again and again with the same trainer. */
export async function runs({ count, layers }) {
  for (let i = 0; i < count; i += 1) {
    await train({ epochs: 1, optimizer: i % 2 === 0 ? 'sgd' : 'adam', learningRate: 0.001 });
    await trainer.weights();
    await trainer.evaluate();
    await trainer.reset();
    await trainer.configure({ layers: i % 2 === 0 ? SMALL : layers });
  }
}

/** So many times a trainer that comes, learns and goes. */
export async function comeAndGo({ count, threads, math }) {
  for (let i = 0; i < count; i += 1) {
    const another = await createTrainer({ layers: SMALL, threads, math });
    await another.generateDigits({ train: 200, test: 50 });
    for await (const epoch of another.train({ epochs: 1, batchSize: 50 })) void epoch;
    another.dispose();
  }
}

/** Ends the trainer. */
export function dispose() {
  trainer.dispose();
}

/** What the browser says the page and each of its workers hold, in bytes. */
export async function measure() {
  const { bytes, breakdown } = await performance.measureUserAgentSpecificMemory();
  const parts = breakdown
    .filter((part) => part.bytes > 0)
    .map((part) => ({
      bytes: part.bytes,
      types: part.types,
      scopes: part.attribution.map(({ scope }) => scope),
    }));
  return { bytes, parts };
}
