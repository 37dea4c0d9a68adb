// SPDX-License-Identifier: MIT
// The library as it is installed, in Node: what it says when something is wrong.
import { createRequire } from 'node:module';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTrainer, ScratchpadError, type Trainer } from '../../build/package/index.js';
import { collect } from './collect.ts';

const LAYERS = [784, 32, 10];
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: LAYERS });
  await trainer.generateDigits({ train: 2000, test: 500 });
});
afterEach(() => trainer.dispose());

test('settings are named', async () => {
  await expect(createTrainer({ layers: [784] })).rejects.toMatchObject({ setting: 'layers' });
  const big = collect(trainer.train({ batchSize: 2001 }));
  await expect(big).rejects.toMatchObject({ code: 'badSetting', setting: 'batchSize' });
  await expect(big).rejects.toThrow(/1 to the 2000 training images/);
  await expect(collect(trainer.train({ epochs: -1 }))).rejects.toBeInstanceOf(ScratchpadError);
});

test('settings that there are not are named, instead of counting for nothing', async () => {
  const unknown = { shfit: 1 } as object;
  const named = expect.objectContaining({ code: 'badSetting', setting: 'shfit' }) as unknown;
  await expect(createTrainer(unknown)).rejects.toEqual(named);
  await expect(trainer.configure(unknown)).rejects.toEqual(named);
  await expect(trainer.train(unknown).next()).rejects.toEqual(named);
  await expect(trainer.step(unknown)).rejects.toEqual(named);
  await expect(trainer.warmUp(unknown)).rejects.toEqual(named);
  await expect(trainer.evaluate(unknown)).rejects.toEqual(named);
  await expect(trainer.findLearningRate(unknown)).rejects.toEqual(named);
  await expect(trainer.findLearningRate({}, unknown)).rejects.toEqual(named);
  await expect(trainer.generateDigits(unknown)).rejects.toEqual(named);
  await expect(trainer.load(unknown)).rejects.toEqual(named);
  await expect(trainer.read([], unknown)).rejects.toEqual(named);
  const images = new Uint8Array(784);
  await expect(trainer.augment({ images, settings: unknown })).rejects.toEqual(named);
  await expect(trainer.change(null as unknown as object)).rejects.toMatchObject({
    code: 'badSetting',
  });
  const snapshot = await trainer.save();
  await expect(trainer.evaluate({ with: snapshot as unknown as [] })).rejects.toMatchObject({
    code: 'badSetting',
    setting: 'with',
  });
});

test('data that does not fit is refused and the old data stays', async () => {
  const train = { images: new Uint8Array(784 * 2 + 1), labels: Uint8Array.of(1, 2) };
  await expect(trainer.load({ train })).rejects.toMatchObject({ code: 'badData' });
  const wrong = { images: [] as unknown as Uint8Array, labels: new Uint8Array() };
  await expect(trainer.load({ test: wrong })).rejects.toThrow(/test.images: must be a Uint8Array/);
  expect(trainer.data.train?.examples).toBe(2000);
  expect(await collect(trainer.train({ epochs: 1 }))).toHaveLength(1);
});

test('without data it says to load some', async () => {
  const bare = await createTrainer();
  await expect(collect(bare.train())).rejects.toMatchObject({ code: 'noData' });
  bare.dispose();
});

test('a cost that explodes is named, and the last good weights are kept', async () => {
  await collect(trainer.train({ epochs: 1 }));
  const { sha256 } = await trainer.weights();
  const run = collect(trainer.train({ epochs: 3, learningRate: 1e20 }));
  await expect(run).rejects.toMatchObject({ code: 'diverged' });
  expect((await trainer.weights()).sha256).toBe(sha256);
  const [next] = await collect(trainer.train({ epochs: 1 }));
  expect(next).toMatchObject({ epoch: 2 });
});

test('after a crash the calls under way fail, and the next starts afresh', async () => {
  // The thread is ended from under the client, as a lack of memory would.
  const threads = createRequire(import.meta.url)('node:worker_threads') as {
    Worker: new (...args: unknown[]) => { terminate(): Promise<number> };
  };
  const Original = threads.Worker;
  const started: InstanceType<typeof Original>[] = [];
  threads.Worker = new Proxy(Original, {
    construct: (target, args) => {
      const thread = new target(...(args as unknown[]));
      started.push(thread);
      return thread;
    },
  });
  const victim = await createTrainer({ layers: LAYERS });
  threads.Worker = Original;
  await victim.generateDigits({ train: 500, test: 10 });
  const run = collect(victim.train({ epochs: 10_000 }));
  const settled = run.catch((error: unknown) => error);
  await wait(50);
  await started[0]?.terminate();
  expect(await settled).toMatchObject({ code: 'crashed' });
  expect(victim.data.train).toBeNull();
  // What the new one is asked first is copied before it is there.
  const images = new Uint8Array(784).fill(9);
  const loaded = victim.load({ test: { images, labels: Uint8Array.of(1) } });
  images.fill(0);
  await loaded;
  expect((await victim.images('test', 0)).images).toEqual(new Uint8Array(784).fill(9));
  expect((await victim.weights()).layers).toHaveLength(2);
  await victim.generateDigits({ train: 500, test: 10 });
  expect(await collect(victim.train({ epochs: 1 }))).toHaveLength(1);
  victim.dispose();
});

test('a disposed trainer says so', async () => {
  const run = collect(trainer.train({ epochs: 1000 }));
  const settled = run.catch((error: unknown) => error);
  await wait(30);
  trainer.dispose();
  trainer.dispose();
  expect(await settled).toMatchObject({ code: 'disposed' });
  await expect(trainer.evaluate()).rejects.toMatchObject({ code: 'disposed' });
});
