// SPDX-License-Identifier: MIT
// continueRun(): a run that was killed ends as it would have ended, to the last bit.
import { afterEach, describe, expect, test } from 'vitest';
import {
  createTrainer,
  type Epoch,
  type Snapshot,
  type Trainer,
  type TrainEnd,
  type TrainSettings,
} from '../../build/package/index.js';
import { DEFAULT_ENGINE, DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../web/src/lib/settings.ts';
import { asker } from './ask.ts';
import { BEST } from './machines.ts';

const NETWORK = { layers: [784, 60, 33, 10], seed: 5 };
const DIGITS = { train: 3000, test: 200 };

const trainers: Trainer[] = [];
afterEach(() => trainers.splice(0).forEach((trainer) => trainer.dispose()));

async function make(): Promise<Trainer> {
  const trainer = await createTrainer(NETWORK);
  trainers.push(trainer);
  await trainer.generateDigits(DIGITS);
  return trainer;
}

interface Ended {
  readonly epochs: Epoch[];
  readonly end: TrainEnd;
  readonly sha256: string;
}

async function toEnd(trainer: Trainer, run: AsyncGenerator<Epoch, TrainEnd, void>): Promise<Ended> {
  const epochs: Epoch[] = [];
  let next = await run.next();
  for (; !next.done; next = await run.next()) epochs.push(next.value);
  return { epochs, end: next.value, sha256: (await trainer.weights()).sha256 };
}

/** What does not depend on the clock. */
const figures = ({
  epoch,
  cost,
  trainAccuracy,
  accuracy,
  validationCost,
  learningRate,
}: Epoch) => ({
  ...{ epoch, cost, trainAccuracy, accuracy, validationCost, learningRate },
});

/** Trains until `when`, saves, and kills the worker. */
async function killed(
  settings: Partial<TrainSettings>,
  when: (epochs: number, share: number) => boolean,
  before: (trainer: Trainer) => Promise<unknown> = () => Promise.resolve(),
): Promise<Snapshot> {
  const trainer = await make();
  let saving: Promise<Snapshot> | undefined;
  let epochs = 0;
  const run = trainer.train(settings, {
    onProgress: ({ epoch, examples, of }) => {
      if (!saving && when(epoch - 1, examples / of)) {
        saving = before(trainer).then(() => trainer.save());
      }
    },
  });
  const over = (async () => {
    for await (const { epoch } of run) epochs = epoch;
  })();
  over.catch(() => undefined);
  while (!saving && epochs < (settings.epochs ?? 0)) await new Promise((r) => setTimeout(r, 1));
  if (!saving) throw new Error('the run was over before it was saved');
  const snapshot = await saving;
  trainer.dispose();
  return structuredClone(snapshot);
}

const ADAM: Partial<TrainSettings> = {
  ...{ optimizer: 'adam', learningRate: 0.003, batchSize: 50, epochs: 6, dropout: 0.2 },
  ...{ schedule: 'cosine', warmUp: 1, rotation: 10, shift: 2, elastic: 4, otherHands: 0.1 },
};

const CASES: [string, Partial<TrainSettings>][] = [
  ['Adam, dropout, augmentation, a cosine with a warm-up', ADAM],
  [
    'early stopping that goes back',
    {
      ...{ optimizer: 'momentum', learningRate: 0.3, batchSize: 30, epochs: 40 },
      ...{ validation: 0.2, patience: 3, images: 1000 },
    },
  ],
  ['a mean of the weights', { averaging: 'swa', epochs: 6, schedule: 'step', stepEvery: 2 }],
  ['batches of all', { batchSize: 'all', epochs: 20, averaging: 'ema' }],
];

describe('a run that was killed', () => {
  test.each(CASES)('%s', { timeout: 60_000 }, async (_, settings) => {
    const trainer = await make();
    const expected = await toEnd(trainer, trainer.train(settings));
    const snapshot = await killed(settings, (epochs, share) => epochs >= 2 && share > 0.2);
    expect(snapshot.run).toMatchObject({ firstEpoch: 0, firstUpdate: 0 });

    const other = await make();
    await other.restore(snapshot);
    if (!snapshot.run) throw new Error('no run');
    const rest = await toEnd(other, other.continueRun(snapshot.run));
    expect(rest.sha256).toBe(expected.sha256);
    expect(rest.end).toEqual(expected.end);
    const left = expected.epochs.slice(snapshot.epochs);
    expect(rest.epochs.map(figures)).toEqual(left.map(figures));
  });

  test('after a change of the batch size, which moves its curve', { timeout: 60_000 }, async () => {
    const settings = { ...ADAM, epochs: 4, batchSize: 25 };
    const ends: string[] = [];
    let snapshot: Snapshot | undefined;
    const changing = await make();
    const run = changing.train(settings, {
      onProgress: ({ epoch }) => {
        if (epoch < 3 || snapshot) return;
        void changing.save().then((saved) => (snapshot ??= saved));
      },
    });
    const ended = toEnd(changing, run);
    await changing.change({ batchSize: 60, learningRate: 0.002 });
    ends.push((await ended).sha256);
    if (!snapshot?.run) throw new Error('it was over before it was saved');
    expect(snapshot.run.settings.batchSize).toBe(60);
    const other = await make();
    await other.restore(structuredClone(snapshot));
    ends.push((await toEnd(other, other.continueRun(snapshot.run))).sha256);
    expect(ends[1]).toBe(ends[0]);
  });

  test('an epoch that has just ended is told before it is saved', { timeout: 60_000 }, async () => {
    const ask = await asker(DEFAULT_ENGINE, BEST);
    const network = { ...DEFAULT_NETWORK, ...NETWORK };
    await ask('configure', { network, engine: DEFAULT_ENGINE, usual: DEFAULT_TRAINING });
    await ask('generate', { ...DIGITS, seed: 3 });
    const told: number[] = [];
    const settings = { ...DEFAULT_TRAINING, epochs: 12, batchSize: 500 };
    const run = ask('train', { settings }, { epoch: ({ epoch }) => told.push(epoch) });
    const [over, notYet] = [run.then(() => true), Promise.resolve(false)];
    const saves: Promise<void>[] = [];
    while (!(await Promise.race([over, notYet]))) {
      await new Promise((resolve) => setImmediate(resolve));
      // With an epoch's own figures not yet told, whoever goes on from there would never have them.
      const save = ask('save', {}).then(({ epochs }) =>
        expect(told.length).toBeGreaterThanOrEqual(epochs),
      );
      saves.push(save);
    }
    await Promise.all(saves);
    expect(saves.length).toBeGreaterThan(12);
  });

  test('what is no run is refused, and nothing is lost', async () => {
    const trainer = await make();
    const { sha256 } = await trainer.weights();
    const snapshot = await killed({ epochs: 5 }, (epochs) => epochs >= 1);
    const run = snapshot.run;
    if (!run) throw new Error('no run');
    const bad = [
      { ...run, settings: { ...run.settings, epochs: 0 } },
      { ...run, schedule: { ...run.schedule, total: -1 } },
      { ...run, firstEpoch: 0.5 },
      { ...run, best: { epoch: 1, validationCost: NaN, layers: [] } },
    ];
    for (const one of bad) {
      await expect(trainer.continueRun(one).next()).rejects.toThrow(/snapshot/i);
    }
    expect((await trainer.weights()).sha256).toBe(sha256);
  });
});
