// SPDX-License-Identifier: MIT
// What latency.mjs does in the page; bundled by lib/build-page.mjs.
import { createTrainer } from 'mlp-scratchpad';
import { loadData } from './data.mjs';

let trainer;
let test;

/** A seven in two strokes, as a hand draws it: 60 points. */
const STROKES = [
  Array.from({ length: 30 }, (_, i) => [40 + 5 * i, 50 + Math.sin(i)]).flat(),
  Array.from({ length: 30 }, (_, i) => [190 - 3 * i, 50 + 6 * i]).flat(),
];

/** A trainer with all of MNIST, trained a little. */
export async function prepare({ layers, threads, math }) {
  trainer = await createTrainer({ layers, threads, math });
  test = await loadData('mnist', 'test');
  await trainer.load({ train: await loadData('mnist'), test });
  for await (const epoch of trainer.train({ epochs: 1 })) void epoch;
  return trainer.backend;
}

/** Milliseconds that each call took, of calls at moments that nothing else has set. */
async function time(times, work) {
  const samples = [];
  for (let i = 0; i < times; i += 1) {
    await new Promise((done) => setTimeout(done, 10 * Math.random()));
    const before = performance.now();
    await work(i);
    samples.push(performance.now() - before);
  }
  return samples;
}

const pixels = (i) => test.images.subarray(784 * i, 784 * (i + 1));

/** {evaluate, predict, read}: milliseconds of each call. */
export async function measure({ evaluations, predictions }) {
  const predict = (i) => trainer.predict(pixels(i % 1000));
  const read = () => trainer.read(STROKES);
  await time(20, predict);
  await time(20, read);
  return {
    evaluate: await time(evaluations, () => trainer.evaluate()),
    predict: await time(predictions, predict),
    read: await time(predictions, read),
  };
}

/** The same while a training goes on. */
export async function measureInTraining(settings) {
  const controller = new AbortController();
  const training = (async () => {
    const run = trainer.train({ epochs: 100_000 }, { signal: controller.signal });
    for await (const epoch of run) void epoch;
  })().catch((error) => {
    if (!controller.signal.aborted) throw error;
  });
  const result = await measure(settings);
  controller.abort();
  await training;
  return result;
}
