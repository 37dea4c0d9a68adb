// SPDX-License-Identifier: MIT
// Going on in PyTorch, in one process and in two, against going on with the library.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
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
import { furthest, modelOf, noise, SMALL, untrained } from './networks.ts';
import { idxOf, inFolder, run, unpackInto } from './run.ts';
import { dataIn, mnist, NAMES, TORCH, trainPy, written } from './train-py.ts';

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

  test('a run that was under way: its curve goes on to its end', async () => {
    const training = { ...DEFAULT_TRAINING, schedule: 'cosine', batchSize: 'all' } as const;
    const [total, done] = [6, 3];
    await inFolder(async (folder) => {
      const trainer = await createTrainer({ layers: [784, 12, 10], hidden: 'tanh' });
      await trainer.load(dataIn(folder, 600));
      const step = (u: number) => {
        const share = (1 + Math.cos((Math.PI * u) / total)) / 2;
        return trainer.step({ batchSize: 'all', learningRate: share * training.learningRate });
      };
      for (let u = 0; u < done; u += 1) await step(u);
      const { snapshot, notes } = await modelOf(trainer);
      const schedule = { total, warmUp: 0, every: 1 };
      const begun = {
        settings: training,
        firstUpdate: 0,
        firstEpoch: 0,
        examples: 600,
        best: null,
        spent: { seconds: 0, epochSeconds: 0, epochExamples: 0 },
      };
      unpackInto(
        folder,
        writeContinue({ snapshot: { ...snapshot, run: { ...begun, schedule } }, notes }),
      );
      await trainPy(folder, 1, ['.', '--epochs', String(total - done)]);
      const before = await firstMatrix(trainer);
      for (let u = done; u < total; u += 1) await step(u);
      const expected = await firstMatrix(trainer);
      const off = furthest(written(folder).tensor('0.weight'), expected);
      expect(off).toBeLessThan(furthest(expected, before) / 200);
      trainer.dispose();
    });
  });

  const some = SMALL.filter(([name]) => /^(gelu, sigmoid|leakyRelu, softmax|no)/.test(name));
  test.each(some)('own data of other sizes: %s', async (_, network, notes) => {
    const { trainer, model } = await untrained(network, notes);
    const [width, height] = [notes.width ?? 0, notes.height ?? 0];
    await inFolder((folder) => {
      unpackInto(folder, writeContinue(model));
      NAMES.forEach((name, i) => {
        const images = idxOf(noise(90, width * height), 90, height, width);
        const labels = idxOf(
          noise(90, 1).map((byte) => byte % 3),
          90,
        );
        writeFileSync(join(folder, name), i % 2 === 0 ? images : labels);
      });
      const said = run(folder, TORCH, ['train.py', '.']);
      expect(said).toMatch(/^32 images: max \|dp\| \d\.\de-(0[789]|1\d); .*, on the page None\n/);
      expect(said).toMatch(/epoch 1: training cost \d\.\d{4}, test accuracy [01]\.\d{4}\n/);
    });
    trainer.dispose();
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

      // The batches are split, not changed.
      expect(Math.abs((accuracies[1] ?? 0) - (accuracies[0] ?? 1))).toBeLessThan(0.001);

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
