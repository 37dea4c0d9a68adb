// SPDX-License-Identifier: MIT
// Files as PyTorch and NumPy read them: the same answers as here.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { openModel } from '../../../build/package/index.js';
import { NETWORKS, trained } from './networks.ts';
import { findPython, runPython } from './python.ts';
import { testImages } from './test-images.ts';

const python = findPython('torch', 'numpy');
const folder = mkdtempSync(join(tmpdir(), 'mlp-judge-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Of a probability: PyTorch and NumPy sum in an order of their own. */
const CLOSE = 1e-5;

describe.skipIf(python === null)('torch.load, load_state_dict and numpy.load', () => {
  test.each(NETWORKS)('%s', async (_, network) => {
    const trainer = await trained(network, { optimizer: 'adam', learningRate: 0.01 }, 20);
    const images = await testImages(trainer);
    const write = (name: string, bytes: Uint8Array) => writeFileSync(join(folder, name), bytes);
    const answers = await trainer.predict(images);
    write('images.bin', images);
    write('answers.bin', new Uint8Array(answers.buffer, answers.byteOffset, answers.byteLength));
    write('model.safetensors', await trainer.export('safetensors'));
    write('model.pt', await trainer.export('pytorch'));
    write('model.npz', await trainer.export('npz'));
    trainer.dispose();
    const said = runPython(python ?? '', join(import.meta.dirname, 'judge.py'), folder);
    process.stdout.write(said);
    const { images: count, ...found } = JSON.parse(said) as Record<string, unknown>;
    expect(count).toBe(1000);
    expect(Object.keys(found)).toEqual(['safetensors', 'pytorch', 'npz']);
    for (const of of Object.values(found) as { difference: number; others: number }[]) {
      expect(of.difference).toBeLessThan(CLOSE);
      expect(of.others).toBe(0);
    }
  });

  test('the line that is told to who opens a .pt makes a file that can be opened', async () => {
    const trainer = await trained();
    const file = await trainer.export('pytorch');
    const { sha256 } = await trainer.weights();
    trainer.dispose();
    writeFileSync(join(folder, 'model.pt'), file);
    const { message } = await openModel(file).then(
      () => new Error('was opened'),
      (error: unknown) => error as Error,
    );
    const code = /python3 -c "(.*)"$/.exec(message)?.[1] ?? '';
    expect(code).toContain('weights_only=True');
    execFileSync(python ?? '', ['-c', code], { cwd: folder });
    const opened = await openModel(readFileSync(join(folder, 'model.npz')), { hidden: 'relu' });
    expect(opened.snapshot.sha256).toBe(sha256);
    expect(opened.assumed).toEqual(['pixels']);
  });
});
