// SPDX-License-Identifier: MIT
// What is passed in is copied at once: the caller may change it afterwards. What is given out is the
// trainer's own, and cannot be changed.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createTrainer,
  DEFAULT_NETWORK,
  type TrainEnd,
  type Trainer,
  type TrainSettings,
} from '../../build/package/index.js';

type Writable<T> = { -readonly [Name in keyof T]: T[Name] };

const LAYERS = [784, 16, 10] as const;

let layers: number[];
let trainer: Trainer;

beforeEach(async () => {
  layers = [...LAYERS];
  trainer = await createTrainer({ layers });
  await trainer.generateDigits({ train: 300, test: 50 });
});
afterEach(() => trainer.dispose());

/** Trains to the end; `meanwhile` has its turn before the first epoch is asked for. */
async function train(settings: Partial<TrainSettings>, meanwhile = (): void => undefined) {
  const epochs = trainer.train(settings);
  meanwhile();
  let end: IteratorResult<unknown, TrainEnd>;
  do end = await epochs.next();
  while (!end.done);
  return end.value;
}

describe('what was passed in and is changed', () => {
  test('layers of createTrainer()', async () => {
    layers[1] = 3;
    layers.push(5);
    expect(trainer.network.layers).toEqual(LAYERS);
    // By its own record it makes the next network.
    await trainer.configure({ seed: 2 });
    const { layers: weights } = await trainer.weights();
    expect(weights.map(({ rows }) => rows)).toEqual([16, 10]);
  });

  test('layers and options while createTrainer() makes the network', async () => {
    const given = { layers: [...LAYERS] as number[], seed: 7 };
    const made = createTrainer(given);
    given.seed = 8;
    given.layers.length = 0;
    const other = await made;
    expect(other.network).toMatchObject({ layers: LAYERS, seed: 7 });
    expect((await other.weights()).layers).toHaveLength(2);
    other.dispose();
  });

  test('the network of configure()', async () => {
    const network = { layers: [784, 8, 10], seed: 3 };
    const made = trainer.configure(network);
    network.layers[1] = 99;
    network.seed = 4;
    await made;
    network.layers[2] = 99;
    expect(trainer.network).toMatchObject({ layers: [784, 8, 10], seed: 3 });
    const [first] = (await trainer.weights()).layers;
    expect(first?.rows).toBe(8);
  });

  test('settings of train(), before its first epoch is asked for', async () => {
    const settings: Partial<Writable<TrainSettings>> = { epochs: 2, learningRate: 0.1 };
    expect(await train(settings)).toEqual({ reason: 'finished', epoch: 2 });
    const { sha256 } = await trainer.weights();
    await trainer.reset();
    const end = await train(settings, () => {
      settings.epochs = 50;
      settings.learningRate = -1;
    });
    expect(end).toEqual({ reason: 'finished', epoch: 2 });
    expect((await trainer.weights()).sha256).toBe(sha256);
  });

  test('options of train(), before its first epoch is asked for', async () => {
    const seen: number[] = [];
    const options = { onProgress: () => void seen.push(1) };
    const epochs = trainer.train({ epochs: 1 }, options);
    options.onProgress = () => expect.unreachable('was passed in too late');
    await epochs.next();
    await epochs.next();
    expect(seen.length).toBeGreaterThan(0);
  });

  test('settings of step(), change() and a paused run', async () => {
    const settings = { learningRate: 0.1, batchSize: 50 };
    const step = trainer.step(settings);
    settings.batchSize = 1;
    expect((await step).examples).toBe(50);
    const epochs = trainer.train({ epochs: 2, batchSize: 50 });
    const first = epochs.next();
    await trainer.pause();
    const change = { batchSize: 100 };
    const changed = trainer.change(change);
    change.batchSize = -1;
    expect((await changed).updates).toBeGreaterThan(0);
    await trainer.resume();
    await first;
    await epochs.return({ reason: 'stopped', epoch: 0 });
  });

  test('images and labels of load(), all of its parts', async () => {
    const part = () => ({
      images: new Uint8Array(2 * 784).fill(200),
      labels: Uint8Array.of(1, 2),
    });
    const data = { test: part(), train: part() };
    const loaded = trainer.load(data);
    for (const { images, labels } of [data.test, data.train]) {
      images.fill(0);
      labels.fill(9);
    }
    expect(await loaded).toMatchObject({
      train: { perLabel: [0, 1, 1] },
      test: { perLabel: [0, 1, 1] },
    });
    for (const name of ['train', 'test'] as const) {
      expect(await trainer.images(name, 0, 2)).toEqual(part());
    }
  });

  test('drawings of setDrawings(), images of predict(), strokes and options of read()', async () => {
    const { images, labels } = await trainer.images('train', 0, 4);
    const expected = await trainer.predict(images);
    const asked = trainer.predict(images);
    const drawn = trainer.setDrawings({ images, labels });
    images.fill(0);
    labels.fill(99);
    expect(await asked).toEqual(expected);
    expect(await drawn).toBe(4);
    const stroke = [0, 0, 5, 9, 9, 2];
    const alone = await trainer.read([[...stroke]]);
    const options = { penWidth: 2.4 };
    const reading = trainer.read([stroke], options);
    stroke.fill(0);
    options.penWidth = 9;
    expect(await reading).toEqual(alone);
  });

  test('a snapshot of restore()', async () => {
    const snapshot = await trainer.save();
    await train({ epochs: 1 });
    const restored = trainer.restore(snapshot);
    snapshot.layers[0]?.W.fill(0);
    (snapshot.network.layers as number[])[0] = 1;
    await restored;
    expect(trainer.network.layers).toEqual(LAYERS);
    expect((await trainer.weights()).sha256).toBe(snapshot.sha256);
  });
});

