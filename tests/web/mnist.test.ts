// SPDX-License-Identifier: MIT
// What the network reaches on real MNIST, in Node: with the defaults, and from generated digits.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTrainer, type Epoch, PRESETS, type Trainer } from '../../build/package/index.js';
import { gunzip } from '../../web/src/lib/unpack.ts';
import { pairImagesWithLabels, parseIdx } from '../../web/src/lib/dataset.ts';
import { mnistFolder } from './shared-folder.ts';

const folder = mnistFolder();

/** A file's bytes, gzipped or not, by its name without .gz. */
function bytesOf(name: string): Uint8Array<ArrayBuffer> {
  const path = join(folder ?? '', name);
  return new Uint8Array(readFileSync(existsSync(path) ? path : `${path}.gz`));
}

const file = (name: string) => ({ name, bytes: bytesOf(name).buffer });

const readIdx = async (name: string) => parseIdx(await gunzip(bytesOf(name), name), name);

/** Trains for some epochs with the default settings. */
async function train(trainer: Trainer, epochs: number): Promise<void> {
  for await (const epoch of trainer.train({ epochs })) expect(epoch.cost).toBeGreaterThan(0);
}

function loadMnist(trainer: Trainer): Promise<unknown> {
  return trainer.loadIdx({
    trainImages: file('train-images-idx3-ubyte'),
    trainLabels: file('train-labels-idx1-ubyte'),
    testImages: file('t10k-images-idx3-ubyte'),
    testLabels: file('t10k-labels-idx1-ubyte'),
  });
}

describe.skipIf(folder === null)('on MNIST', () => {
  test('the defaults reach 97 %', async () => {
    const trainer = await createTrainer();
    await loadMnist(trainer);
    await train(trainer, 10);
    const { accuracy, examples } = await trainer.evaluate();
    // eslint-disable-next-line no-console -- the figure is what one wants to see
    console.info(`MNIST, defaults, 10 epochs: ${accuracy}`);
    expect(examples).toBe(10_000);
    expect(accuracy).toBeGreaterThanOrEqual(0.97);
    trainer.dispose();
  });

  test("the notes' own code comes to what the fast engine does", async () => {
    const [fast, notes] = await Promise.all(
      (['reproducible', 'notes'] as const).map(async (math) => {
        const trainer = await createTrainer({ math });
        expect(trainer.backend.math).toBe(math);
        await loadMnist(trainer);
        const epochs: Epoch[] = [];
        for await (const epoch of trainer.train({ epochs: 3 })) epochs.push(epoch);
        const { sha256 } = await trainer.weights();
        const { accuracy } = await trainer.evaluate();
        trainer.dispose();
        return { cost: epochs.at(-1)?.cost ?? 0, accuracy, sha256 };
      }),
    );
    // eslint-disable-next-line no-console -- the figures are what one wants to see
    console.info('MNIST, 3 epochs, fast and as in the notes:', fast, notes);
    expect(notes?.sha256).not.toBe(fast?.sha256);
    expect(Math.abs((notes?.cost ?? 0) - (fast?.cost ?? 1))).toBeLessThan(1e-3);
    expect(Math.abs((notes?.accuracy ?? 0) - (fast?.accuracy ?? 1))).toBeLessThan(0.0015);
  });

  test("'is it a 3?' with mini-batches reaches an F1 of 0.98", async () => {
    const trainer = await createTrainer(PRESETS.notes.network);
    await loadMnist(trainer);
    let f1 = 0;
    const settings = { ...PRESETS.quick.training, epochs: 8 };
    for await (const epoch of trainer.train(settings)) f1 = epoch.binary?.f1 ?? 0;
    // eslint-disable-next-line no-console -- the figure is what one wants to see
    console.info(`'is it a 3?', mini-batches, 8 epochs: F1 ${f1}`);
    expect(f1).toBeGreaterThanOrEqual(0.98);
    trainer.dispose();
  });

  // All of its 200 epochs are measured by npm run bench:accuracy -- notes.
  test('the preset of the notes lowers the cost at every epoch', async () => {
    const { network, training } = PRESETS.notes;
    const trainer = await createTrainer(network);
    await loadMnist(trainer);
    const costs: number[] = [];
    for await (const { cost } of trainer.train({ ...training, epochs: 12 })) costs.push(cost);
    expect(costs).toHaveLength(12);
    expect(costs).toEqual([...costs].sort((a, b) => b - a));
    trainer.dispose();
  });

  test('60,000 generated digits alone read 92 % of the real test images', async () => {
    const trainer = await createTrainer();
    const before = performance.now();
    await trainer.generateDigits({ train: 60_000, test: 1000 });
    const perSecond = 61_000 / ((performance.now() - before) / 1000);
    await train(trainer, 10);
    const [images, labels] = ['t10k-images-idx3-ubyte', 't10k-labels-idx1-ubyte'];
    const pair = pairImagesWithLabels(await readIdx(images), await readIdx(labels), images, labels);
    await trainer.load({ test: pair });
    const { accuracy } = await trainer.evaluate();
    // eslint-disable-next-line no-console -- the figure is what one wants to see
    console.info(
      `generated digits (${Math.round(perSecond)} a second) on MNIST's test: ${accuracy}`,
    );
    expect(accuracy).toBeGreaterThanOrEqual(0.92);
    trainer.dispose();
  });
});
