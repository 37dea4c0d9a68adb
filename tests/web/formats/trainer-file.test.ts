// SPDX-License-Identifier: MIT
// export() of a trainer, openModel(), and a trainer of what it gave.
import { describe, expect, test } from 'vitest';
import { createTrainer, type ModelForm, openModel } from '../../../build/package/index.js';
import { exportModel } from '../../../web/src/lib/formats/export-model.ts';
import { zipOf } from '../../../web/src/lib/formats/zip-writer.ts';
import { DIGITS, modelOf, NOTES, trained } from './networks.ts';

describe('a trainer and its file', () => {
  test('notes stay with the network, and follow what becomes of it', async () => {
    const model = await modelOf();
    const opened = await openModel(await exportModel(model, 'json'));
    const trainer = await createTrainer({ ...opened, threads: 2 });
    expect(trainer.backend.threads).toBeGreaterThanOrEqual(1);
    expect(trainer.network).toEqual(model.snapshot.network);
    const notes = async (form: ModelForm = 'safetensors') =>
      (await openModel(await trainer.export(form))).notes;
    expect(await notes()).toEqual(model.notes);
    await trainer.generateDigits(DIGITS);
    for await (const epoch of trainer.train({ epochs: 2, optimizer: 'momentum' })) {
      expect(epoch.accuracy).not.toBeNull();
    }
    const after = await notes('onnx');
    expect(after.training).toMatchObject({ epochs: 2, optimizer: 'momentum' });
    expect(after.figures?.testAccuracy).toBe((await trainer.evaluate()).accuracy);
    expect(after).toMatchObject({ name: NOTES.name, classes: NOTES.classes });
    const named = await trainer.export('npz', { notes: { name: 'two' } });
    expect((await openModel(named)).notes.name).toBe('two');
    await trainer.step();
    expect((await notes()).figures).toBeNull();
    await trainer.configure({ hidden: 'tanh' });
    expect(await notes()).toMatchObject({ classes: NOTES.classes, training: null, name: '' });
    await trainer.configure({ layers: [784, 3] });
    expect(await notes()).toMatchObject({ classes: null, width: 28 });
    await trainer.configure({ layers: [100, 3] });
    expect(await notes()).toMatchObject({ classes: null, width: null, height: null });
    trainer.dispose();
  });

  test('answers are those of before', async () => {
    const trainer = await trained();
    const { images } = await trainer.images('test', 0, 50);
    const expected = await trainer.predict(images);
    const bytes = await trainer.export('json');
    trainer.dispose();
    const again = await createTrainer(await openModel(new Blob([bytes])));
    expect(await again.predict(images)).toEqual(expected);
    again.dispose();
  });

  test('a zip with model.safetensors in it', async () => {
    const { snapshot, notes } = await modelOf({}, { optimizer: 'adam' });
    const tensors = await exportModel({ snapshot, notes }, 'safetensors', { memory: true });
    const zip = zipOf({ 'train.py': new Uint8Array(3), 'run/model.safetensors': tensors });
    expect((await openModel(zip.buffer)).snapshot).toEqual(snapshot);
  });

  test('settings that are not those of the snapshot are named', async () => {
    const opened = await openModel(await exportModel(await modelOf(), 'safetensors'));
    await expect(createTrainer({ ...opened, seed: 77 })).rejects.toMatchObject({
      code: 'badSetting',
      setting: 'seed',
    });
    const notes = { ...opened.notes, classes: ['no', 'yes'] };
    await expect(createTrainer({ ...opened, notes })).rejects.toMatchObject({
      code: 'badSetting',
      setting: 'classes',
    });
    const damaged = { ...opened.snapshot, layers: 5 } as unknown as typeof opened.snapshot;
    await expect(createTrainer({ snapshot: damaged })).rejects.toMatchObject({ code: 'badData' });
    const other = await createTrainer({ snapshot: opened.snapshot });
    expect(other.network).toEqual(opened.snapshot.network);
    other.dispose();
  });

  test('what cannot be written is named', async () => {
    const model = await modelOf();
    const fails = async (form: string, options: object, what: string, of = model) => {
      const error = expect(exportModel(of, form as ModelForm, options)).rejects;
      await error.toMatchObject({
        code: 'badSetting',
        message: expect.stringContaining(what) as string,
      });
    };
    await fails('keras', {}, 'form: must be one of safetensors, onnx, pytorch, npz, json');
    await fails('onnx', { memory: true }, 'onnx has no place');
    await fails('onnx', { memry: true }, 'memry');
    const notes = { ...model.notes, classes: ['a', 'b'] };
    await fails('json', {}, 'classes: must be 10 names', { ...model, notes });
    await fails('json', {}, '20 x 28', { ...model, notes: { ...model.notes, width: 20 } });
  });
});