describe('what was given out', () => {
  test('the network cannot be changed, and another trainer takes it as it is', async () => {
    const { network } = trainer;
    expect(() => (network.layers as number[]).push(5)).toThrow(TypeError);
    expect(() => ((network as Writable<typeof network>).seed = 5)).toThrow(TypeError);
    expect(trainer.network).toEqual({ ...DEFAULT_NETWORK, layers: LAYERS });
    expect(trainer.network).toBe(network);
    const other = await createTrainer(network);
    expect(other.network).toEqual(network);
    other.dispose();
    await trainer.restore(await trainer.save());
    expect(() => (trainer.network.layers as number[]).pop()).toThrow(TypeError);
    // The defaults are nobody's network.
    const usual = await createTrainer();
    expect(usual.network.layers).not.toBe(DEFAULT_NETWORK.layers);
    usual.dispose();
  });

  test('nor can the backend and what is loaded', async () => {
    const backend = trainer.backend as Writable<typeof trainer.backend>;
    expect(() => (backend.threads = 99)).toThrow(TypeError);
    expect(trainer.backend.threads).toBe(1);
    const images = { images: new Uint8Array(784), labels: Uint8Array.of(1) };
    const infos = [trainer.data, await trainer.load({ test: images }), trainer.data];
    for (const info of infos) {
      expect(() => ((info as Writable<typeof info>).train = null)).toThrow(TypeError);
      expect(() => (info.train?.perLabel as number[]).push(7)).toThrow(TypeError);
    }
    expect(trainer.data).toMatchObject({ train: { examples: 300 }, test: { examples: 1 } });
  });

  test('weights, images and snapshots are copies', async () => {
    const before = await trainer.weights();
    const { images } = await trainer.images('test', 0, 1);
    const snapshot = await trainer.save();
    const expected = [before.sha256, images.slice()];
    before.layers[0]?.W.fill(0);
    images.fill(0);
    snapshot.layers[0]?.W.fill(0);
    const after = [(await trainer.weights()).sha256, (await trainer.images('test', 0, 1)).images];
    expect(after).toEqual(expected);
  });
});
