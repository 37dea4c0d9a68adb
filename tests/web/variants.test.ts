// SPDX-License-Identifier: MIT
// Which module is chosen, that each of them trains, and what it falls back to.
import { availableParallelism } from 'node:os';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { createTrainer } from '../../build/package/index.js';
import type { Backend } from '../../web/src/lib/results.ts';
import {
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type EngineSettings,
} from '../../web/src/lib/settings.ts';
import { chooseVariants, type Machine, type Variant } from '../../web/src/lib/variants.ts';
import { asker } from './ask.ts';
import { allowRelaxedSimd, BEST } from './machines.ts';

const NETWORK = { ...DEFAULT_NETWORK, layers: [784, 32, 10] };

/** What a session says that it runs on, once it has learned something. */
async function trained(engine: Partial<EngineSettings>, machine: Machine): Promise<Backend> {
  const all = { threads: 1, math: 'reproducible', ...engine } as const;
  const ask = await asker(all, machine);
  const backend = await ask('configure', {
    network: NETWORK,
    engine: all,
    usual: DEFAULT_TRAINING,
  });
  await ask('generate', { train: 1000, test: 200, seed: 1 });
  await ask('train', { settings: { ...DEFAULT_TRAINING, epochs: 4, batchSize: 20 } });
  const { correct, examples } = await ask('evaluate', { part: 'test', copies: 1, others: [] });
  expect(correct / examples).toBeGreaterThan(0.7);
  return backend;
}

beforeAll(allowRelaxedSimd);
afterEach(() => void vi.restoreAllMocks());

describe('the choice', () => {
  const cases: [string, Partial<EngineSettings>, Partial<Machine>, Variant[], number][] = [
    ['the default', {}, {}, ['simd'], 1],
    ['threads', { threads: 2 }, {}, ['threads', 'simd'], 2],
    ['no more threads than cores', { threads: 64 }, { cores: 3 }, ['threads', 'simd'], 3],
    ['auto takes all cores', { threads: 'auto' }, { cores: 5 }, ['threads', 'simd'], 5],
    ['auto takes 8 at most', { threads: 'auto' }, { cores: 96 }, ['threads', 'simd'], 8],
    ['one core', { threads: 'auto' }, { cores: 1 }, ['simd'], 1],
    ['no shared memory', { threads: 4 }, { threads: false }, ['simd'], 1],
    ['turbo', { math: 'turbo' }, {}, ['turbo'], 1],
    ['turbo, threads', { math: 'turbo', threads: 2 }, {}, ['turbo-threads', 'turbo'], 2],
    ['turbo without relaxed SIMD', { math: 'turbo' }, { relaxedSimd: false }, ['simd'], 1],
    ['notes', { math: 'notes' }, {}, ['simd'], 1],
    ['notes, threads', { math: 'notes', threads: 2 }, {}, ['threads', 'simd'], 2],
    ['no SIMD', { math: 'turbo', threads: 4 }, { simd: false }, ['scalar'], 1],
  ];
  test.each(cases)('%s', (_, engine, machine, variants, threads) => {
    const all = { threads: 1, math: 'reproducible', ...engine } as const;
    const choices = chooseVariants(all, { ...BEST, ...machine });
    expect(choices.map(({ variant }) => variant)).toEqual(variants);
    expect(choices[0]?.threads).toBe(threads);
    expect(choices.at(-1)?.threads).toBe(1);
  });
});

describe('each variant trains, and says what it is', () => {
  const cases: [Variant, Partial<EngineSettings>, Partial<Machine>, Partial<Backend>][] = [
    ['simd', {}, {}, {}],
    ['threads', { threads: 3 }, {}, { threads: 3 }],
    ['turbo', { math: 'turbo' }, {}, { math: 'turbo' }],
    ['turbo-threads', { threads: 2, math: 'turbo' }, {}, { threads: 2, math: 'turbo' }],
    ['scalar', {}, { simd: false }, { simd: false }],
    ['simd', { math: 'notes' }, {}, { math: 'notes' }],
    ['threads', { threads: 2, math: 'notes' }, {}, { threads: 2, math: 'notes' }],
    ['scalar', { math: 'notes' }, { simd: false }, { math: 'notes', simd: false }],
  ];
  test.each(cases)('%s', async (_, engine, machine, backend) => {
    const runs = await trained(engine, { ...BEST, ...machine });
    expect(runs).toEqual({ threads: 1, math: 'reproducible', simd: true, ...backend });
  });
});

test('where shared memory cannot be had after all, one thread does it', async () => {
  const { Memory } = WebAssembly;
  vi.spyOn(WebAssembly, 'Memory').mockImplementation(function (descriptor) {
    if (descriptor.shared) throw new RangeError('could not allocate memory');
    return new Memory(descriptor);
  });
  const backend = await trained({ threads: 2, math: 'turbo' }, BEST);
  expect(backend).toEqual({ threads: 1, math: 'turbo', simd: true });
});

test('the package runs on as many threads as were asked for and the machine has', async () => {
  const cores = availableParallelism();
  for (const [threads, expected] of [
    [1, 1],
    [2, Math.min(2, cores)],
    [64, Math.min(64, cores)],
    ['auto', Math.min(8, cores)],
  ] as const) {
    const trainer = await createTrainer({ layers: [784, 16, 10], threads });
    expect(trainer.backend.threads).toBe(expected);
    // The engine is the trainer's for life.
    await trainer.configure({ layers: [784, 8, 10] });
    expect(trainer.backend.threads).toBe(expected);
    trainer.dispose();
  }
});
