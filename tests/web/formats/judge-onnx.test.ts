// SPDX-License-Identifier: MIT
// ONNX files as onnxruntime-web runs them: the same answers as here.
import { InferenceSession, Tensor } from 'onnxruntime-web';
import { describe, expect, test } from 'vitest';
import { NETWORKS, trained } from './networks.ts';
import { testImages } from './test-images.ts';

const answersOf = (p: Float32Array, outputs: number): number[] =>
  Array.from({ length: p.length / outputs }, (_, i) => {
    const row = p.subarray(i * outputs, (i + 1) * outputs);
    return outputs === 1 ? Number((row[0] ?? 0) >= 0.5) : row.indexOf(Math.max(...row));
  });

async function run(bytes: Uint8Array, images: Uint8Array): Promise<[Float32Array, string[]]> {
  const session = await InferenceSession.create(bytes, { executionProviders: ['wasm'] });
  const pixels = new Tensor('float32', Float32Array.from(images), [images.length / 784, 784]);
  const { probabilities } = await session.run({ pixels });
  return [probabilities?.data as Float32Array, [...session.inputNames, ...session.outputNames]];
}

describe('onnxruntime-web', () => {
  test.each(NETWORKS)('%s', async (_, network) => {
    const trainer = await trained(network, { optimizer: 'adam', learningRate: 0.01 }, 20);
    const images = await testImages(trainer);
    const expected = await trainer.predict(images);
    const bytes = await trainer.export('onnx');
    const outputs = trainer.network.layers.at(-1) ?? 0;
    trainer.dispose();
    const [found, names] = await run(bytes, images);
    expect(names).toEqual(['pixels', 'probabilities']);
    expect(found).toHaveLength(1000 * outputs);
    const difference = found.reduce((most, p, i) => {
      return Math.max(most, Math.abs(p - (expected[i] ?? NaN)));
    }, 0);
    process.stdout.write(`max |dp| ${difference.toExponential(1)} on 1000 images\n`);
    expect(difference).toBeLessThan(1e-5);
    expect(answersOf(found, outputs)).toEqual(answersOf(expected, outputs));
    // They are not all alike, or the comparison says nothing.
    expect(new Set(answersOf(expected, outputs)).size).toBeGreaterThan(1);
  });
});
