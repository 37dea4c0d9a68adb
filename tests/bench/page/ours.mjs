// SPDX-License-Identifier: MIT
// The package, for the benchmarks: bundled by lib/build-page.mjs into build/bench/ours/ours.js.
import { createTrainer, PRESETS } from 'mlp-scratchpad';
import { loadData } from './data.mjs';

export { PRESETS };

/** Training, in seconds, before the clock counts: V8 compiles twice, and slices find their size. */
const WARM_UP = 0.3;

let trainer;
let training;

/** Makes a trainer and loads the data; how much of it `examples` says. Tells what it runs on. */
export async function prepare({
  layers,
  dataset = 'mnist',
  examples,
  test = false,
  threads = 1,
  math = 'reproducible',
  ...settings
}) {
  trainer?.dispose();
  trainer = await createTrainer({ layers, threads, math, output: 'softmax', seed: 1 });
  const { images, labels } = await loadData(dataset);
  const count = examples ?? labels.length;
  await trainer.load({
    train: { images: images.subarray(0, count * layers[0]), labels: labels.subarray(0, count) },
    ...(test ? { test: await loadData(dataset, 'test') } : {}),
  });
  training = { optimizer: 'sgd', schedule: 'constant', ...settings };
  return { library: 'MLP Scratchpad', ...trainer.backend };
}

/** Another network for the data that is loaded. */
export async function configure(network) {
  await trainer.configure(network);
  return { library: 'MLP Scratchpad', ...trainer.backend };
}

/**
 * Images a second of chunks of at least so many steps and so many milliseconds, by the trainer's
 * own clock, which counts training alone. As timeChunks() of data.mjs otherwise.
 */
export async function train({ steps, chunks, budgetMs, minMs = 0, warmUp = WARM_UP, ...settings }) {
  await trainer.reset();
  const samples = [];
  const controller = new AbortController();
  let from;
  let begin;
  const onProgress = ({ epoch, of, examples, updates, seconds }) => {
    const now = { images: (epoch - 1) * of + examples, updates, seconds };
    if (!from) {
      if (seconds >= warmUp) begin = from = now;
      return;
    }
    const ms = 1000 * (now.seconds - from.seconds);
    if (now.updates - from.updates < steps || ms < minMs) return;
    samples.push((1000 * (now.images - from.images)) / ms);
    from = now;
    const over = 1000 * (now.seconds - begin.seconds) >= budgetMs;
    if (samples.length >= chunks || over) controller.abort();
  };
  const run = trainer.train(
    { ...training, ...settings, epochs: 100_000 },
    { signal: controller.signal, onProgress },
  );
  try {
    for await (const epoch of run) void epoch;
  } catch (error) {
    if (!controller.signal.aborted) throw error;
  }
  return samples;
}

let onGenerated = false;

/** So many generated digits; the library makes a part of them at once. */
async function digits(count, part = 10_000) {
  const all = { images: new Uint8Array(count * 784), labels: new Uint8Array(count) };
  for (let first = 0; first < count; first += part) {
    const some = Math.min(part, count - first);
    const { images, labels } = await trainer.digits({ seed: 1, first, count: some });
    all.images.set(images, first * 784);
    all.labels.set(labels, first);
  }
  return all;
}

/** Has the trainer train on as many generated digits, or on MNIST's own again. */
async function trainOn(generated) {
  if (generated === onGenerated) return;
  const mnist = await loadData('mnist');
  await trainer.load({ train: generated ? await digits(mnist.labels.length) : mnist });
  onGenerated = generated;
}

/**
 * The figures of each epoch of a run from the first weights, or from those of a seed; with validation
 * the accuracy is that of the images set aside.
 */
export async function epochs({ seed, network = {}, generated = false, ...settings }) {
  await trainer.configure({ ...network, seed });
  await trainOn(generated);
  const figures = [];
  for await (const epoch of trainer.train(settings)) {
    const { seconds, cost, binary } = epoch;
    const accuracy = settings.validation > 0 ? epoch.validationAccuracy : epoch.accuracy;
    figures.push({ accuracy, seconds, cost, ...(binary ? { f1: binary.f1 } : {}) });
  }
  return figures;
}

/** What the mean over moved copies of each image reaches, and for how many times the time. */
export async function byCopies({ part, copies }) {
  const alone = await trainer.evaluate({ part });
  const { accuracy, seconds } = await trainer.evaluate({ part, copies });
  return { copies, accuracy, times: seconds / alone.seconds };
}

const kept = [];

/** Keeps the network as it is, for together(). */
export async function keep() {
  kept.push(await trainer.save());
}

/** What the networks kept reach of the test, by the mean of their answers; they are forgotten then. */
export async function together() {
  await trainer.restore(kept[0]);
  const { accuracy } = await trainer.evaluate({ with: kept.splice(0).slice(1) });
  return accuracy;
}

/** The share of drawings, {label, strokes}, that the network reads as labelled. */
export async function readDrawings(drawings) {
  let right = 0;
  for (const { label, strokes } of drawings) {
    const { probabilities } = await trainer.read(strokes);
    if (probabilities.indexOf(Math.max(...probabilities)) === label) right += 1;
  }
  return right / drawings.length;
}

/** The cost of the training data, to see that it learns. */
export async function cost() {
  return (await trainer.evaluate('train')).cost;
}

export { trainer };
