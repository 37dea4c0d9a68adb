// SPDX-License-Identifier: MIT
// change(): other settings for a run that is under way or paused.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import {
  createTrainer,
  type Epoch,
  type TrainProgress,
  type TrainSettings,
  type Trainer,
} from '../../build/package/index.js';

const IMAGES = 2000;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: [784, 40, 10] });
  await trainer.generateDigits({ train: IMAGES, test: 100 });
});
afterEach(() => trainer.dispose());

/** A run in the background. */
function begin(settings: Partial<TrainSettings>) {
  const controller = new AbortController();
  const epochs: Epoch[] = [];
  const progress: TrainProgress[] = [];
  const run = async (): Promise<void> => {
    const options = {
      signal: controller.signal,
      onProgress: (p: TrainProgress) => progress.push(p),
    };
    for await (const epoch of trainer.train(settings, options)) epochs.push(epoch);
  };
  return { epochs, progress, controller, done: run() };
}

const sum = async () => (await trainer.weights()).sha256;

/** The same by steps, whose settings are free: `before` up to so many updates, then `after`. */
async function bySteps(
  before: Partial<TrainSettings>,
  after: Partial<TrainSettings>,
  change: number,
  updates: number,
): Promise<string> {
  await trainer.reset();
  for (let i = 0; i < updates; i += 1) await trainer.step(i < change ? before : after);
  return sum();
}

describe('a change takes effect from the next batch on', () => {
  test('of the rate, the batches and dropout, while it runs', async () => {
    // So many epochs that the run is not over before a busy machine comes to the change.
    const before = { batchSize: 50, learningRate: 0.1, epochs: 60 } as const;
    const after = { batchSize: 20, learningRate: 0.03, dropout: 0.2 } as const;
    const { done, epochs } = begin(before);
    await wait(5);
    const { updates } = await trainer.change(after);
    await done;
    expect(updates).toBeGreaterThanOrEqual(0);
    expect(epochs.map(({ examples }) => examples)).toEqual(Array(60).fill(IMAGES));
    expect(epochs.at(-1)?.learningRate).toBe(0.03);
    const { updates: all } = await trainer.save();
    // 40 updates an epoch before; what was left of the epoch, and the rest, in batches of 20, of which
    // one may be half as large.
    const left = (IMAGES * 60 - updates * 50) / 20;
    expect(all).toBe(updates + Math.ceil(left));
    const { sha256 } = await trainer.weights();
    expect(await bySteps(before, after, updates, all)).toBe(sha256);
  });

  test('while it is paused, before anything was done and later', async () => {
    const before = { batchSize: 50, learningRate: 0.1, epochs: 4 } as const;
    const { done } = begin(before);
    await trainer.pause();
    const { updates } = await trainer.change({ learningRate: 0.05 });
    const paused = await sum();
    await wait(30);
    expect(await sum()).toBe(paused);
    expect((await trainer.change({ learningRate: 0.2 })).updates).toBe(updates);
    await trainer.resume();
    await done;
    const sha256 = await sum();
    expect(await bySteps(before, { ...before, learningRate: 0.2 }, updates, 160)).toBe(sha256);
  });

  test('not within a batch of several chunks', async () => {
    const before = { batchSize: 1000, learningRate: 0.1, dropout: 0.1, epochs: 3000 } as const;
    const after = { batchSize: 1000, learningRate: 0.02, dropout: 0.5 } as const;
    const { done, controller } = begin(before);
    const ended = done.catch(() => undefined);
    let halfLearned = false;
    const image = new Uint8Array(784);
    for (let i = 0; i < 1000 && !halfLearned; i += 1) {
      // Short slices: one of the usual length may be a whole epoch.
      await trainer.predict(image);
      await wait(1);
      await trainer.pause();
      halfLearned = (await trainer.save()).place.sums.length > 0;
      if (!halfLearned) await trainer.resume();
    }
    expect(halfLearned).toBe(true);
    const { updates } = await trainer.change(after);
    expect(updates).toBe((await trainer.save()).updates + 1);
    await trainer.resume();
    const goesOn = async () => expect((await trainer.save()).updates).toBeGreaterThan(updates + 2);
    await vi.waitFor(goesOn, { timeout: 10_000 });
    controller.abort();
    await ended;
    const whole = await trainer.save();
    const from = whole.place.sums.length > 0 ? (await trainer.step(after)).updates : whole.updates;
    const sha256 = await sum();
    expect(from).toBeGreaterThan(updates);
    expect(await bySteps(before, after, updates, from)).toBe(sha256);
  });
});

