// SPDX-License-Identifier: MIT
// Settings in an address and back; what cannot be followed is named, field by field.
import { expect, test } from 'vitest';
import { PRESETS, type PresetName } from '../../web/src/lib/presets.ts';
import {
  CHOICES,
  DEFAULT_NETWORK,
  DEFAULT_TRAINING,
  type TrainSettings,
} from '../../web/src/lib/settings.ts';
import { DIGITS_LOOK } from '../../web/src/page/model/data-look.ts';
import { presetSettings } from '../../web/src/page/model/presets.ts';
import { LINK_DEFAULTS, type LinkSettings } from '../../web/src/page/model/link/keys.ts';
import { decodeLink, encodeLink } from '../../web/src/page/model/link/link.ts';

const FIRST = 'v=1&data=mnist&layers=784-128-64-10&rate=0.2&batch=128&epochs=10&seed=1';

/** What a link means that has nothing wrong. */
function open(query: string): LinkSettings {
  const opened = decodeLink(query);
  expect(opened?.problems).toEqual([]);
  return opened?.settings ?? LINK_DEFAULTS;
}

/** The fields of a link that are wrong, in order. */
const wrong = (query: string) => decodeLink(query)?.problems.map(({ field }) => field);

const training = (changed: Partial<TrainSettings>): LinkSettings => ({
  ...LINK_DEFAULTS,
  training: { ...LINK_DEFAULTS.training, ...changed },
});

test('the defaults are a short link that a person can read', () => {
  expect(encodeLink(LINK_DEFAULTS)).toBe(FIRST);
  expect(encodeLink(LINK_DEFAULTS, true)).toBe(`${FIRST}&train`);
});

test('every setting comes back as it was, and stands in the link under a key of its own', () => {
  const settings: LinkSettings = {
    network: {
      layers: [784, 7, 5, 3, 1],
      hidden: 'gelu',
      output: 'sigmoid',
      positive: 9,
      seed: Number.MAX_SAFE_INTEGER,
      initialiser: 'uniform',
      initialScale: 1e-7,
    },
    training: {
      epochs: 100_000,
      batchSize: 'all',
      learningRate: 1e21,
      optimizer: 'adamw',
      momentum: 0.1,
      rho: 0.2,
      beta1: 0.3,
      beta2: 0.4,
      epsilon: 1e-30,
      weightDecay: 0.5,
      dropout: 0.6,
      maxNorm: 7,
      clipNorm: 8,
      labelSmoothing: 0.09,
      positiveWeight: 'balanced',
      shift: 1.5,
      scale: 0.15,
      rotation: 45,
      shear: 0.35,
      elastic: 34,
      elasticSigma: 6.5,
      thickness: 0.8,
      otherHands: 0.3,
      drawings: 0.2,
      schedule: 'oneCycle',
      warmUp: 0.25,
      stepEvery: 3,
      stepFactor: 0.7,
      images: 5000,
      validation: 0.125,
      patience: 11,
      averaging: 'swa',
      averagingDecay: 0.99,
    },
    data: 'generated',
    math: 'turbo',
    threshold: 0.37,
  };
  const query = encodeLink(settings);
  expect(open(query)).toEqual(settings);
  const keys = [...new URLSearchParams(query).keys()];
  expect(new Set(keys).size).toBe(keys.length);
  const count = Object.keys({ ...settings.network, ...settings.training }).length;
  expect(keys).toHaveLength(count + 4); // and v, data, math, threshold
  expect(query).not.toMatch(/[+%\s]/);
});

test('each choice and each preset comes back', () => {
  for (const optimizer of CHOICES.optimizer) {
    expect(open(encodeLink(training({ optimizer }))).training.optimizer).toBe(optimizer);
  }
  for (const hidden of CHOICES.hidden) {
    const network = { ...LINK_DEFAULTS.network, hidden };
    expect(open(encodeLink({ ...LINK_DEFAULTS, network })).network.hidden).toBe(hidden);
  }
  for (const name of Object.keys(PRESETS) as PresetName[]) {
    const preset = presetSettings(name, { ...DEFAULT_NETWORK, seed: 5 }, DIGITS_LOOK);
    expect(open(encodeLink({ ...LINK_DEFAULTS, ...preset }))).toMatchObject(preset);
  }
});

// A link of today must mean tomorrow what it means today: these numbers are never to be changed.
test('what is not written in a link of version 1 stays what it is', () => {
  expect(open('v=1')).toEqual({
    network: {
      layers: [784, 128, 64, 10],
      hidden: 'relu',
      output: 'softmax',
      positive: 3,
      seed: 1,
      initialiser: 'notes',
      initialScale: 0.05,
    },
    training: {
      epochs: 10,
      batchSize: 128,
      learningRate: 0.2,
      optimizer: 'sgd',
      momentum: 0.9,
      rho: 0.99,
      beta1: 0.9,
      beta2: 0.999,
      epsilon: 1e-8,
      weightDecay: 0,
      dropout: 0,
      maxNorm: 0,
      clipNorm: 0,
      labelSmoothing: 0,
      positiveWeight: 1,
      shift: 0,
      scale: 0,
      rotation: 0,
      shear: 0,
      elastic: 0,
      elasticSigma: 4,
      thickness: 0,
      otherHands: 0,
      drawings: 0,
      schedule: 'constant',
      warmUp: 0,
      stepEvery: 5,
      stepFactor: 0.5,
      images: 'all',
      validation: 0,
      patience: 0,
      averaging: 'none',
      averagingDecay: 0.999,
    },
    data: 'mnist',
    math: 'reproducible',
    threshold: 0.5,
  });
});

