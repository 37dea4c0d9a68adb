// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { check, loadModule } from '../../web/src/lib/module.ts';
import {
  checkDescent,
  checkEngine,
  checkNetwork,
  checkTraining,
  countParameters,
} from '../../web/src/lib/check-settings.ts';
import { toCoreNetwork } from '../../web/src/lib/jobs/core-settings.ts';
import {
  DEFAULT_ENGINE,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type EngineSettings,
  type NetworkSettings,
} from '../../web/src/lib/settings.ts';

const network = (changed: Partial<NetworkSettings>): NetworkSettings => ({
  ...DEFAULT_NETWORK,
  ...changed,
});

const names = (setting: string): unknown =>
  expect.objectContaining({ code: 'badSetting', setting });

test('the defaults are good', () => {
  checkNetwork(DEFAULT_NETWORK);
  checkTraining(DEFAULT_TRAINING);
  checkEngine(DEFAULT_ENGINE);
});

test('countParameters counts weights and biases', () => {
  expect(countParameters([784, 128, 64, 10])).toBe(784 * 128 + 128 + 128 * 64 + 64 + 64 * 10 + 10);
});

const badNetworks: [string, Partial<NetworkSettings>][] = [
  ['layers', { layers: [] }],
  ['layers', { layers: [784] }],
  ['layers', { layers: new Array<number>(66).fill(10) }],
  ['layers', { layers: [784, 0, 10] }],
  ['layers', { layers: [784, 16385, 10] }],
  ['layers', { layers: [784, 16384, 10] }],
  ['layers', { layers: [784, 16384, 16384, 10] }],
  ['layers', { layers: [784, 10], output: 'sigmoid' }],
  ['layers', { layers: [784, 1] }],
  ['layers', { layers: [784, 257] }],
  ['layers', { layers: [784, 256] }],
  ['positive', { layers: [784, 1], output: 'sigmoid', positive: 256 }],
  ['positive', { layers: [784, 1], output: 'sigmoid', positive: 255 }],
  ['initialScale', { initialScale: 0 }],
  ['initialScale', { initialScale: 11 }],
  ['initialScale', { initialScale: 10 }],
];

// The limits stand in TypeScript for the fields of a form, and in the core: they must be the same.
test('the library and the core agree on good and bad networks', async () => {
  const { module } = await loadModule(DEFAULT_ENGINE);
  using trainer = new module.Trainer();
  let bad = 0;
  for (const [setting, changed] of badNetworks) {
    const core = () => check(module, trainer.configure(toCoreNetwork(module, network(changed))));
    let fault: unknown;
    try {
      core();
    } catch (error) {
      fault = error;
    }
    if (fault === undefined) {
      checkNetwork(network(changed));
    } else {
      bad += 1;
      expect(fault).toEqual(names(setting));
      expect(() => checkNetwork(network(changed))).toThrow(names(setting));
    }
  }
  expect(bad).toBe(12);
});

test('values that are no whole numbers are named before they reach the core', () => {
  const wrong: [string, unknown][] = [
    ['layers', [784, 1.5, 10]],
    ['layers', [784, -3, 10]],
    ['layers', [784, Number.NaN, 10]],
    ['layers', 'many'],
    ['output', 'tanh'],
    ['seed', -1],
    ['seed', 2 ** 53],
    ['seed', '1'],
  ];
  for (const [setting, value] of wrong) {
    const changed = { ...DEFAULT_NETWORK, [setting]: value };
    expect(() => checkNetwork(changed), setting).toThrow(names(setting));
  }
});

test('bad training settings are named', () => {
  const wrong: [string, unknown][] = [
    ['epochs', 0],
    ['epochs', 1.5],
    ['batchSize', 0],
    ['batchSize', 'some'],
    ['learningRate', 0],
    ['learningRate', -0.1],
    ['learningRate', Number.POSITIVE_INFINITY],
    ['learningRate', '0.1'],
    ['optimizer', 'magic'],
    ['shift', 8.1],
    ['scale', -0.1],
    ['rotation', 46],
    ['shear', '0.1'],
    ['elastic', 101],
    ['elasticSigma', 0],
    ['thickness', 1.6],
    ['otherHands', 0.91],
    ['drawings', -0.1],
  ];
  for (const [setting, value] of wrong) {
    const changed = { ...DEFAULT_TRAINING, [setting]: value };
    expect(() => checkTraining(changed), setting).toThrow(names(setting));
  }
  // Together they leave a tenth to the training images.
  for (const [otherHands, drawings] of [
    [0.5, 0.5],
    [0.101, 0.8],
  ] as const) {
    const mixed = { ...DEFAULT_TRAINING, otherHands, drawings };
    expect(() => checkDescent(mixed)).toThrow(names('drawings'));
  }
  checkDescent({ ...DEFAULT_TRAINING, otherHands: 0.34, drawings: 0.56 });
  checkDescent({ ...DEFAULT_TRAINING, batchSize: 'all' });
  checkEngine({ threads: 'auto', math: 'turbo' });
  for (const threads of [0, 65, 1.5, 'all']) {
    const engine = { threads, math: 'turbo' } as EngineSettings;
    expect(() => checkEngine(engine), String(threads)).toThrow(names('threads'));
  }
});
