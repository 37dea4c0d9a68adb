// SPDX-License-Identifier: MIT
// save() and restore(): training goes on as if nothing had been between.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createTrainer,
  type DescentSettings,
  type Snapshot,
  type Trainer,
} from '../../build/package/index.js';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../web/src/lib/settings.ts';
import { type Asker, asker } from './ask.ts';
import { BEST } from './machines.ts';

const LAYERS = [784, 60, 33, 10];
const IMAGES = 2000;
const DIGITS = { train: IMAGES, test: 300 };
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** 1.4 epochs of 63 updates, and as many more. */
const BATCH = 32;
const UPDATES = 88;

const METHODS: [string, Partial<DescentSettings>][] = [
  ['plain SGD', { optimizer: 'sgd', learningRate: 0.1 }],
  ['momentum', { optimizer: 'momentum', learningRate: 0.02 }],
  ['Adam', { optimizer: 'adam', learningRate: 0.002 }],
  ['Adam with limits', { optimizer: 'adamw', learningRate: 0.002, weightDecay: 0.01, clipNorm: 1 }],
];

async function steps(trainer: Trainer, settings: Partial<DescentSettings>): Promise<string> {
  const all = { dropout: 0.3, batchSize: BATCH, ...settings };
  for (let i = 0; i < UPDATES; i += 1) await trainer.step(all);
  return (await trainer.weights()).sha256;
}

async function make(layers = LAYERS): Promise<Trainer> {
  const trainer = await createTrainer({ layers });
  await trainer.generateDigits(DIGITS);
  return trainer;
}

let trainer: Trainer;

beforeEach(async () => {
  trainer = await make();
});
afterEach(() => trainer.dispose());

describe('training goes on to the same bits', () => {
  test.each(METHODS)(
    '%s: after a reset, after another network, in another trainer',
    async (_, of) => {
      const then = await steps(trainer, of);
      const snapshot = await trainer.save();
      expect(snapshot).toMatchObject({ version: 1, epochs: 1, updates: UPDATES, sha256: then });
      expect(snapshot.place).toMatchObject({ images: IMAGES, of: IMAGES, done: 25 * BATCH });
      const expected = await steps(trainer, of);

      await trainer.reset();
      await trainer.restore(snapshot);
      expect((await trainer.weights()).sha256).toBe(then);
      expect(await steps(trainer, of)).toBe(expected);

      await trainer.configure({ layers: [784, 20, 1], output: 'sigmoid', seed: 9 });
      await trainer.step({ optimizer: 'rmsprop', learningRate: 0.001 });
      await trainer.restore(structuredClone(snapshot));
      expect(trainer.network).toEqual(snapshot.network);
      expect(await steps(trainer, of)).toBe(expected);

      const other = await make([784, 10]);
      await other.restore(snapshot);
      expect(await steps(other, of)).toBe(expected);
      other.dispose();
    },
  );

  test('the figures of the epoch are those of the whole epoch', async () => {
    await steps(trainer, {});
    const snapshot = await trainer.save();
    const finish = async () => {
      for (;;) {
        const { finished } = await trainer.step({ batchSize: BATCH });
        if (finished) return { ...finished, seconds: 0, imagesPerSecond: 0 };
      }
    };
    const expected = await finish();
    await trainer.reset();
    await trainer.restore(snapshot);
    expect(await finish()).toEqual(expected);
  });

  test('with images set aside, and while it trains: as of one moment', async () => {
    const settings = { epochs: 4000, batchSize: 500, validation: 0.1, optimizer: 'adam' } as const;
    const controller = new AbortController();
    const run = (async () => {
      for await (const { epoch } of trainer.train(settings, controller))
        expect(epoch).toBeGreaterThan(0);
    })();
    const ended = run.catch((error: unknown) => error);
    await wait(150);
    const saving: Promise<Snapshot>[] = [];
    for (let i = 0; i < 5; i += 1) {
      saving.push(trainer.save());
      await wait(11);
    }
    const snapshots = await Promise.all(saving);
    const busy = trainer.restore(await trainer.save());
    await expect(busy).rejects.toMatchObject({ code: 'badState' });
    controller.abort();
    await ended;
    const last = snapshots.at(-1)?.updates ?? 0;
    expect(last).toBeGreaterThan(snapshots[0]?.updates ?? Infinity);
    expect(snapshots[0]?.place.validation).toBe(0.1);
    // Each of them leads to the same weights.
    const sums = new Set<string>();
    for (const snapshot of snapshots) {
      await trainer.restore(snapshot);
      let { updates } = snapshot;
      while (updates < last + 3) ({ updates } = await trainer.step(settings));
      sums.add((await trainer.weights()).sha256);
    }
    expect(sums.size).toBe(1);
  });

  test('on threads as on one, within a batch of several chunks too', async () => {
    const session = async (threads: number) => {
      const engine = { threads, math: 'reproducible' } as const;
      const ask = await asker(engine, BEST);
      const network = { ...DEFAULT_NETWORK, layers: [784, 256, 128, 10] };
      await ask('configure', { network, engine, usual: DEFAULT_TRAINING });
      await ask('generate', { train: 700, test: 10, seed: 3 });
      return ask;
    };
    const [one, three] = [await session(1), await session(3)];
    const settings = {
      ...DEFAULT_TRAINING,
      batchSize: 600,
      optimizer: 'adam',
      learningRate: 0.002,
      dropout: 0.2,
    } as const;
    const train = async (ask: Asker) => {
      await ask('train', { settings: { ...settings, epochs: 2 } });
      return (await ask('weights', {})).sha256;
    };
    await train(one);
    const step = one('step', { settings });
    const done = step.then(() => true);
    const saving = [one('save', {})];
    const none = Promise.resolve(false);
    while (!(await Promise.race([done, none]))) {
      await new Promise((resolve) => setImmediate(resolve));
      saving.push(one('save', {}));
    }
    const saved = await Promise.all(saving);
    const snapshot = saved.find(({ place }) => place.sums.length > 0);
    if (!snapshot) throw new Error('no batch was half learned');
    expect(snapshot.place.sums).toHaveLength(3);
    const expected = await train(one);
    await three('restore', { snapshot: structuredClone(snapshot) });
    await three('step', { settings });
    expect(await train(three)).toBe(expected);
  });
});