test('the library’s defaults are written in full where they differ from those of the version', () => {
  const settings = { ...LINK_DEFAULTS, network: DEFAULT_NETWORK, training: DEFAULT_TRAINING };
  expect(open(encodeLink(settings))).toEqual(settings);
  const newer = { ...settings, training: { ...DEFAULT_TRAINING, momentum: 0.95 } };
  expect(encodeLink(newer)).toContain('momentum=0.95');
});

test('a query that is none of ours is left alone', () => {
  expect(decodeLink('')).toBeNull();
  expect(decodeLink('?utm_source=somewhere')).toBeNull();
  expect(decodeLink(`?${FIRST}`)?.problems).toEqual([]);
});

test('training on open is asked for by a word, and by no link that is wrong', () => {
  expect(decodeLink('v=1')?.train).toBe(false);
  expect(decodeLink('v=1&train')?.train).toBe(true);
  expect(decodeLink('v=1&train=1')?.train).toBe(true);
  expect(decodeLink('v=1&train=0')?.train).toBe(false);
  expect(decodeLink('v=1&train=yes')).toMatchObject({
    train: false,
    problems: [{ field: 'train' }],
  });
  expect(decodeLink('v=1&train&rate=fast')?.train).toBe(false);
});

const malformed: [string, string][] = [
  ['rate=-1', 'rate'],
  ['rate=fast', 'rate'],
  ['rate=', 'rate'],
  ['rate=0x10', 'rate'],
  ['rate=1e999', 'rate'],
  ['batch=1.5', 'batch'],
  ['batch=some', 'batch'],
  ['epochs=0', 'epochs'],
  ['seed=-1', 'seed'],
  ['seed=9007199254740993', 'seed'],
  ['layers=784', 'layers'],
  ['layers=784-a-10', 'layers'],
  ['layers=784--10', 'layers'],
  ['layers=100-10', 'layers'],
  ['layers=784-20-9', 'layers'],
  ['layers=784-16384-16384-10', 'layers'],
  ['activation=swish', 'activation'],
  ['init=mine', 'init'],
  ['scale=11', 'scale'],
  ['optimizer=lion', 'optimizer'],
  ['schedule=never', 'schedule'],
  ['dropout=1', 'dropout'],
  ['yesweight=heavy', 'yesweight'],
  ['warmup=11', 'warmup'],
  ['patience=2', 'patience'],
  ['data=cifar', 'data'],
  ['math=fast', 'math'],
  ['threshold=2', 'threshold'],
  ['threshold=half', 'threshold'],
  ['positive=10', 'positive'],
  ['sead=2', 'sead'],
  ['output=tanh', 'output'],
];

test.each(malformed)('%s is named, and the default stands in its place', (query, field) => {
  const opened = decodeLink(`v=1&momentum=0.5&${query}`);
  expect(opened?.problems.map((problem) => problem.field)).toEqual([field]);
  expect(opened?.problems[0]?.text.length).toBeGreaterThan(10);
  // Field by field: the rest is followed.
  expect(opened?.settings).toEqual(training({ momentum: 0.5 }));
});

test('several wrong fields are named at once, and the defaults fit together', () => {
  expect(wrong('v=1&rate=0&batch=0&seed=x')).toEqual(['seed', 'rate', 'batch']);
  const opened = decodeLink('v=1&output=sigmoid&layers=784-64-10');
  expect(opened?.problems.map(({ field }) => field)).toEqual(['layers']);
  expect(opened?.settings.network.layers).toEqual([784, 128, 64, 1]);
  // Patience has no meaning without validation, which is wrong.
  expect(wrong('v=1&validation=1&patience=3')).toEqual(['validation', 'patience']);
});

test('a newer version, none, and a broken one say so; what is known is followed', () => {
  for (const version of ['v=2', 'v=0', 'v=one', '']) {
    const opened = decodeLink(`${version}&rate=0.05`);
    expect(opened?.problems.map(({ field }) => field)).toEqual(['v']);
    expect(opened?.settings).toEqual(training({ learningRate: 0.05 }));
  }
  expect(decodeLink('v=2')?.problems[0]?.text).toMatch(/newer version/);
});

test('a field that stands there twice is named', () => {
  const opened = decodeLink('v=1&seed=4&seed=5');
  expect(opened?.problems.map(({ field }) => field)).toEqual(['seed']);
  expect(opened?.settings.network.seed).toBe(4);
});

test('own data is in no link: it is said, and the digits stand in for it', () => {
  const opened = decodeLink('v=1&data=own&layers=256-64-3&rate=0.1&train');
  expect(opened?.problems).toEqual([
    { field: 'data', text: expect.stringContaining('own data') as string },
  ]);
  expect(opened?.train).toBe(false);
  expect(opened?.settings).toMatchObject({
    data: 'mnist',
    network: { layers: [784, 64, 10] },
    training: { learningRate: 0.1 },
  });
  const yesNo = decodeLink('v=1&data=own&layers=256-64-1&output=sigmoid');
  expect(yesNo?.settings.network.layers).toEqual([784, 64, 1]);
  const network = { ...LINK_DEFAULTS.network, layers: [256, 64, 3] };
  expect(encodeLink({ ...LINK_DEFAULTS, network, data: 'own' })).toMatch(
    /^v=1&data=own&layers=256-64-3/,
  );
});
