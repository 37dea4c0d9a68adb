// SPDX-License-Identifier: MIT
// How well what people draw is read, in Node: MNIST with digits of other hands, and drawings that
// nothing was trained on. `npm run bench:drawn` has all figures.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { createTrainer, PRESETS } from '../../build/package/index.js';
import { mnistFolder, sharedFolder } from './shared-folder.ts';

const mnist = mnistFolder();
const strokes = sharedFolder('strokes');

/** The bytes after the header of one of MNIST's files. */
function bytesOf(name: string, header: number): Uint8Array {
  const path = join(mnist ?? '', name);
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return new Uint8Array(bytes).subarray(header);
}

/** Every so manieth drawing. */
function drawings(every: number): { label: number; strokes: number[][] }[] {
  const file = readFileSync(join(strokes ?? '', 'pendigits-tra.jsonl.gz'));
  const lines = gunzipSync(file).toString().trim().split('\n');
  return lines
    .filter((_, i) => i % every === 0)
    .map((line) => JSON.parse(line) as { label: number; strokes: number[][] });
}

test.skipIf(mnist === null || strokes === null)(
  'a fifth of other hands: 95 % of the drawings are read right, and MNIST as before',
  async () => {
    const trainer = await createTrainer(PRESETS.quick.network);
    await trainer.load({
      train: {
        images: bytesOf('train-images-idx3-ubyte', 16),
        labels: bytesOf('train-labels-idx1-ubyte', 8),
      },
      test: {
        images: bytesOf('t10k-images-idx3-ubyte', 16),
        labels: bytesOf('t10k-labels-idx1-ubyte', 8),
      },
    });
    let accuracy = 0;
    for await (const epoch of trainer.train({ ...PRESETS.quick.training, otherHands: 0.2 })) {
      accuracy = epoch.accuracy ?? 0;
    }
    const all = drawings(4);
    let right = 0;
    for (const { label, strokes: drawn } of all) {
      const { probabilities } = await trainer.read(drawn);
      right += Number(probabilities.indexOf(Math.max(...probabilities)) === label);
    }
    // eslint-disable-next-line no-console -- the figures are what one wants to see
    console.info(`MNIST ${accuracy}, ${all.length} drawings ${right / all.length}`);
    expect(accuracy).toBeGreaterThan(0.976);
    expect(right / all.length).toBeGreaterThan(0.95);
    trainer.dispose();
  },
);
