// SPDX-License-Identifier: MIT
// What was saved opens again, bit for bit, and training goes on as if nothing had been between.
import { describe, expect, test } from 'vitest';
import {
  createTrainer,
  type DescentSettings,
  type ModelForm,
  openModel,
  type Trainer,
  type TrainSettings,
} from '../../../build/package/index.js';
import { exportModel } from '../../../web/src/lib/formats/export-model.ts';
import { DEFAULT_TRAINING } from '../../../web/src/lib/settings.ts';
import { DIGITS, IMAGES, modelOf, NETWORKS, trained } from './networks.ts';

const READ: ModelForm[] = ['safetensors', 'npz', 'json', 'onnx'];

describe.each(READ)('%s', (form) => {
  test.each(NETWORKS)('%s', async (_, network) => {
    const model = await modelOf(network);
    const bytes = await exportModel(model, form);
    const opened = await openModel(bytes);
    expect(opened.snapshot.layers).toEqual(model.snapshot.layers);
    expect(opened.snapshot.sha256).toBe(model.snapshot.sha256);
    expect(opened.snapshot.network).toEqual(model.snapshot.network);
    expect(opened).toMatchObject(model.snapshot.network);
    expect(opened.notes).toEqual(model.notes);
    expect(opened.assumed).toEqual([]);
    // And the same file again.
    expect(await exportModel(opened, form)).toEqual(bytes);
  });
});

test('every float32 comes back, of JSON too: the smallest, the largest, and both zeros', async () => {
  const { snapshot, notes } = await modelOf({ layers: [784, 10] });
  const [layer] = snapshot.layers;
  const bits = new Uint32Array(layer?.W.length ?? 0);
  let state = 1;
  // Any bits but those of NaN and infinity, whose exponent is all ones.
  for (let i = 0; i < bits.length; i += 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    bits[i] = (state & 0x7f800000) === 0x7f800000 ? 0x80000000 : state;
  }
  const W = new Float32Array(bits.buffer);
  W.set([0, -0, 1e-45, -1e-45, 3.4028234663852886e38, 1.1754943508222875e-38]);
  const layers = [{ W, b: layer?.b ?? new Float32Array() }];
  for (const form of ['safetensors', 'npz', 'json', 'onnx'] as const) {
    const made = await exportModel({ snapshot: { ...snapshot, layers, sha256: '' }, notes }, form);
    // The SHA-256 was not of these weights: it is seen.
    await expect(openModel(made)).rejects.toMatchObject({
      code: 'badData',
      message: expect.stringContaining('SHA-256') as string,
    });
    const unsaid = { ...snapshot, layers, sha256: undefined as unknown as string };
    const opened = await openModel(await exportModel({ snapshot: unsaid, notes }, form));
    const back = opened.snapshot.layers[0]?.W ?? new Float32Array();
    expect(new Uint32Array(back.buffer)).toEqual(new Uint32Array(W.buffer));
  }
});

const METHODS: [string, Partial<DescentSettings>][] = [
  ['plain SGD', { optimizer: 'sgd', learningRate: 0.1 }],
  ['Nesterov', { optimizer: 'nesterov', learningRate: 0.02, clipNorm: 1 }],
  ['RMSProp', { optimizer: 'rmsprop', learningRate: 0.001 }],
  ['Adam', { optimizer: 'adam', learningRate: 0.002, dropout: 0.3, rotation: 10 }],
];

async function goOn(trainer: Trainer, settings: Partial<DescentSettings>): Promise<string> {
  for (let i = 0; i < 11; i += 1) await trainer.step({ batchSize: 64, ...settings });
  return (await trainer.weights()).sha256;
}

