// SPDX-License-Identifier: MIT
// Real digits of another size, by way of their files: read, trained and evaluated both ways.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTrainer, readData, type ImportedData } from '../../../build/package/index.js';
import { sharedFolder } from '../shared-folder.ts';
import { file } from './made-up-files.ts';

const folder = sharedFolder('usps');

const uspsFiles = () =>
  readdirSync(folder ?? '').map((name) =>
    file(name, Uint8Array.from(readFileSync(join(folder ?? '', name)))),
  );

async function accuracyOf(data: ImportedData, hidden: readonly number[]): Promise<number> {
  const layers = [data.width * data.height, ...hidden, data.classes.length];
  const trainer = await createTrainer({ layers, seed: 1 });
  try {
    await trainer.load({ train: data.train, ...(data.test && { test: data.test }) });
    for await (const epoch of trainer.train({ epochs: 8, batchSize: 32, learningRate: 0.1 })) {
      expect(epoch.cost).toBeGreaterThan(0);
    }
    const { accuracy, examples } = await trainer.evaluate('test');
    expect(examples).toBe(2007);
    return accuracy;
  } finally {
    trainer.dispose();
  }
}

describe.skipIf(folder === null)('shared/data/usps (skipped where the folder is missing)', () => {
  test('at its own size, 16 x 16', async () => {
    const data = await readData(uspsFiles(), { size: 'own' });
    expect([data.width, data.height, data.classes.length]).toEqual([16, 16, 10]);
    expect([data.train.labels.length, data.test?.labels.length]).toEqual([7291, 2007]);
    expect(data.report.skipped).toEqual([]);
    expect(data.inkSide).toBeGreaterThan(15);
    expect(await accuracyOf(data, [64])).toBeGreaterThanOrEqual(0.9);
  });

  test('as MNIST, 28 x 28', async () => {
    const data = await readData(uspsFiles());
    expect([data.size, data.width, data.height]).toEqual(['mnist', 28, 28]);
    expect(data.train.labels).toHaveLength(7291);
    expect(data.inkSide).toBeCloseTo(20, 0);
    expect(await accuracyOf(data, [64])).toBeGreaterThanOrEqual(0.9);
  });

  test('loadIdx() of another size says the sizes and what to do, and keeps what was there', async () => {
    const trainer = await createTrainer({ layers: [784, 10] });
    await trainer.generateDigits({ train: 50, test: 20 });
    const bytes = (name: string) => ({
      name,
      bytes: Uint8Array.from(readFileSync(join(folder ?? '', name))).buffer,
    });
    const files = {
      trainImages: bytes('usps-train-images.idx3-ubyte.gz'),
      trainLabels: bytes('usps-train-labels.idx1-ubyte.gz'),
      testImages: bytes('usps-test-images.idx3-ubyte.gz'),
      testLabels: bytes('usps-test-labels.idx1-ubyte.gz'),
    };
    await expect(trainer.loadIdx(files)).rejects.toThrow(
      /usps-test-images.*: its images have 16 x 16 = 256 pixels, but layer 0 has 784 units.*readData/,
    );
    expect(trainer.data.train?.examples).toBe(50);
    await trainer.step({ batchSize: 50 });
    trainer.dispose();
  });

  test('a drawing is brought to the size of the data', async () => {
    const trainer = await createTrainer({ layers: [16 * 16, 10] });
    const size = { width: 16, height: 16, box: 16, centre: 'box' } as const;
    const { image, probabilities } = await trainer.read([[0, 0, 3, 1, 5, 20, 4, 60]], { size });
    expect(image).toHaveLength(256);
    expect(image.subarray(0, 16).some((ink) => ink > 100)).toBe(true);
    expect(image.subarray(240).some((ink) => ink > 100)).toBe(true);
    expect(probabilities).toHaveLength(10);
    await expect(trainer.read([], { size })).resolves.toMatchObject({ empty: true });
    const wrong = { size: { ...size, width: 15 } };
    await expect(trainer.read([], wrong)).rejects.toThrow(/240 pixels \(15 x 16\).* 256 units/);
    await expect(trainer.read([], { size: { ...size, box: 17 } })).rejects.toMatchObject({
      setting: 'box',
    });
    trainer.dispose();
  });
});
