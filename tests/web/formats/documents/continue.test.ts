// SPDX-License-Identifier: MIT
// Going on in PyTorch, in one process and in two, against going on with the library.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import {
  createTrainer,
  DEFAULT_TRAINING,
  openModel,
  type Trainer,
  type TrainSettings,
} from '../../../../build/package/index.js';
import { writeContinue } from '../../../../web/src/lib/formats/documents/continue.ts';
import { TRAIN } from '../../../../web/src/lib/formats/documents/continue/train-py.ts';
import { collect } from '../../collect.ts';
import { findPython } from '../python.ts';
import { mnistFolder } from '../../shared-folder.ts';
import { furthest, modelOf } from './networks.ts';
import { idxOf, inFolder, run, unpackInto } from './run.ts';

const TORCH = findPython('torch') ?? '';
const mnist = mnistFolder();

const NAMES = ['train-images', 'train-labels', 't10k-images', 't10k-labels'].map((name) =>
  name.endsWith('images') ? `${name}-idx3-ubyte` : `${name}-idx1-ubyte`,
);

/** The bytes of one of MNIST's files, behind its header. */
function bytesOf(name: string): Uint8Array {
  const path = join(mnist ?? '', name);
  const bytes = existsSync(path) ? readFileSync(path) : gunzipSync(readFileSync(`${path}.gz`));
  return new Uint8Array(bytes).subarray(name.includes('idx3') ? 16 : 8);
}

/** So many of the training images, in one file each as train.py reads them. */
function dataIn(folder: string, images: number) {
  const [trainImages, trainLabels, testImages, testLabels] = NAMES.map(bytesOf) as [
    ...[Uint8Array, Uint8Array, Uint8Array, Uint8Array],
  ];
  const train = {
    images: trainImages.slice(0, 784 * images),
    labels: trainLabels.slice(0, images),
  };
  const part = { images: testImages.slice(), labels: testLabels.slice() };
  writeFileSync(join(folder, NAMES[0] ?? ''), idxOf(train.images, images, 28, 28));
  writeFileSync(join(folder, NAMES[1] ?? ''), idxOf(train.labels, images));
  writeFileSync(join(folder, NAMES[2] ?? ''), idxOf(part.images, 10_000, 28, 28));
  writeFileSync(join(folder, NAMES[3] ?? ''), idxOf(part.labels, 10_000));
  return { train, test: part };
}

/** A port that is free now. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Starts train.py in so many processes, as torchrun does, and gives what the first one says. */
async function trainPy(folder: string, processes: number, args: readonly string[]) {
  const port = String(await freePort());
  const all = Array.from({ length: processes }, (_, rank) => {
    const env = {
      ...process.env,
      ...{ RANK: String(rank), LOCAL_RANK: String(rank), WORLD_SIZE: String(processes) },
      ...{ MASTER_ADDR: '127.0.0.1', MASTER_PORT: port, OMP_NUM_THREADS: '1' },
    };
    const child = spawn(TORCH, ['train.py', ...args], { cwd: folder, env });
    let [said, wrong] = ['', ''];
    child.stdout.on('data', (piece: Buffer) => (said += piece.toString()));
    child.stderr.on('data', (piece: Buffer) => (wrong += piece.toString()));
    return new Promise<string>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        if (code === 0) resolve(said);
        else reject(new Error(`process ${rank}: ${wrong}`));
      });
    });
  });
  return (await Promise.all(all)).join('');
}

/** What the file that train.py wrote says, by a reader of the test's own. */
function written(folder: string) {
  const bytes = readFileSync(join(folder, 'model-trained.safetensors'));
  const start = 8 + Number(bytes.readBigUInt64LE(0));
  const { __metadata__: metadata, ...header } = JSON.parse(
    bytes.subarray(8, start).toString(),
  ) as Record<string, { data_offsets: [number, number] }> & {
    __metadata__: Record<'epochs' | 'updates' | 'optimizer', string>;
  };
  const tensor = (name: string): Float32Array => {
    const [from, to] = header[name]?.data_offsets ?? [0, 0];
    return new Float32Array(Uint8Array.from(bytes.subarray(start + from, start + to)).buffer);
  };
  return { metadata, tensor };
}

