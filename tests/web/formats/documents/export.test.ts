// SPDX-License-Identifier: MIT
// The forms of this folder by export(), as people ask for them.
import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { createTrainer, openModel } from '../../../../build/package/index.js';
import { trained } from './networks.ts';

test('every form is there by its name, small beside the weights, the same each time', async () => {
  const { trainer } = await trained();
  const notes = { name: 'Ours', width: 28, height: 28 };
  const starts = { c: '/* SPDX', html: '<!doctype html>' };
  for (const [form, start] of Object.entries(starts)) {
    const bytes = await trainer.export(form as keyof typeof starts, { notes });
    expect(new TextDecoder().decode(bytes)).toContain('Ours');
    expect(new TextDecoder().decode(bytes).startsWith(start)).toBe(true);
  }
  const archives = {
    'code-numpy': ['README.txt', 'example-idx3-ubyte', 'expected.json', 'model.npz', 'predict.py'],
    'code-pytorch': [
      ...['README.txt', 'example-idx3-ubyte', 'expected.json', 'model.safetensors', 'predict.py'],
    ],
    'code-keras': ['README.txt', 'example-idx3-ubyte', 'expected.json', 'model.npz', 'predict.py'],
    'code-cpp': [
      ...['CMakeLists.txt', 'README.txt', 'example-idx3-ubyte', 'expected.txt', 'predict.cpp'],
      'weights.bin',
    ],
    continue: [
      ...['README.txt', 'expected-idx3-ubyte', 'expected.json', 'files.py', 'model.safetensors'],
      ...['network.py', 'settings.json', 'train.py'],
    ],
  } as const;
  for (const [form, files] of Object.entries(archives)) {
    const bytes = await trainer.export(form as keyof typeof archives, { notes });
    expect(Object.keys(unzipSync(bytes)).sort()).toEqual(files);
    // 25,450 weights of four bytes; of what goes on also those to go back to.
    expect(bytes.length).toBeLessThan(form === 'continue' ? 240_000 : 130_000);
    const again = await trainer.export(form as keyof typeof archives, { notes });
    expect(Buffer.compare(again, bytes)).toBe(0);
  }
  trainer.dispose();
});

test("what goes on in PyTorch opens here as it is, with the optimizer's memory", async () => {
  const { trainer } = await trained();
  for (let i = 0; i < 5; i += 1) await trainer.step({ optimizer: 'adam', learningRate: 0.001 });
  const opened = await openModel(await trainer.export('continue'));
  const again = await createTrainer(opened);
  const { sha256 } = await trainer.weights();
  expect((await again.weights()).sha256).toBe(sha256);
  expect((await again.save()).optimizer).toEqual((await trainer.save()).optimizer);
  trainer.dispose();
  again.dispose();
});

test('how large the ink is travels with the network', async () => {
  const trainer = await createTrainer({ layers: [256, 8, 10] });
  const notes = { width: 16, height: 16, inkSide: 15 };
  const { notes: found } = await openModel(await trainer.export('safetensors', { notes }));
  expect(found).toMatchObject(notes);
  const html = new TextDecoder().decode(await trainer.export('html', { notes }));
  expect(html).toContain('"frame":{"width":16,"height":16,"box":15}');
  await expect(trainer.export('html', { notes: { inkSide: -1 } })).rejects.toMatchObject({
    code: 'badSetting',
    setting: 'inkSide',
  });
  trainer.dispose();
});
