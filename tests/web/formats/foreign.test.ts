// SPDX-License-Identifier: MIT
// Files of PyTorch and NumPy, made by tests/fixtures/models/make_models.py, and what they answer there.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createTrainer, openModel, type OpenOptions } from '../../../build/package/index.js';
import { exportModel } from '../../../web/src/lib/formats/export-model.ts';

const folder = join(import.meta.dirname, '../../fixtures/models');
const fixture = (name: string): File => new File([readFileSync(join(folder, name))], name);

interface Expected {
  readonly options: OpenOptions;
  readonly assumed: string[];
  /** Of a probability, at most: half precision rounds the weights. */
  readonly error: number;
  readonly probabilities: number[];
}

const { images, files } = JSON.parse(readFileSync(join(folder, 'answers.json'), 'utf8')) as {
  images: number[];
  files: Record<string, Expected>;
};

describe('networks of elsewhere answer as they did there', () => {
  test.each(Object.entries(files))('%s', async (name, expected) => {
    const opened = await openModel(fixture(name), expected.options);
    expect([...opened.assumed].sort()).toEqual(expected.assumed);
    const trainer = await createTrainer(opened);
    const found = await trainer.predict(Uint8Array.from(images));
    expect(found).toHaveLength(expected.probabilities.length);
    const difference = expected.probabilities.reduce((most, p, i) => {
      return Math.max(most, Math.abs(p - (found[i] ?? NaN)));
    }, 0);
    expect(difference).toBeLessThan(expected.error);
    // Then everything works on it: it trains on, and is saved as one of ours.
    const pixels = trainer.network.layers[0] ?? 0;
    const labels = Uint8Array.from({ length: images.length / pixels }, (_, i) => i % 2);
    await trainer.load({ train: { images: Uint8Array.from(images), labels } });
    expect((await trainer.step({ batchSize: 'all' })).updates).toBe(1);
    const again = await openModel(await trainer.export('safetensors'));
    expect(again.snapshot.sha256).toBe((await trainer.weights()).sha256);
    trainer.dispose();
  });

  test('W and its transpose, both square, are one network when it is said which is which', async () => {
    const plain = await openModel(fixture('square.npz'));
    const turned = await openModel(fixture('square-turned.npz'), { orientation: 'in-out' });
    expect(turned.snapshot.layers).toEqual(plain.snapshot.layers);
    const wrong = await openModel(fixture('square-turned.npz'));
    expect(wrong.snapshot.layers).not.toEqual(plain.snapshot.layers);
    expect(wrong.assumed).toContain('orientation');
  });

  test('a scale of 1/255 leaves every bit as it is; another one is in W_1 and b_1', async () => {
    const pixels = { scale: 1 / 255, offset: 0 };
    const said = await openModel(fixture('torch.safetensors'), { pixels, hidden: 'relu' });
    expect(said.assumed).toEqual([]);
    const assumed = await openModel(fixture('torch.safetensors'));
    expect(said.snapshot.sha256).toBe(assumed.snapshot.sha256);
    const bytes = await openModel(fixture('torch.safetensors'), {
      pixels: { scale: 1, offset: -2 },
    });
    const [before, after] = [assumed, bytes].map(({ snapshot }) => snapshot.layers[0]);
    expect(after?.W[5]).toBe(Math.fround((before?.W[5] ?? 0) * 255));
    // Our own say it themselves.
    const own = await exportModel(assumed, 'safetensors');
    const again = await openModel(own, { pixels: { scale: 1, offset: 3 } });
    expect(again.snapshot.sha256).toBe(assumed.snapshot.sha256);
  });
});

describe('what is not opened is named, with the reason and what to do', () => {
  test.each([
    ['torch.pt', /pickle of Python.*never run.*weights_only=True/],
    [
      'torch-conv.safetensors',
      /layer 2 is a convolution \(4-dimensional '1.weight', 2 x 1 x 3 x 3\)/,
    ],
    ['torch-conv.onnx', /layer 1 is a convolution \(4-dimensional weight .*node 1 \(Conv\)/],
    ['torch-norm.safetensors', /layer '1' has no matrix of weights.*a normalisation/],
    ['torch-skip.onnx', /node \d+ \(Add\) joins what two layers give \(a skip connection\)/],
    ['torch-gelu-erf.onnx', /behind layer 1 is GELU by the error function.*hidden: 'gelu'/],
    ['objects.npz', /objects.npz\/W1.npy: is an array of Python objects/],
  ])('%s', async (name, message) => {
    const failing = expect(openModel(fixture(name))).rejects;
    await failing.toMatchObject({
      code: 'badData',
      message: expect.stringMatching(message) as string,
    });
    await expect(openModel(fixture(name))).rejects.toThrow(name);
  });
});
