// SPDX-License-Identifier: MIT
// Means: of the weights along a run, and of the answers of several networks or copies of an image.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  createTrainer,
  type Epoch,
  type Snapshot,
  type TrainEnd,
  type Trainer,
  type TrainSettings,
} from '../../build/package/index.js';

const IMAGES = 1500;
const SETTINGS = { batchSize: 20, learningRate: 0.3 } as const;

async function make(layers = [784, 24, 10]): Promise<Trainer> {
  const made = await createTrainer({ layers });
  await made.generateDigits({ train: IMAGES, test: 400 });
  return made;
}

let trainer: Trainer;

beforeEach(async () => {
  trainer = await make();
});
afterEach(() => trainer.dispose());

async function train(
  settings: Partial<TrainSettings>,
  of = trainer,
): Promise<{ epochs: Epoch[]; end: TrainEnd }> {
  const run = of.train({ ...SETTINGS, ...settings });
  const epochs: Epoch[] = [];
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { epochs, end: value };
    epochs.push(value);
  }
}

const sum = async (of = trainer) => (await of.weights()).sha256;

describe('averaging', () => {
  test.each(['ema', 'swa'] as const)('%s: judged at each epoch, taken at the end', async (kind) => {
    const plain = await train({ epochs: 4 });
    const raw = await sum();
    await trainer.reset();
    const averaged = await train({ epochs: 4, averaging: kind, averagingDecay: 0.99 });
    // Training itself is the same.
    expect(averaged.epochs.map(({ cost }) => cost)).toEqual(plain.epochs.map(({ cost }) => cost));
    expect(await sum()).not.toBe(raw);
    const last = averaged.epochs[3];
    const { accuracy, cost } = await trainer.evaluate();
    expect({ accuracy, cost }).toEqual({ accuracy: last?.accuracy, cost: last?.testCost });
    expect(cost).not.toBe(plain.epochs[3]?.testCost);
    // The last half of four epochs has two; the exponential mean is there from the first on.
    const first = averaged.epochs[0]?.testCost === plain.epochs[0]?.testCost;
    expect(first).toBe(kind === 'swa');
    expect((await trainer.save()).mean).toBeUndefined();
    const expected = await sum();
    await trainer.reset();
    await train({ epochs: 4, averaging: kind, averagingDecay: 0.99 });
    expect(await sum()).toBe(expected);
  });

  test('swa is the mean of the last half of the epochs', async () => {
    const ends: Snapshot[] = [];
    for (let epoch = 0; epoch < 4; epoch += 1) {
      await train({ epochs: 1 });
      ends.push(await trainer.save());
    }
    await trainer.reset();
    await train({ epochs: 4, averaging: 'swa' });
    const { layers } = await trainer.weights();
    const of = (k: number) => ends[k]?.layers[1]?.W ?? new Float32Array();
    layers[1]?.W.forEach((w, i) => {
      expect(w).toBeCloseTo(((of(2)[i] ?? 0) + (of(3)[i] ?? 0)) / 2, 5);
    });
  });

  test('is in a snapshot of a run under way, and goes on from there', async () => {
    const settings = { epochs: 40, averaging: 'ema' } as const;
    const run = train(settings);
    let snapshot = await trainer.save();
    while (snapshot.mean === undefined || snapshot.epochs < 1) snapshot = await trainer.save();
    expect(snapshot.mean).toMatchObject({ averaging: 'ema' });
    expect(snapshot.mean.taken).toBe(Math.floor(snapshot.updates / 8));
    await run;
    const expected = await sum();
    await trainer.reset();
    await trainer.restore(structuredClone(snapshot));
    expect((await trainer.save()).mean).toEqual(snapshot.mean);
    await train({ ...settings, epochs: 40 - snapshot.epochs });
    expect(await sum()).toBe(expected);

    const damaged = { ...snapshot, mean: { ...snapshot.mean, averaging: 'none' } };
    await expect(trainer.restore(damaged as unknown as Snapshot)).rejects.toMatchObject({
      code: 'badData',
    });
    const older = Object.entries(snapshot).filter(([name]) => name !== 'mean');
    await trainer.restore(Object.fromEntries(older) as unknown as Snapshot);
    expect((await trainer.save()).mean).toBeUndefined();
  });

  test('is taken when the run is stopped, and by early stopping from its best epoch', async () => {
    for await (const epoch of trainer.train({ ...SETTINGS, epochs: 50, averaging: 'ema' })) {
      if (epoch.epoch === 2) break;
    }
    expect((await trainer.save()).mean).toBeUndefined();
    await trainer.reset();
    const early = { validation: 0.2, patience: 3, epochs: 200, averaging: 'ema' } as const;
    const { epochs, end } = await train({ ...early, learningRate: 0.5 });
    expect(end.reason).toBe('early');
    const best = epochs.find(({ epoch }) => epoch === end.epoch);
    expect((await trainer.evaluate('validation')).cost).toBe(best?.validationCost);
  });

  test('goes on with a step while the run is paused', async () => {
    const run = train({ epochs: 30, averaging: 'ema' });
    await trainer.pause();
    const before = (await trainer.save()).mean?.taken ?? 0;
    for (let i = 0; i < 8; i += 1) await trainer.step(SETTINGS);
    expect((await trainer.save()).mean?.taken).toBe(before + 1);
    await trainer.resume();
    await run;
  });

  test('names what is outside its limits', async () => {
    const bad = (settings: object, setting: string) =>
      expect(train(settings)).rejects.toMatchObject({ code: 'badSetting', setting });
    await bad({ averaging: 'mean' }, 'averaging');
    await bad({ averagingDecay: 1 }, 'averagingDecay');
  });
});