/** W_1 of a trainer, row after row. */
async function firstMatrix(trainer: Trainer): Promise<Float32Array> {
  const [{ W, rows, columns } = { W: new Float32Array(), rows: 0, columns: 0 }] = (
    await trainer.weights()
  ).layers.map((layer) => ({ W: layer.W, rows: layer.b.length, columns: 784 }));
  return W.map((_, i) => W[(i % columns) * rows + Math.floor(i / columns)] ?? 0);
}

/** Of all of the data, in one batch: no order matters, so that the numbers themselves agree. */
const WHOLE: readonly [string, Partial<TrainSettings>][] = [
  ['sgd with a penalty', { optimizer: 'sgd', learningRate: 0.3, weightDecay: 0.01 }],
  ['momentum, step', { optimizer: 'momentum', learningRate: 0.05, schedule: 'step', stepEvery: 2 }],
  ['nesterov, clipped', { optimizer: 'nesterov', learningRate: 0.05, clipNorm: 0.5 }],
  ['rmsprop, cosine', { optimizer: 'rmsprop', learningRate: 0.001, schedule: 'cosine', warmUp: 2 }],
  ['adam, one cycle', { optimizer: 'adam', learningRate: 0.01, schedule: 'oneCycle' }],
  ['adamw, smoothed', { optimizer: 'adamw', weightDecay: 0.1, labelSmoothing: 0.1, maxNorm: 1 }],
];

test('train.py has at most 120 lines, none of them long', () => {
  const lines = TRAIN.trimEnd().split('\n');
  expect(lines.length).toBeLessThanOrEqual(120);
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(116);
});