describe('what does not fit', () => {
  test('other data: the epoch begins anew, on the weights', async () => {
    await steps(trainer, {});
    const snapshot = await trainer.save();
    await trainer.generateDigits({ train: 1000, test: 10 });
    await trainer.restore(snapshot);
    expect((await trainer.weights()).sha256).toBe(snapshot.sha256);
    const { epoch, examples, of, updates } = await trainer.step({ batchSize: BATCH });
    expect({ epoch, examples, of }).toEqual({ epoch: 2, examples: BATCH, of: 1000 });
    expect(updates).toBe(UPDATES + 1);
  });

  test('a damaged or foreign snapshot is named, and all stays as it was', async () => {
    await trainer.step({ optimizer: 'adam' });
    const good = await trainer.save();
    const damage = (change: (copy: Record<string, never>) => unknown): unknown => {
      const copy = structuredClone(good) as unknown as Record<string, never>;
      change(copy);
      return copy;
    };
    const set = (path: string, value: unknown) =>
      damage((copy) => {
        const names = path.split('.');
        const last = names.pop() ?? '';
        const at = names.reduce<Record<string, unknown>>(
          (of, name) => of[name] as Record<string, unknown>,
          copy,
        );
        at[last] = value;
      });
    const cases: [unknown, RegExp][] = [
      [null, /missing/],
      ['snapshot', /missing/],
      [{}, /version is undefined/],
      [set('version', 2), /version is 2, and only version 1/],
      [set('network.layers', [784, 60, 34, 10]), /layer 2 of its parameters/],
      [set('network.layers', 'many'), /network/],
      [set('network.hidden', 'magic'), /hidden/],
      [set('network', undefined), /network is missing/],
      [set('sha256', 'abc'), /SHA-256/],
      [set('layers.1.W.7', 0.123), /SHA-256/],
      [set('layers.1.b', new Float32Array(3)), /SHA-256/],
      [set('layers.1.b', [1, 2, 3]), /Float32Array/],
      [set('layers', undefined), /list layers is missing/],
      [set('updates', -1), /updates must be a whole number/],
      [set('epochs', 0.5), /epochs must be a whole number/],
      [set('optimizer.method', 'magic'), /optimizer is none/],
      [set('optimizer.method', 'sgd'), /remembers does not fit/],
      [set('optimizer.first', []), /remembers does not fit/],
      [set('optimizer.second.0.W', new Float32Array(5)), /layer 1 of its second/],
      [set('place.done', 5000), /place in the epoch/],
      [set('place.costSum', NaN), /place in the epoch/],
      [set('place.sums', good.layers), /gradients do not fit/],
      [set('lastGood.updates', 9), /counts or its last good/],
      [set('lastGood', 'gone'), /lastGood is missing/],
    ];
    for (const [snapshot, message] of cases) {
      const restoring = trainer.restore(snapshot as Snapshot);
      await expect(restoring, String(message)).rejects.toThrow(message);
      await expect(restoring).rejects.toMatchObject({ code: 'badData' });
    }
    expect(await trainer.save()).toEqual(good);
    expect(trainer.network).toEqual(good.network);
    await expect(trainer.restore((() => 1) as unknown as Snapshot)).rejects.toMatchObject({
      code: 'badData',
    });
  });
});

test('each has numbers of its own: what is done to one is not done to another, or to the trainer', async () => {
  await trainer.step({ optimizer: 'adam' });
  const [one, other] = await Promise.all([trainer.save(), trainer.save()]);
  expect(one).toEqual(other);
  expect(one.optimizer.first).toHaveLength(LAYERS.length - 1);
  for (const { W, b } of one.layers) {
    expect(W.byteLength).toBe(W.buffer.byteLength);
    W.fill(0);
    b.fill(0);
  }
  expect((await trainer.weights()).sha256).toBe(other.sha256);
  expect(await trainer.save()).toEqual(other);
});
