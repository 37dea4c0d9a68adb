// SPDX-License-Identifier: MIT
// The training methods and the notes' numbers through the library, in Node, on generated digits.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  checkNetwork,
  checkTraining,
  countAt,
  createTrainer,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type Epoch,
  PRESETS,
  type TrainEnd,
  type Trainer,
  type TrainSettings,
} from '../../build/package/index.js';

const LAYERS = [784, 32, 16, 10];
const YES_NO = { layers: [784, 32, 1], output: 'sigmoid', positive: 3 } as const;

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: LAYERS });
  await trainer.generateDigits({ train: 2000, test: 500 });
});
afterEach(() => trainer.dispose());

/** Trains to the end. */
async function train(
  settings: Partial<TrainSettings>,
): Promise<{ epochs: Epoch[]; end: TrainEnd }> {
  const epochs: Epoch[] = [];
  const run = trainer.train(settings);
  for (;;) {
    const { done, value } = await run.next();
    if (done) return { epochs, end: value };
    epochs.push(value);
  }
}

describe('training methods', () => {
  const rates = {
    sgd: 0.2,
    momentum: 0.05,
    nesterov: 0.05,
    rmsprop: 0.003,
    adam: 0.005,
    adamw: 0.005,
  };

  test.each(Object.entries(rates))('%s learns', async (optimizer, learningRate) => {
    const settings = { optimizer: optimizer as keyof typeof rates, learningRate };
    const { epochs } = await train({ ...settings, epochs: 6, batchSize: 32, weightDecay: 1e-4 });
    expect(epochs.at(-1)?.accuracy).toBeGreaterThan(0.75);
  });

  test('a schedule changes the learning rate from epoch to epoch, and ends with the run', async () => {
    const { epochs } = await train({ schedule: 'cosine', warmUp: 1, epochs: 4, learningRate: 0.2 });
    const learned = epochs.map(({ learningRate }) => learningRate);
    expect(learned[0]).toBeCloseTo(0.2, 6);
    expect(learned).toEqual([...learned].sort((a, b) => b - a));
    expect(learned[3]).toBeLessThan(0.01);
    // The next run has a schedule of its own.
    const again = await train({ schedule: 'step', stepEvery: 1, stepFactor: 0.5, epochs: 3 });
    expect(again.epochs.map(({ learningRate }) => learningRate)).toEqual([0.2, 0.1, 0.05]);
  });

  test('the same settings give the same weights with everything switched on', async () => {
    const settings = {
      optimizer: 'adam',
      learningRate: 0.005,
      schedule: 'oneCycle',
      dropout: 0.3,
      maxNorm: 3,
      clipNorm: 1,
      labelSmoothing: 0.1,
      weightDecay: 1e-3,
      validation: 0.1,
      epochs: 2,
    } as const;
    await train(settings);
    const { sha256 } = await trainer.weights();
    await trainer.reset();
    await train(settings);
    expect((await trainer.weights()).sha256).toBe(sha256);
  });

  test('early stopping ends the run and goes back to the best weights', async () => {
    const { epochs, end } = await train({
      validation: 0.2,
      patience: 3,
      epochs: 500,
      batchSize: 16,
      learningRate: 0.5,
    });
    const costs = epochs.map(({ validationCost }) => validationCost ?? Infinity);
    const best = costs.indexOf(Math.min(...costs)) + 1;
    expect(end).toEqual({ reason: 'early', epoch: best });
    expect(epochs).toHaveLength(best + 3);
    const { cost, examples } = await trainer.evaluate('validation');
    expect(examples).toBe(400);
    expect(cost).toBe(Math.min(...costs));
  });

  test('a balanced weight finds more of the rare yes', async () => {
    await trainer.configure(YES_NO);
    await train({ epochs: 2 });
    const plain = await trainer.evaluate();
    await trainer.reset();
    await train({ epochs: 2, positiveWeight: 'balanced' });
    const weighted = await trainer.evaluate();
    expect(weighted.recall).toBeGreaterThan(plain.recall ?? 0);
  });

  test('the presets are good settings', () => {
    for (const { network, training } of Object.values(PRESETS)) {
      checkNetwork({ ...DEFAULT_NETWORK, ...network });
      checkTraining({ ...DEFAULT_TRAINING, ...training });
    }
    expect(PRESETS.notes.training.batchSize).toBe('all');
  });

  test('bad settings are typed errors that name the setting and its limits', async () => {
    const bad: [Partial<TrainSettings>, RegExp][] = [
      [{ learningRate: -1 }, /learningRate: .*above 0/],
      [{ dropout: 1 }, /dropout: .*below 1/],
      [{ batchSize: 2001 }, /batchSize: .*1 to the 2000/],
      [{ momentum: 1 }, /momentum: .*below 1/],
      [{ warmUp: 11 }, /warmUp: .*0 to 10/],
      [{ stepFactor: 0 }, /stepFactor: .*above 0/],
      [{ validation: 1 }, /validation: .*below 1/],
      [{ patience: 2 }, /patience: .*validation/],
      [{ labelSmoothing: -0.1 }, /labelSmoothing: .*at least 0/],
      [{ positiveWeight: 0 }, /positiveWeight: .*above 0/],
      [{ schedule: 'magic' as 'step' }, /schedule: .*one of/],
    ];
    for (const [settings, message] of bad) {
      const run = train(settings);
      await expect(run).rejects.toThrow(message);
      await expect(run).rejects.toMatchObject({
        code: 'badSetting',
        setting: Object.keys(settings)[0],
      });
    }
    const three = createTrainer({ layers: [784, 3], output: 'sigmoid' });
    await expect(three).rejects.toMatchObject({ code: 'badSetting', setting: 'layers' });
    await expect(createTrainer({ layers: [] })).rejects.toThrow(/2 to 65/);
  });
});

