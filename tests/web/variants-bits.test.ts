// SPDX-License-Identifier: MIT
// The same settings and seed give the same weights to the last bit in every variant of the module
// and on any number of threads; turbo promises that for the threads of one machine alone, and 'notes'
// wherever there is SIMD.
import { beforeAll, describe, expect, test } from 'vitest';
import {
  CHOICES,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type Engine,
  type NetworkSettings,
  type TrainSettings,
} from '../../web/src/lib/settings.ts';
import type { Machine } from '../../web/src/lib/variants.ts';
import { asker } from './ask.ts';
import { allowRelaxedSimd, BEST } from './machines.ts';

/** Sizes that no width of a vector and no number of threads divides. */
const PROBLEMS: [string, Partial<NetworkSettings>, Partial<TrainSettings>][] = [
  ['plain, small', { layers: [784, 32, 10] }, { batchSize: 32 }],
  [
    'Adam and dropout, odd sizes',
    { layers: [784, 67, 29, 10], hidden: 'gelu' },
    { batchSize: 37, optimizer: 'adam', learningRate: 0.001, dropout: 0.2, clipNorm: 1 },
  ],
  [
    'yes or no, full batch',
    { layers: [784, 128, 64, 1], output: 'sigmoid', hidden: 'tanh' },
    { batchSize: 'all', weightDecay: 0.001 },
  ],
  [
    'large enough for threads',
    { layers: [784, 512, 256, 10] },
    { batchSize: 256, optimizer: 'momentum', learningRate: 0.05 },
  ],
  [
    'changed images and other hands',
    { layers: [784, 64, 10] },
    {
      shift: 2,
      scale: 0.1,
      rotation: 10,
      shear: 0.2,
      elastic: 34,
      thickness: 0.8,
      otherHands: 0.2,
    },
  ],
];

async function checksum(
  math: Engine,
  threads: number,
  machine: Machine,
  network: Partial<NetworkSettings>,
  training: Partial<TrainSettings>,
): Promise<string> {
  const engine = { threads, math };
  const ask = await asker(engine, machine);
  await ask('configure', {
    network: { ...DEFAULT_NETWORK, ...network },
    engine,
    usual: DEFAULT_TRAINING,
  });
  await ask('generate', { train: 700, test: 10, seed: 3 });
  await ask('train', { settings: { ...DEFAULT_TRAINING, ...training, epochs: 2 } });
  return (await ask('weights', {})).sha256;
}

beforeAll(allowRelaxedSimd);

describe.each(PROBLEMS)('%s', (_, network, training) => {
  const run = (math: Engine, threads: number, machine = BEST): Promise<string> =>
    checksum(math, threads, machine, network, training);

  test('without SIMD as with it', async () => {
    const scalar = await run('reproducible', 1, { ...BEST, simd: false });
    expect(scalar).toBe(await run('reproducible', 1));
  });

  test.each(CHOICES.math)('%s: on 1, 2 and 3 threads', async (math) => {
    const one = await run(math, 1);
    expect(await run(math, 2)).toBe(one);
    expect(await run(math, 3)).toBe(one);
  });
});
