// SPDX-License-Identifier: MIT
// What the library tells of examples, images and the network itself: the built package, the real
// module.
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createTrainer, ScratchpadError, type Trainer } from '../../build/package/index.js';
import { collect } from './collect.ts';

const TRAIN = 2000;
const TEST = 500;
const options = { epochs: 2, batchSize: 64 } as const;

const sum = (numbers: Iterable<number>): number =>
  Array.from(numbers).reduce((all, one) => all + one, 0);

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: [784, 32, 10] });
  await trainer.generateDigits({ train: TRAIN, test: TEST });
});
afterEach(() => trainer.dispose());

describe('answers', () => {
  test('are those that an evaluation counts, in the order of the images', async () => {
    await collect(trainer.train(options));
    for (const [part, count] of [
      ['train', TRAIN],
      ['test', TEST],
    ] as const) {
      const { answers, probabilities, costs } = await trainer.answers(part);
      const { correct, cost } = await trainer.evaluate(part);
      const { images, labels } = await trainer.images(part, 0, count);
      expect(answers).toHaveLength(count);
      expect(answers.filter((answer, i) => answer === labels[i])).toHaveLength(correct);
      expect(sum(costs) / count).toBeCloseTo(cost, 6);
      const predicted = await trainer.predict(images);
      expect(probabilities).toEqual(ofAnswers(predicted, answers));
    }
  });

  test('are of all training images when some are set aside', async () => {
    await collect(trainer.train({ ...options, validation: 0.25 }));
    const { answers } = await trainer.answers('train');
    const { labels } = await trainer.images('train', 0, TRAIN);
    const right = answers.filter((answer, i) => answer === labels[i]).length;
    const [train, validation] = [
      await trainer.evaluate('train'),
      await trainer.evaluate('validation'),
    ];
    expect(validation.examples).toBe(TRAIN / 4);
    expect(right).toBe(train.correct + validation.correct);
  });

  test('are yes or no where that is the question', async () => {
    await trainer.configure({ layers: [784, 16, 1], output: 'sigmoid', positive: 3 });
    await collect(trainer.train(options));
    const { answers, probabilities } = await trainer.answers('test');
    const scores = await trainer.scores('test');
    expect([...new Set(answers)].sort()).toEqual([0, 1]);
    for (const [i, p] of scores.probabilities.entries()) {
      expect(answers[i]).toBe(p >= 0.5 ? 1 : 0);
      expect(probabilities[i]).toBe(p >= 0.5 ? p : Math.fround(1 - p));
    }
  });

  test('of a network that is replaced meanwhile say so', async () => {
    const asked = trainer.answers('train').catch((error: unknown) => error);
    await trainer.reset();
    const outcome = await asked;
    if (outcome instanceof Error) expect(outcome).toMatchObject({ code: 'badState' });
    else expect(outcome).toMatchObject({ answers: { length: TRAIN } });
  });
});

/** The probability of the answer that was given, of each image. */
function ofAnswers(probabilities: Float32Array, answers: Uint8Array): Float32Array {
  return Float32Array.from(answers, (answer, i) => probabilities[10 * i + answer] ?? NaN);
}

describe('an inspection', () => {
  test('has the activations of every layer, and explains the answer', async () => {
    await collect(trainer.train(options));
    const { images } = await trainer.images('test', 7);
    const { activations, output, contributions } = await trainer.inspect(images);
    expect(activations.map(({ length }) => length)).toEqual([784, 32, 10]);
    expect(activations[0]).toEqual(Float32Array.from(images, (pixel) => pixel / 255));
    const probabilities = await trainer.predict(images);
    for (const [k, p] of activations[2]?.entries() ?? [])
      expect(p).toBeCloseTo(probabilities[k] ?? NaN, 5);
    expect(output).toBe(probabilities.indexOf(Math.max(...probabilities)));
    // A pixel without ink says nothing, and some of the others do.
    expect(contributions).toHaveLength(784);
    for (const [pixel, ink] of images.entries())
      if (ink === 0) expect(contributions[pixel]).toBeCloseTo(0, 10);
    expect(contributions.some((contribution) => Math.abs(contribution) > 0.01)).toBe(true);
  });

  test('explains another output when asked', async () => {
    await collect(trainer.train(options));
    const { images } = await trainer.images('test', 3);
    const own = await trainer.inspect(images);
    const other = await trainer.inspect(images, { output: (own.output + 1) % 10 });
    expect(other.output).toBe((own.output + 1) % 10);
    expect(other.activations).toEqual(own.activations);
    expect(sum(other.contributions)).toBeLessThan(sum(own.contributions));
  });

  test('says what is wrong', async () => {
    const image = new Uint8Array(784);
    await expect(trainer.inspect(new Uint8Array(783))).rejects.toMatchObject({
      code: 'badData',
      message: 'image: has 783 pixels, but layer 0 has 784 units.',
    });
    await expect(trainer.inspect([] as unknown as Uint8Array)).rejects.toThrow(/^image: must be/);
    for (const output of [-1, 10, 0.5, NaN]) {
      await expect(trainer.inspect(image, { output })).rejects.toMatchObject({
        code: 'badSetting',
        setting: 'output',
      });
    }
  });
});