describe.skipIf(TORCH === '' || mnist === null)('going on in PyTorch', () => {
  test.each(WHOLE)('%s: the same weights as the library, but for rounding', async (_, of) => {
    const settings = { ...DEFAULT_TRAINING, learningRate: 0.01, ...of, batchSize: 'all' as const };
    await inFolder(async (folder) => {
      const data = dataIn(folder, 600);
      const trainer = await createTrainer({ layers: [784, 12, 10], hidden: 'tanh' });
      await trainer.load(data);
      await collect(trainer.train({ ...settings, epochs: 3 }));
      unpackInto(folder, writeContinue(await modelOf(trainer, { training: settings })));
      const said = await trainPy(folder, 1, ['.', '--epochs', '6']);
      expect(said).toMatch(/^32 images: max \|dp\| \d\.\de-0[789]; test accuracy/);
      const before = await firstMatrix(trainer);
      await collect(trainer.train({ ...settings, epochs: 6 }));
      const [expected, found] = [await firstMatrix(trainer), written(folder)];
      const moved = furthest(expected, before);
      expect(furthest(found.tensor('0.weight'), expected)).toBeLessThan(moved / 200);
      const { optimizer, epochs, updates } = await trainer.save();
      const { metadata } = found;
      expect([metadata.epochs, metadata.updates]).toEqual([String(epochs), String(updates)]);
      const { method, steps } = optimizer;
      expect(JSON.parse(metadata.optimizer)).toEqual({ method, steps });
      trainer.dispose();
    });
  });

  test('the yes/no question, balanced: the same weights', async () => {
    const settings = { ...DEFAULT_TRAINING, batchSize: 'all', positiveWeight: 'balanced' } as const;
    await inFolder(async (folder) => {
      const data = dataIn(folder, 600);
      const network = { layers: [784, 12, 1], output: 'sigmoid', positive: 3 } as const;
      const trainer = await createTrainer(network);
      await trainer.load(data);
      unpackInto(folder, writeContinue(await modelOf(trainer, { training: settings })));
      await trainPy(folder, 1, ['.', '--epochs', '5']);
      const before = await firstMatrix(trainer);
      await collect(trainer.train({ ...settings, epochs: 5 }));
      const expected = await firstMatrix(trainer);
      const off = furthest(written(folder).tensor('0.weight'), expected);
      expect(off).toBeLessThan(furthest(expected, before) / 200);
      trainer.dispose();
    });
  });

  test('MNIST, Adam, two gloo processes: within 0.3 points of the library', async () => {
    const network = { layers: [784, 64, 10] };
    // Down to a rate of 0, since at a constant one the order of the images alone makes 0.2 points.
    const training = {
      ...{ ...DEFAULT_TRAINING, epochs: 1 },
      ...({ optimizer: 'adam', learningRate: 0.002, schedule: 'cosine' } as const),
    };
    await inFolder(async (folder) => {
      const trainer = await createTrainer(network);
      await trainer.load(dataIn(folder, 60_000));
      await collect(trainer.train(training));
      const figures = await trainer.evaluate();
      const notes = {
        training,
        figures: {
          ...{ trainCost: null, testCost: null, trainAccuracy: null },
          testAccuracy: figures.accuracy,
        },
      };
      unpackInto(folder, writeContinue(await modelOf(trainer, notes)));
      expect((await openModel(writeContinue(await modelOf(trainer, notes)))).notes).toMatchObject(
        notes,
      );
      const accuracies: number[] = [];
      for (const processes of [1, 2]) {
        const said = await trainPy(folder, processes, ['.']);
        expect(said).toContain(`test accuracy ${figures.accuracy.toFixed(4)}, on the page 0.9`);
        accuracies.push(Number(/epoch 2: .*test accuracy (0\.\d+)/.exec(said)?.[1]));
        // eslint-disable-next-line no-console -- the figures are what one wants to see
        console.info(`${processes} process(es):\n${said}`);
      }
      await collect(trainer.train(training));
      const here = (await trainer.evaluate()).accuracy;
      // eslint-disable-next-line no-console -- the figures are what one wants to see
      console.info(`with the library: ${here}`);
      for (const accuracy of accuracies) expect(Math.abs(accuracy - here)).toBeLessThan(0.003);
      trainer.dispose();

      // Back again: the same answers, and Adam goes on where it was.
      const opened = await openModel(readFileSync(join(folder, 'model-trained.safetensors')));
      const again = await createTrainer(opened);
      await again.load(dataIn(folder, 6000));
      expect((await again.evaluate()).accuracy).toBeCloseTo(accuracies[1] ?? 0, 4);
      expect(await again.save()).toMatchObject({
        ...{ epochs: 2, updates: 2 * 469 },
        optimizer: { method: 'adam', steps: 2 * 469 },
      });
      const [epoch] = await collect(again.train({ ...training, learningRate: 0.0005 }));
      expect(epoch?.cost).toBeLessThan(0.4);
      again.dispose();
    });
  }, 180_000);

  test('what cannot be done is said, and other data is refused', async () => {
    await inFolder(async (folder) => {
      const data = dataIn(folder, 600);
      const trainer = await createTrainer({ layers: [784, 12, 10] });
      await trainer.load(data);
      const training = { ...DEFAULT_TRAINING, shift: 2, averaging: 'ema', dropout: 0.2 } as const;
      const model = await modelOf(trainer, { training });
      unpackInto(folder, writeContinue(model));
      const said = await trainPy(folder, 1, ['.']);
      expect(said).toContain('set on the page, but not done here: averaging, shift\n');
      const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as {
        probabilities: number[][];
      };
      expected.probabilities[3]?.fill(0.5, 0, 1);
      writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
      expect(() => run(folder, TORCH, ['train.py', '.'])).toThrow(/does not answer as it did/);
      trainer.dispose();
    });
  });
});
