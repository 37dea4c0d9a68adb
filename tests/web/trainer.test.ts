// SPDX-License-Identifier: MIT
// The library as it is installed, in Node: the built package, its worker, the real module.
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTrainer, type Trainer } from '../../build/package/index.js';
import { collect } from './collect.ts';

const LAYERS = [784, 32, 10];
/** On a busy machine too. */
const SOON = { timeout: 10_000 };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: LAYERS });
  await trainer.generateDigits({ train: 2000, test: 500 });
});
afterEach(() => trainer.dispose());

describe('training', () => {
  test('learns, and gives the figures of each epoch', async () => {
    const epochs = await collect(trainer.train({ epochs: 8, batchSize: 32 }));
    expect(epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    const [first, last] = [epochs[0], epochs[7]];
    if (!first || !last) throw new Error('eight epochs');
    expect(last.cost).toBeLessThan(first.cost);
    expect(last.trainAccuracy).toBeGreaterThan(0.9);
    expect(last.seconds).toBeGreaterThan(0);
    expect(last.imagesPerSecond).toBeGreaterThan(100);
    const evaluation = await trainer.evaluate();
    expect(evaluation.accuracy).toBeGreaterThan(0.8);
    expect(evaluation.accuracy).toBe(last.accuracy);
    expect(evaluation.cost).toBe(last.testCost);
  });

  test('tells how far it is several times a second, and not more than 20', async () => {
    const seen: number[] = [];
    const onProgress = ({
      examples,
      of,
      secondsLeft,
    }: {
      examples: number;
      of: number;
      secondsLeft: number;
    }) => {
      seen.push(examples);
      expect(of).toBe(2000);
      expect(secondsLeft).toBeGreaterThanOrEqual(0);
    };
    // One batch a run of some seconds, so that no epoch's end adds messages of its own.
    await trainer.configure({ layers: [784, 1024, 1024, 10] });
    const began = performance.now();
    await collect(trainer.train({ epochs: 1, batchSize: 8 }, { onProgress }));
    const seconds = (performance.now() - began) / 1000;
    // The first and the last are told whatever the time.
    expect(seen.length - 2).toBeLessThanOrEqual(20 * seconds);
    // Measured: 16 a second; how long the run takes depends on the machine.
    expect(seen.length).toBeGreaterThan(4);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  test('works without test data', async () => {
    const other = await createTrainer({ layers: [4, 2], output: 'softmax' });
    await other.load({
      train: { images: Uint8Array.of(255, 0, 0, 0, 0, 0, 0, 255), labels: Uint8Array.of(0, 1) },
    });
    const [epoch] = await collect(other.train({ epochs: 1, batchSize: 'all' }));
    expect(epoch).toMatchObject({ epoch: 1, testCost: null, accuracy: null });
    await expect(other.evaluate()).rejects.toMatchObject({ code: 'noData' });
    other.dispose();
  });

  test('answers the yes/no question, with precision, recall and F1', async () => {
    await trainer.configure({ layers: [784, 32, 1], output: 'sigmoid', positive: 3 });
    await collect(trainer.train({ epochs: 10, batchSize: 32 }));
    const { confusion, precision, recall, f1, accuracy } = await trainer.evaluate();
    const [[, falseYes = 0] = [], [missed = 0, found = 0] = []] = confusion;
    expect(precision).toBeCloseTo(found / (found + falseYes), 12);
    expect(recall).toBeCloseTo(found / (found + missed), 12);
    expect(f1).toBeGreaterThan(0.5);
    expect(accuracy).toBeGreaterThan(0.9);
  });
});

describe('the same numbers', () => {
  const options = { epochs: 2, batchSize: 50 } as const;

  test('again after reset, and in another trainer', async () => {
    await collect(trainer.train(options));
    const { sha256 } = await trainer.weights();
    await trainer.reset();
    await collect(trainer.train(options));
    expect((await trainer.weights()).sha256).toBe(sha256);
    const other = await createTrainer({ layers: LAYERS });
    await other.generateDigits({ train: 2000, test: 500 });
    await collect(other.train(options));
    expect((await other.weights()).sha256).toBe(sha256);
    other.dispose();
    await trainer.configure({ seed: 2 });
    await collect(trainer.train(options));
    expect((await trainer.weights()).sha256).not.toBe(sha256);
  });

  test('by steps, by pauses and by parts', async () => {
    await collect(trainer.train(options));
    const { sha256 } = await trainer.weights();

    await trainer.reset();
    let finished = 0;
    for (let step = 0; step < 80; step += 1) {
      const result = await trainer.step(options);
      finished += result.finished ? 1 : 0;
      expect(result.updates).toBe(step + 1);
    }
    expect(finished).toBe(2);
    expect((await trainer.weights()).sha256).toBe(sha256);

    await trainer.reset();
    for (let step = 0; step < 13; step += 1) await trainer.step(options);
    // The epoch that was begun counts as the first.
    expect(await collect(trainer.train(options))).toHaveLength(2);
    expect((await trainer.weights()).sha256).toBe(sha256);
  });

  test('weights() gives copies of the shapes of the notes, and their checksum', async () => {
    const { layers, sha256 } = await trainer.weights();
    expect(layers.map(({ rows, columns }) => [rows, columns])).toEqual([
      [32, 784],
      [10, 32],
    ]);
    const hash = createHash('sha256');
    for (const { W, b } of layers) hash.update(W).update(b);
    expect(hash.digest('hex')).toBe(sha256);
    expect(layers[0]?.b).toEqual(new Float32Array(32));
    layers[0]?.W.fill(0);
    expect((await trainer.weights()).sha256).toBe(sha256);
  });
});

describe('while training', () => {
  const long = { epochs: 10_000, batchSize: 32 } as const;

  test('requests are answered between its batches', async () => {
    const controller = new AbortController();
    const run = collect(trainer.train(long, controller));
    const image = new Uint8Array(784);
    await wait(300);
    const learned: number[] = [];
    let { updates } = await trainer.save();
    for (let i = 0; i < 30; i += 1) {
      await trainer.predict(image);
      const after = await trainer.save();
      learned.push(after.updates - updates);
      await wait(7);
      ({ updates } = await trainer.save());
    }
    // Epochs as short as these must not keep an evaluation waiting until the run is over.
    const evaluation = await trainer.evaluate();
    controller.abort();
    await expect(run).rejects.toThrow();
    learned.sort((a, b) => a - b);
    // Measured: 22. Counted in updates and not in ms, since a busy machine is slow at both.
    expect(learned[15], 'the median').toBeLessThan(250);
    expect(evaluation.examples).toBe(500);
  });

  test('pause halts it, resume goes on, and a step may be taken between', async () => {
    const seen: number[] = [];
    const controller = new AbortController();
    const run = collect(
      trainer.train(long, { signal: controller.signal, onProgress: (p) => seen.push(p.updates) }),
    );
    await wait(200);
    await trainer.pause();
    const { sha256 } = await trainer.weights();
    await wait(100);
    const paused = seen.length;
    expect((await trainer.weights()).sha256).toBe(sha256);
    const { updates } = await trainer.step(long);
    expect(updates).toBeGreaterThan(seen.at(-1) ?? 0);
    expect((await trainer.weights()).sha256).not.toBe(sha256);
    await trainer.resume();
    await vi.waitFor(() => expect(seen.length).toBeGreaterThan(paused), SOON);
    controller.abort(new Error('enough'));
    await expect(run).rejects.toThrow('enough');
    // Stopped in the middle, it goes on from there.
    expect((await trainer.step(long)).updates).toBeGreaterThan(seen.at(-1) ?? 0);
  });

  test('leaving the loop stops it', async () => {
    for await (const epoch of trainer.train(long)) {
      if (epoch.epoch === 2) break;
    }
    await trainer.reset();
  });

  test('an abort while paused ends it', async () => {
    const controller = new AbortController();
    const run = collect(trainer.train(long, controller));
    await trainer.pause();
    controller.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
    await expect(collect(trainer.train(long, controller))).rejects.toMatchObject({
      name: 'AbortError',
    });
  });

  test('what does not fit is refused, and training goes on', async () => {
    const controller = new AbortController();
    const run = collect(trainer.train(long, controller));
    await wait(50);
    const refused = { code: 'badState' };
    await expect(trainer.reset()).rejects.toMatchObject(refused);
    await expect(trainer.configure({ seed: 2 })).rejects.toMatchObject(refused);
    await expect(trainer.generateDigits({ train: 10, test: 10 })).rejects.toMatchObject(refused);
    await expect(trainer.step(long)).rejects.toMatchObject(refused);
    await expect(collect(trainer.train(long))).rejects.toMatchObject(refused);
    expect(trainer.network.seed).toBe(1);
    controller.abort();
    await expect(run).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('reading', () => {
  const stroke = [0, 0, 3, 1, 5, 20, 4, 60];

  test('predict gives n_L probabilities for each image', async () => {
    const probabilities = await trainer.predict(new Uint8Array(3 * 784).fill(40));
    expect(probabilities).toHaveLength(30);
    expect(probabilities.subarray(0, 10).reduce((a, b) => a + b)).toBeCloseTo(1, 5);
    await expect(trainer.predict(new Uint8Array(785))).rejects.toMatchObject({ code: 'badData' });
    await expect(trainer.predict([1, 2] as unknown as Uint8Array)).rejects.toMatchObject({
      code: 'badData',
    });
  });

  test('read draws strokes as the network sees them', async () => {
    const { image, empty, probabilities } = await trainer.read([stroke]);
    expect(empty).toBe(false);
    expect(image).toHaveLength(784);
    expect(Math.max(...image)).toBeGreaterThan(200);
    expect(probabilities).toEqual(await trainer.predict(image));
    // Where and how large it was drawn makes no difference.
    const elsewhere = stroke.map((value) => 500 + 7 * value);
    const moved = await trainer.read([elsewhere]);
    const most = moved.image.reduce((a, ink, i) => Math.max(a, Math.abs(ink - (image[i] ?? 0))), 0);
    expect(most).toBeLessThanOrEqual(2);
  });

  test('an empty pad is empty', async () => {
    expect(await trainer.read([])).toMatchObject({
      empty: true,
      probabilities: new Float32Array(),
    });
    expect(await trainer.read([[]])).toMatchObject({ empty: true });
  });
});
