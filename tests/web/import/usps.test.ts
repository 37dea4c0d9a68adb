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
});