describe('training goes on to the same bits', () => {
  test.each(METHODS)('%s, in mid-epoch, with memory', async (_, settings) => {
    const trainer = await trained({}, settings);
    const bytes = await trainer.export('safetensors', { memory: true });
    const expected = await goOn(trainer, settings);
    trainer.dispose();
    const again = await createTrainer(await openModel(bytes));
    await again.generateDigits(DIGITS);
    expect(await goOn(again, settings)).toBe(expected);
    again.dispose();
  });

  test('a run: its schedule, its mean and its dropout, from where it was to its end', async () => {
    const training: Partial<TrainSettings> = {
      epochs: 40,
      batchSize: 150,
      optimizer: 'adam',
      learningRate: 0.002,
      dropout: 0.2,
      averaging: 'ema',
      schedule: 'cosine',
      warmUp: 2,
      rotation: 5,
      validation: 0.2,
      patience: 30,
    };
    const trainer = await createTrainer({ layers: [784, 200, 10] });
    await trainer.generateDigits(DIGITS);
    let file: Promise<Uint8Array> | undefined;
    for await (const { epoch } of trainer.train(training)) {
      if (epoch >= 8) file ??= trainer.export('safetensors', { memory: true });
    }
    const expected = (await trainer.weights()).sha256;
    trainer.dispose();
    const opened = await openModel((await file) ?? new Uint8Array());
    const { run, mean, updates } = opened.snapshot;
    expect(mean?.taken).toBeGreaterThan(0);
    expect(run?.best?.layers).toHaveLength(2);
    expect(updates).toBeLessThan(40 * 3);
    const again = await createTrainer(opened);
    await again.generateDigits(DIGITS);
    if (run) for await (const { epoch } of again.continueRun(run)) expect(epoch).toBeGreaterThan(7);
    expect((await again.weights()).sha256).toBe(expected);
    again.dispose();
  });

  test.each(['safetensors', 'json', 'npz', 'onnx'] as const)(
    'plain SGD after an epoch, without memory: %s',
    async (form) => {
      const trainer = await trained({}, {}, 7);
      expect((await trainer.save()).place).toMatchObject({ done: IMAGES, of: IMAGES });
      const bytes = await trainer.export(form);
      const expected = await goOn(trainer, {});
      trainer.dispose();
      const again = await createTrainer(await openModel(bytes));
      await again.generateDigits(DIGITS);
      expect(await goOn(again, {})).toBe(expected);
      again.dispose();
    },
  );

  test('what Adam remembers is left out without memory, and it begins anew', async () => {
    const trainer = await trained({}, { optimizer: 'adam' });
    const [small, large] = [
      await trainer.export('safetensors'),
      await trainer.export('safetensors', { memory: true }),
    ];
    expect(large.length).toBeGreaterThan(2.9 * small.length);
    const { snapshot } = await openModel(small);
    expect(snapshot.optimizer).toEqual({ method: 'sgd', steps: 0, first: [], second: [] });
    await trainer.restore(snapshot);
    expect((await trainer.step({ optimizer: 'adam' })).updates).toBe(6);
    trainer.dispose();
  });

  test('a run and its best weights', async () => {
    const { snapshot, notes } = await modelOf();
    const run = {
      settings: { ...DEFAULT_TRAINING, patience: 3, validation: 0.1 },
      firstUpdate: 2,
      firstEpoch: 0,
      schedule: { total: 70, warmUp: 3, every: 0 },
      examples: IMAGES,
      spent: { seconds: 0.5, epochSeconds: 0.125, epochExamples: 64 },
      best: { epoch: 1, validationCost: 0.25, layers: snapshot.layers },
    };
    const model = { snapshot: { ...snapshot, run }, notes };
    const opened = await openModel(await exportModel(model, 'safetensors', { memory: true }));
    expect(opened.snapshot).toEqual(model.snapshot);
    // Without its best weights it would end otherwise than it was to.
    const small = await openModel(await exportModel(model, 'safetensors'));
    expect(small.snapshot.run).toBeUndefined();
    const begun = { ...model, snapshot: { ...model.snapshot, run: { ...run, best: null } } };
    const kept = await openModel(await exportModel(begun, 'json'));
    expect(kept.snapshot.run).toEqual({ ...run, best: null });
  });
});