describe('the numbers of the notes', () => {
  test('walk gives the seven steps of a batch', async () => {
    await train({ epochs: 1 });
    const batch = await trainer.images('test', 3, 2);
    const { sha256, layers: weights } = await trainer.weights();
    const walk = await trainer.walk(batch, { learningRate: 0.1 });
    expect((await trainer.weights()).sha256, 'the network stays as it is').toBe(sha256);
    expect(walk.X).toMatchObject({ rows: 784, columns: 2 });
    expect(walk.X.values[400]).toBeCloseTo((batch.images[400] ?? 0) / 255, 6);
    expect(walk.layers.map(({ Z }) => [Z.rows, Z.columns])).toEqual([
      [32, 2],
      [16, 2],
      [10, 2],
    ]);
    const [first, , last] = walk.layers;
    if (!first || !last) throw new Error('three layers');
    expect(first.W.values).toEqual(weights[0]?.W);
    expect(last.dA).toMatchObject({ rows: 10, columns: 2 });
    // The walk takes the verbs, which sum in another order than the engine does.
    const predicted = await trainer.predict(batch.images);
    last.A.values.forEach((value, k) => expect(value).toBeCloseTo(predicted[k] ?? NaN, 6));
    // z = sum_c W(r, c) x_c + b, for unit 5 of the second image.
    let z = first.b.values[5] ?? 0;
    for (let c = 0; c < 784; c += 1) {
      z += (first.W.values[5 + 32 * c] ?? 0) * (walk.X.values[784 + c] ?? 0);
    }
    expect(first.Z.values[5 + 32]).toBeCloseTo(z, 4);
    // W after = W - alpha dW.
    const [w, dw] = [first.W.values[9000] ?? 0, first.dW.values[9000] ?? 0];
    expect(first.WAfter.values[9000]).toBeCloseTo(w - 0.1 * dw, 7);
    expect(walk.costAfter).toBeLessThan(walk.cost);
    const later = await trainer.walk(batch, { learningRate: 0.1, updates: 1 });
    expect(later.cost).toBeCloseTo(walk.costAfter, 12);
  });

  test('checkGradients passes for every layer, both questions, within two seconds', async () => {
    for (const network of [{ layers: LAYERS, output: 'softmax' } as const, YES_NO]) {
      await trainer.configure(network);
      await train({ epochs: 1 });
      const batch = await trainer.images('train', 0, 8);
      const fractions: number[] = [];
      const result = await trainer.checkGradients(batch, { onProgress: (f) => fractions.push(f) });
      expect(result.passed).toBe(true);
      expect(result.worst).toBeLessThan(result.limit);
      expect(result.weights.length).toBeGreaterThanOrEqual(200);
      expect(new Set(result.weights.map(({ layer }) => layer)).size).toBe(
        network.layers.length - 1,
      );
      expect(result.weights.some(({ analytic }) => Math.abs(analytic) > 1e-4)).toBe(true);
      // Measured: 0.04 s, so that a busy machine is far from it.
      expect(result.seconds).toBeLessThan(2);
      expect(fractions.at(-1)).toBe(1);
    }
  });

  test('checkGradients takes chosen weights, and names one that there is not', async () => {
    const batch = await trainer.images('train', 0, 4);
    const place = { layer: 2, row: 3, column: 4 };
    const { weights } = await trainer.checkGradients(batch, { places: [place] });
    const walk = await trainer.walk(batch);
    expect(weights).toHaveLength(1);
    expect(weights[0]?.analytic).toBeCloseTo(walk.layers[1]?.dW.values[3 + 16 * 4] ?? 1, 6);
    const wrong = trainer.checkGradients(batch, { places: [{ ...place, row: 16 }] });
    await expect(wrong).rejects.toMatchObject({ code: 'badSetting' });
  });

  test('scores say yes as often as the confusion does', async () => {
    await expect(trainer.scores()).rejects.toMatchObject({ code: 'badState' });
    await trainer.configure(YES_NO);
    await train({ epochs: 3 });
    const scores = await trainer.scores();
    const { confusion, precision, recall } = await trainer.evaluate();
    const counts = countAt(scores, 0.5);
    expect(counts.found).toBe(confusion[1]?.[1]);
    expect(counts.falseYes).toBe(confusion[0]?.[1]);
    expect(counts.precision).toBe(precision);
    expect(counts.recall).toBe(recall);
  });

  test('images that are not there are named', async () => {
    await expect(trainer.images('test', 499, 2)).rejects.toThrow(/there are 500 test images/);
    await expect(
      trainer.walk({ images: new Uint8Array(5), labels: Uint8Array.of(1) }),
    ).rejects.toMatchObject({ code: 'badData' });
  });
});
