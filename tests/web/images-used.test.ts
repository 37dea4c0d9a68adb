// SPDX-License-Identifier: MIT
// 'Training images used': on few images a network learns those by heart.
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTrainer, DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../build/package/index.js';
import type { Epoch, Trainer, TrainSettings } from '../../build/package/index.js';
import { decodeLink, encodeLink } from '../../web/src/page/model/link/link.ts';
import { LINK_DEFAULTS } from '../../web/src/page/model/link/keys.ts';
import { findProblems } from '../../web/src/page/model/problems.ts';

let trainer: Trainer;

beforeAll(async () => {
  trainer = await createTrainer({ layers: [784, 32, 10] });
  await trainer.generateDigits({ train: 2000, test: 500, seed: 1 });
});

afterAll(() => trainer.dispose());

async function train(settings: Partial<TrainSettings>): Promise<Epoch> {
  await trainer.reset();
  let last: Epoch | undefined;
  for await (const epoch of trainer.train({ batchSize: 20, ...settings })) last = epoch;
  if (!last) throw new Error('no epoch');
  return last;
}

test('an epoch has as many images as are to be used, and no more than there are', async () => {
  expect(await train({ images: 100, epochs: 1 })).toMatchObject({
    examples: 100,
    complete: true,
  });
  expect(await train({ images: 150, validation: 0.5, epochs: 1 })).toMatchObject({
    examples: 150,
    complete: true,
    validationCost: expect.any(Number) as number,
  });
  expect(await train({ images: 5000, validation: 0.5, epochs: 1 })).toMatchObject({
    examples: 1000,
  });
  expect(await train({ epochs: 1 })).toMatchObject({ examples: 2000, complete: true });
});

test('on few images it overfits: what it has learned is right, and others are not', async () => {
  const few = await train({ images: 100, epochs: 40 });
  const all = await train({ epochs: 2 }); // as many updates, and more than enough of them
  expect(few.cost).toBeLessThan(0.1);
  expect(few.testCost).toBeGreaterThan(2 * few.cost);
  expect(few.testCost).toBeGreaterThan(2 * (all.testCost ?? Infinity));
});

test('the same seed uses the same images, and a snapshot goes on with them', async () => {
  const settings = { ...DEFAULT_TRAINING, images: 200, batchSize: 20, epochs: 2 } as const;
  await train(settings);
  const { sha256 } = await trainer.weights();
  await trainer.reset();
  for (let i = 0; i < 13; i += 1) await trainer.step(settings);
  await trainer.reset();
  await train({ ...settings, epochs: 1 });
  const snapshot = await trainer.save();
  await train({ epochs: 1 });
  await trainer.restore(snapshot);
  for await (const epoch of trainer.train({ ...settings, epochs: 1 })) {
    expect(epoch.examples).toBe(200);
  }
  expect((await trainer.weights()).sha256).toBe(sha256);
});

test('too few, and a batch of more than are used, are named; a link holds the number', async () => {
  await expect(train({ images: 99 })).rejects.toThrow(/images: must be a whole number from 100/);
  const problems = findProblems(DEFAULT_NETWORK, { ...DEFAULT_TRAINING, images: 100 }, 60_000);
  expect(problems).toEqual({ batchSize: 'Must be at most 100, the images to train on, or all.' });
  const training = { ...LINK_DEFAULTS.training, images: 1000 };
  const link = encodeLink({ ...LINK_DEFAULTS, training });
  expect(link).toContain('images=1000');
  expect(decodeLink(link)?.settings.training).toEqual(training);
  expect(encodeLink(LINK_DEFAULTS)).not.toContain('images');
});
