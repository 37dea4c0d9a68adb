// SPDX-License-Identifier: MIT
// Calls that come at awkward moments: the figures of training must not depend on them.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createTrainer, type Epoch, type Trainer } from '../../build/package/index.js';
import { idx } from './import/made-up-files.ts';
import { collect } from './collect.ts';

const options = { epochs: 3, batchSize: 100 } as const;
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** What must be the same in every run. */
const figures = (epochs: Epoch[]) =>
  epochs.map(({ epoch, cost, testCost }) => [epoch, cost, testCost]);

let trainer: Trainer;

beforeEach(async () => {
  trainer = await createTrainer({ layers: [784, 64, 10] });
  await trainer.generateDigits({ train: 3000, test: 3000 });
});
afterEach(() => trainer.dispose());

describe('the figures of training stay the same', () => {
  test('while the other part is evaluated all the time', async () => {
    const alone = figures(await collect(trainer.train(options)));
    await trainer.reset();
    const training = { goesOn: true };
    const busy = (async () => {
      while (training.goesOn) await trainer.evaluate('train');
    })();
    const disturbed = figures(await collect(trainer.train(options)));
    training.goesOn = false;
    await busy;
    expect(disturbed).toEqual(alone);
  });

  test('when it is paused and stepped at any moment', async () => {
    const alone = figures(await collect(trainer.train(options)));
    await trainer.reset();
    const epochs = new Map<number, Epoch>();
    const run = (async () => {
      for await (const epoch of trainer.train(options)) epochs.set(epoch.epoch, epoch);
    })();
    for (let i = 0; i < 12; i += 1) {
      await wait(7);
      await trainer.pause();
      const { finished } = await trainer.step(options).catch(() => ({ finished: null }));
      if (finished) epochs.set(finished.epoch, finished);
      await trainer.resume();
    }
    await run;
    // Epochs that a step ended are in the step's result.
    expect(figures([...epochs.values()].sort((a, b) => a.epoch - b.epoch))).toEqual(alone);
  });

  test('after validation was switched on and off, and after another network', async () => {
    const first = figures(await collect(trainer.train({ ...options, validation: 0.2 })));
    await trainer.reset();
    const { of } = await trainer.step(options);
    expect(of, 'nothing is set aside any more').toBe(3000);
    await trainer.configure({ seed: 2 });
    await collect(trainer.train({ ...options, validation: 0.2 }));
    await trainer.configure({ seed: 1 });
    const again = figures(await collect(trainer.train({ ...options, validation: 0.2 })));
    expect(again).toEqual(first);
  });
});

test('a split waits for the evaluation before it', async () => {
  await trainer.configure({ layers: [784, 64, 1], output: 'sigmoid' });
  await collect(trainer.train({ ...options, epochs: 1, validation: 0.9 }));
  const scores = trainer.scores('train');
  await collect(trainer.train({ ...options, epochs: 1, validation: 0 }));
  expect((await scores).probabilities).toHaveLength(300);
});

test('an evaluation whose network was replaced says so', async () => {
  const evaluation = trainer.evaluate('train').catch((error: unknown) => error);
  await trainer.reset();
  const outcome = await evaluation;
  if (outcome instanceof Error) expect(outcome.message).toMatch(/Evaluate again/);
  else expect(outcome).toMatchObject({ examples: 3000 });
});

test('an abort ends its own run and no other', async () => {
  const mine = new AbortController();
  const run = collect(trainer.train({ ...options, epochs: 1000 }, { signal: mine.signal }));
  await wait(50);
  const other = new AbortController();
  const refused = collect(trainer.train(options, { signal: other.signal }));
  other.abort();
  await expect(refused).rejects.toThrow();
  const before = (await trainer.weights()).sha256;
  const goesOn = async () => expect((await trainer.weights()).sha256).not.toBe(before);
  await vi.waitFor(goesOn, { timeout: 10_000 });
  mine.abort();
  await expect(run).rejects.toMatchObject({ name: 'AbortError' });
});

describe('what is wrong is named, and nothing is lost', () => {
  test('digits that cannot be made', async () => {
    const wrong = [{ train: -1 }, { train: 4e9 }, { test: 0 }, { train: 1.5 }, { seed: -1 }];
    for (const digits of wrong) {
      await expect(trainer.generateDigits(digits)).rejects.toMatchObject({
        code: 'badSetting',
        setting: Object.keys(digits)[0],
      });
    }
    expect(trainer.data.train?.examples).toBe(3000);
  });

  test('a good part with a bad one', async () => {
    const test = { images: new Uint8Array(784), labels: Uint8Array.of(1) };
    const train = { images: new Uint8Array(783), labels: Uint8Array.of(1) };
    await expect(trainer.load({ test, train })).rejects.toMatchObject({ code: 'badData' });
    expect((await trainer.evaluate()).examples).toBe(3000);
  });

  test('files that are no buffers', async () => {
    const file = (name: string) => ({ name, bytes: new ArrayBuffer(9) });
    const [trainImages, trainLabels, testImages] = ['a', 'b', 'c'].map(file);
    if (!trainImages || !trainLabels || !testImages) throw new Error('three files');
    const four = { trainImages, trainLabels, testImages, testLabels: file('d') };
    const bytes = [1, 2, 3] as unknown as ArrayBuffer;
    for (const files of [
      { ...four, testLabels: { name: 'd', bytes } },
      { ...four, testLabels: trainImages },
      { ...four, testLabels: undefined as unknown as typeof trainImages },
    ]) {
      await expect(trainer.loadIdx(files)).rejects.toMatchObject({ code: 'badData' });
    }
  });

  test('files may be views of larger buffers, as Node reads them, and stay as they are', async () => {
    const view = (name: string, bytes: Uint8Array) => {
      const around = new Uint8Array(bytes.length + 7);
      around.set(bytes, 3);
      return { name, bytes: around.subarray(3, 3 + bytes.length) };
    };
    const images = view('images', idx([4, 28, 28], new Uint8Array(4 * 784).fill(9)));
    const labels = view('labels', idx([4], [1, 2, 3, 4]));
    const files = {
      trainImages: images,
      trainLabels: labels,
      testImages: images,
      testLabels: labels,
    };
    const info = await trainer.loadIdx(files);
    expect([info.train?.examples, info.test?.examples]).toEqual([4, 4]);
    expect(images.bytes.length).toBe(16 + 4 * 784);
  });

  test('a drawing for a network of another size', async () => {
    await trainer.configure({ layers: [196, 10] });
    await expect(trainer.read([[0, 0, 5, 5]])).rejects.toThrow(/784 pixels .* 196 units/);
    await expect(collect(trainer.train({ epochs: 1 }))).rejects.toMatchObject({ code: 'badData' });
  });

  test('a part that there is not', async () => {
    await expect(trainer.evaluate('both' as 'test')).rejects.toMatchObject({ setting: 'part' });
    await expect(trainer.evaluate('validation')).rejects.toMatchObject({ code: 'noData' });
    await expect(trainer.images('test', 2 ** 40)).rejects.toMatchObject({ setting: 'first' });
  });
});
