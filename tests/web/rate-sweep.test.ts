// SPDX-License-Identifier: MIT
// findLearningRate(): the learning-rate range test through the library.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createTrainer, type Trainer } from '../../build/package/index.js';

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: [784, 64, 32, 10] });
  await trainer.generateDigits({ train: 3000, test: 500 });
});
afterEach(() => trainer.dispose());

test.each([
  ['sgd', 0.05, 1],
  ['momentum', 0.01, 0.2],
  ['adam', 0.0008, 0.02],
] as const)('%s: suggests a rate that trains well', async (optimizer, low, high) => {
  const fractions: number[] = [];
  const onProgress = (fraction: number) => fractions.push(fraction);
  const { rates, costs, suggested } = await trainer.findLearningRate({ optimizer }, { onProgress });
  expect(rates.length).toBe(costs.length);
  expect(rates[0]).toBeCloseTo(1e-5, 12);
  expect([...rates]).toEqual([...rates].sort((a, b) => a - b));
  expect(fractions.at(-1)).toBe(1);
  expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  expect(suggested).toBeGreaterThan(low);
  expect(suggested).toBeLessThan(high);
  let last = 0;
  const settings = { optimizer, learningRate: suggested ?? 0, epochs: 5 };
  for await (const { accuracy } of trainer.train(settings)) last = accuracy ?? 0;
  expect(last).toBeGreaterThan(0.7);
});

test('the trainer stays as it is, to the bit, also when it is paused', async () => {
  const adam = { optimizer: 'adam', learningRate: 0.002, dropout: 0.2, batchSize: 64 } as const;
  for (let i = 0; i < 20; i += 1) await trainer.step(adam);
  const before = await trainer.save();
  const options = { from: 1e-4, to: 1, steps: 30 };
  const first = await trainer.findLearningRate({ optimizer: 'momentum' }, options);
  expect(await trainer.save()).toEqual(before);
  // The same weights, the same sweep.
  expect(await trainer.findLearningRate({ optimizer: 'momentum' }, options)).toEqual(first);

  const controller = new AbortController();
  const run = (async () => {
    for await (const { epoch } of trainer.train({ ...adam, epochs: 500 }, controller)) {
      expect(epoch).toBeGreaterThan(0);
    }
  })();
  const ended = run.catch(() => undefined);
  const refused = { code: 'badState' };
  await expect(trainer.findLearningRate()).rejects.toMatchObject(refused);
  await trainer.pause();
  const paused = await trainer.save();
  expect((await trainer.findLearningRate({}, options)).costs).toHaveLength(30);
  expect(await trainer.save()).toEqual(paused);
  controller.abort();
  await ended;
});

test('an abort ends it, and other calls are answered meanwhile', async () => {
  const controller = new AbortController();
  const sweep = trainer.findLearningRate(
    {},
    {
      steps: 10_000,
      to: 1e-4,
      signal: controller.signal,
      onProgress: (fraction) => {
        if (fraction > 0.01) controller.abort(new Error('enough'));
      },
    },
  );
  const ended = expect(sweep).rejects.toThrow('enough');
  expect(await trainer.predict(new Uint8Array(784))).toHaveLength(10);
  await ended;
  await expect(trainer.findLearningRate({}, controller)).rejects.toThrow('enough');
  // The worker is free at once.
  expect((await trainer.step()).updates).toBe(1);
});

test('what is wrong is named', async () => {
  const wrong: [Parameters<Trainer['findLearningRate']>, string][] = [
    [[{ batchSize: 4000 }], 'batchSize'],
    [[{ momentum: 1 }], 'momentum'],
    [[{}, { from: 0 }], 'from'],
    [[{}, { from: 1, to: 0.5 }], 'to'],
    [[{}, { steps: 1 }], 'steps'],
    [[{}, { steps: 2.5 }], 'steps'],
  ];
  for (const [args, setting] of wrong) {
    await expect(trainer.findLearningRate(...args)).rejects.toMatchObject({
      code: 'badSetting',
      setting,
    });
  }
  const bare = await createTrainer({ layers: [784, 10] });
  await expect(bare.findLearningRate()).rejects.toMatchObject({ code: 'noData' });
  bare.dispose();
  const sweep = trainer.findLearningRate({}, { steps: 10_000, to: 1e-4 });
  const ended = expect(sweep).rejects.toMatchObject({ code: 'badState' });
  await trainer.generateDigits({ train: 500, test: 10 });
  await ended;
});