describe('with a schedule', () => {
  const settings = {
    schedule: 'cosine',
    batchSize: 50,
    learningRate: 0.1,
    epochs: 4,
    optimizer: 'sgd',
  } as const;

  test('the rate is what its curve is multiplied by', async () => {
    const plain = begin(settings);
    await plain.done;
    await trainer.reset();
    const run = begin(settings);
    await trainer.pause();
    await trainer.change({ learningRate: 0.2 });
    await trainer.resume();
    await run.done;
    run.epochs.forEach(({ learningRate }, i) =>
      expect(learningRate).toBeCloseTo(2 * (plain.epochs[i]?.learningRate ?? 0), 12),
    );
  });

  test.each([10, 400, 'all'] as const)(
    'it ends with the run in batches of %s',
    async (batchSize) => {
      const run = begin(settings);
      const plain: number[] = [];
      // Half of the run, by steps that it counts as its own.
      await trainer.pause();
      while ((await trainer.save()).epochs < 2) {
        const { finished } = await trainer.step(settings);
        if (finished) plain.push(finished.learningRate);
      }
      await trainer.change({ batchSize });
      await trainer.resume();
      await run.done;
      const rates = run.epochs.map(({ learningRate }) => learningRate);
      expect(plain).toHaveLength(2);
      expect(rates).toHaveLength(2);
      // cos: at half of the run half of the rate is left, and the last updates have almost none.
      const size = batchSize === 'all' ? IMAGES : batchSize;
      const perEpoch = IMAGES / size;
      const expected = (updates: number) =>
        0.05 * (1 + Math.cos((Math.PI * updates) / (4 * perEpoch)));
      expect(rates[0]).toBeCloseTo(expected(3 * perEpoch - 1), 9);
      expect(rates[1]).toBeCloseTo(expected(4 * perEpoch - 1), 9);
    },
  );
});

describe('what is wrong is named, and the run goes on as it was', () => {
  test('settings', async () => {
    const settings = { batchSize: 50, learningRate: 0.1, epochs: 40 } as const;
    const run = begin(settings);
    const bad: [object, string][] = [
      [{ learningRate: 0 }, 'learningRate'],
      [{ learningRate: 'fast' }, 'learningRate'],
      [{ dropout: 1 }, 'dropout'],
      [{ batchSize: IMAGES + 1 }, 'batchSize'],
      [{ batchSize: 0.5 }, 'batchSize'],
      [{ learningRate: 0.5, epochs: 3 }, 'epochs'],
      [{ learningRate: 0.5, optimizer: 'adam' }, 'optimizer'],
    ];
    // All at once, so that each of them comes while the run goes on.
    await Promise.all(
      bad.map(([change, setting]) =>
        expect(trainer.change(change)).rejects.toMatchObject({ code: 'badSetting', setting }),
      ),
    );
    await run.done;
    const sha256 = await sum();
    expect(await bySteps(settings, settings, 0, 1600)).toBe(sha256);
  });

  test('no run', async () => {
    const idle = { code: 'badState' };
    await expect(trainer.change({ learningRate: 0.1 })).rejects.toMatchObject(idle);
    const bare = await createTrainer({ layers: [784, 10] });
    const run = (async () => {
      for await (const { epoch } of bare.train()) expect(epoch).toBe(0);
    })();
    const refused = expect(bare.change({ dropout: 0.1 })).rejects.toMatchObject(idle);
    await expect(run).rejects.toMatchObject({ code: 'noData' });
    await refused;
    bare.dispose();
  });
});