describe('statistics', () => {
  test('have the histograms, norms and units of every layer', async () => {
    await collect(trainer.train(options));
    const { examples, layers } = await trainer.statistics();
    expect(examples).toBe(512);
    const weights = await trainer.weights();
    expect(layers).toHaveLength(2);
    for (const [i, layer] of layers.entries()) {
      const { W, rows } = weights.layers[i] ?? { W: new Float32Array(), rows: 0 };
      expect(layer.weights.counts).toHaveLength(50);
      expect(sum(layer.weights.counts)).toBe(W.length);
      expect(layer.weights.from).toBe(W.reduce((a, b) => Math.min(a, b)));
      expect(layer.weights.to).toBe(W.reduce((a, b) => Math.max(a, b)));
      expect(sum(layer.gradients.counts)).toBe(W.length);
      expect(layer.gradientNorm).toBeGreaterThan(0);
      const ofFirst = Math.hypot(...W.filter((_, place) => place % rows === 0));
      expect(layer.norms[0]).toBeCloseTo(ofFirst, 4);
      expect(layer.norms).toHaveLength(rows);
      expect(layer.activity).toHaveLength(rows);
    }
    expect(sum(layers[1]?.activity ?? [])).toBeCloseTo(1, 5);
  });

  test('have the gradient of the notes', async () => {
    const statistics = await trainer.statistics({ examples: 100, bins: 7 });
    const walked = await trainer.walk(await trainer.images('train', 0, 100));
    for (const [i, layer] of statistics.layers.entries()) {
      const values = walked.layers[i]?.dW.values ?? new Float32Array();
      expect(layer.gradientNorm).toBeCloseTo(Math.hypot(...values), 5);
      expect(layer.gradients.counts).toHaveLength(7);
    }
  });

  test('count the units that are dead', async () => {
    await trainer.configure({ initialiser: 'zeros' });
    const { layers } = await trainer.statistics({ examples: 1e4 });
    expect(layers[0]?.dead).toEqual(Uint32Array.from({ length: 32 }, (_, unit) => unit));
    expect(layers[1]?.dead).toHaveLength(0);
    expect(layers[0]?.weights).toMatchObject({ from: -0.5, to: 0.5 });
    await trainer.configure({ initialiser: 'notes', hidden: 'tanh' });
    expect((await trainer.statistics()).layers[0]?.dead).toHaveLength(0);
  });

  test('are of as many examples as there are, or say that there are none', async () => {
    expect((await trainer.statistics({ examples: 1e4 })).examples).toBe(TRAIN);
    const empty = await createTrainer({ layers: [784, 10] });
    const said = await empty.statistics().catch((error: unknown) => error);
    const answered = await empty.answers('test').catch((error: unknown) => error);
    empty.dispose();
    for (const error of [said, answered]) {
      expect(error).toBeInstanceOf(ScratchpadError);
      expect(error).toMatchObject({ code: 'noData' });
    }
    for (const wrong of [{ examples: 0 }, { examples: 1e5 }, { bins: 0 }, { bins: 1.5 }]) {
      await expect(trainer.statistics(wrong)).rejects.toMatchObject({
        code: 'badSetting',
        setting: Object.keys(wrong)[0],
      });
    }
  });

  test('of data that does not fit the network say so', async () => {
    await trainer.configure({ layers: [196, 10] });
    await expect(trainer.statistics()).rejects.toMatchObject({ code: 'badData' });
    await expect(trainer.answers('train')).rejects.toMatchObject({ code: 'badData' });
  });
});

test('training goes to the same bits while all of them are asked all the time', async () => {
  const figures = async () => {
    const epochs = await collect(trainer.train(options));
    const { sha256 } = await trainer.weights();
    return [sha256, ...epochs.map(({ cost, testCost }) => [cost, testCost])];
  };
  const alone = await figures();
  await trainer.reset();
  const training = { goesOn: true };
  const { images } = await trainer.images('test', 0);
  const asks = [
    () => trainer.answers('train'),
    () => trainer.statistics(),
    () => trainer.inspect(images),
  ];
  const busy = asks.map(async (ask) => {
    let asked = 0;
    for (; training.goesOn; asked += 1) await ask();
    return asked;
  });
  const disturbed = await figures();
  training.goesOn = false;
  const asked = await Promise.all(busy);
  expect(disturbed).toEqual(alone);
  expect(Math.min(...asked)).toBeGreaterThan(0);
});

test('a large network answers others while its statistics are made', async () => {
  await trainer.configure({ layers: [784, 512, 256, 10] });
  const { images } = await trainer.images('test', 0);
  const work = { goesOn: true };
  const statistics = trainer.statistics().finally(() => (work.goesOn = false));
  let answers = 0;
  while (work.goesOn) {
    await trainer.predict(images);
    answers += 1;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  expect((await statistics).layers).toHaveLength(3);
  // One or two, were they made in one piece. Counted and not timed, since a busy machine is slow.
  expect(answers).toBeGreaterThan(10);
});