describe('copies and committees', () => {
  test('answer with the mean of the probabilities', async () => {
    await train({ epochs: 3 });
    const { images } = await trainer.images('test', 0, 50);
    const one = await trainer.predict(images);
    const nine = await trainer.predict(images, { copies: 9 });
    expect(nine).not.toEqual(one);
    for (let i = 0; i < 50; i += 1) {
      const total = nine.subarray(10 * i, 10 * i + 10).reduce((sum, p) => sum + p, 0);
      expect(total).toBeCloseTo(1, 5);
    }
    const evaluations = await Promise.all(
      ([1, 5, 9] as const).map((copies) => trainer.evaluate({ copies })),
    );
    expect(evaluations.map(({ examples }) => examples)).toEqual([400, 400, 400]);
    const costs = evaluations.map(({ cost }) => cost);
    expect(new Set(costs).size).toBe(3);
    for (const { seconds } of evaluations) expect(seconds).toBeGreaterThan(0);
    await expect(trainer.evaluate({ copies: 4 as 5 })).rejects.toMatchObject({
      setting: 'copies',
    });
  });

  test('several networks err less than each of them', async () => {
    const snapshots: Snapshot[] = [];
    const costs: number[] = [];
    for (const [k, hidden] of [[24], [30, 16], [40]].entries()) {
      await trainer.configure({ layers: [784, ...hidden, 10], seed: k + 1 });
      await train({ epochs: 4, learningRate: 0.1 });
      costs.push((await trainer.evaluate()).cost);
      snapshots.push(await trainer.save());
    }
    const together = await trainer.evaluate({ with: snapshots.slice(0, 2) });
    expect(together.cost).toBeLessThan(Math.min(...costs));
    expect(together.confusion.flat().reduce((sum, count) => sum + count, 0)).toBe(400);
    expect((await trainer.evaluate({ part: 'train', with: snapshots, copies: 5 })).examples).toBe(
      IMAGES,
    );
    expect(await trainer.evaluate()).toMatchObject({ cost: costs[2] });

    await trainer.configure({ layers: [784, 12, 1], output: 'sigmoid' });
    await expect(trainer.evaluate({ with: snapshots })).rejects.toMatchObject({
      code: 'badData',
    });
    const [first] = snapshots;
    const damaged = { ...first, sha256: '0' } as Snapshot;
    await expect(trainer.evaluate({ with: [damaged] })).rejects.toMatchObject({ code: 'badData' });
  });
});
