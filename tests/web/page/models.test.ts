// SPDX-License-Identifier: MIT
// What a file says of the page's network, what the page makes of a file's, and where files come from.
import { afterEach, expect, test, vi } from 'vitest';
import { NO_NOTES, type OpenedModel } from '../../../web/src/lib/formats/model.ts';
import { DEFAULT_NETWORK, DEFAULT_TRAINING } from '../../../web/src/lib/settings.ts';
import type { Evaluation, Snapshot } from '../../../web/src/lib/index.ts';
import { DIGITS_LOOK } from '../../../web/src/page/model/data-look.ts';
import { INITIAL_STATE } from '../../../web/src/page/model/initial-state.ts';
import { isTrained } from '../../../web/src/page/model/selectors.ts';
import { fetchModel, fetchSiteModels } from '../../../web/src/page/models/fetch-model.ts';
import {
  lookOfModel,
  notesOf,
  notesOfRun,
  stateOfModel,
} from '../../../web/src/page/models/model-notes.ts';
import { MODELS } from '../../../web/src/page/models/texts.ts';

const NOTHING = { train: null, test: null };

function opened(
  layers: readonly number[],
  notes: Partial<OpenedModel['notes']> = {},
  snapshot: Partial<Snapshot> = {},
): OpenedModel {
  const network = { ...DEFAULT_NETWORK, layers };
  const place = { of: 0 } as Snapshot['place'];
  return {
    ...network,
    snapshot: { network, epochs: 0, sha256: 'abc', place, ...snapshot } as Snapshot,
    notes: { ...NO_NOTES, ...notes },
    assumed: [],
  };
}

const answers = (cost: number, accuracy: number): Evaluation =>
  ({ cost, accuracy, examples: 50, correct: 50 * accuracy }) as Evaluation;

test('a network for the same images is shown as the data is', () => {
  expect(lookOfModel(opened([784, 5, 10]), DIGITS_LOOK)).toBeNull();
  const { classes } = DIGITS_LOOK;
  expect(lookOfModel(opened([784, 5, 10], { classes }), DIGITS_LOOK)).toBeNull();
});

test('one for others has sides and classes of its own, guessed where nobody says them', () => {
  const classes = ['a', 'b', 'c'];
  const sides = { width: 16, height: 4, inkSide: 3 };
  expect(lookOfModel(opened([64, 5, 3], { classes, ...sides }), DIGITS_LOOK)).toEqual({
    ...{ classes, ...sides },
  });
  expect(lookOfModel(opened([64, 5, 3]), DIGITS_LOOK)).toEqual({
    ...{ width: 8, height: 8, classes: ['0', '1', '2'], inkSide: 6 },
  });
  // As many pixels and classes, but clothes.
  const clothes = Array.from({ length: 10 }, (_, i) => `garment ${i}`);
  const look = lookOfModel(opened([784, 5, 10], { classes: clothes }), DIGITS_LOOK);
  expect(look).toMatchObject({ width: 28, height: 28, classes: clothes });
});

test('what nobody knows of a file is no point of its curve, and it counts as trained', () => {
  const state = stateOfModel(opened([784, 5, 10]), INITIAL_STATE, NOTHING);
  expect(state.epochs).toEqual([]);
  expect(isTrained({ ...INITIAL_STATE, ...state })).toBe(true);
  expect(state).toMatchObject({ run: 'idle', place: null, checksum: 'abc' });
});

test('it is measured on the images that are loaded; what the file says of training stays', () => {
  const measured = { train: answers(0.5, 0.8), test: answers(0.6, 0.7) };
  const plain = stateOfModel(opened([784, 5, 10]), INITIAL_STATE, measured);
  expect(plain.epochs).toMatchObject([
    { epoch: 0, cost: 0.5, trainAccuracy: 0.8, testCost: 0.6, accuracy: 0.7, examples: 50 },
  ]);
  const figures = { trainCost: 0.1, testCost: 0.2, trainAccuracy: 0.9, testAccuracy: 0.95 };
  const training = { ...DEFAULT_TRAINING, learningRate: 0.03 };
  const own = opened([784, 5, 10], { figures, training }, { epochs: 7 });
  const state = stateOfModel(own, INITIAL_STATE, measured);
  expect(state).toMatchObject({ firstEpoch: 7, lastEpoch: 7, training, used: training });
  expect(state.epochs).toMatchObject([
    { epoch: 7, cost: 0.1, trainAccuracy: 0.9, testCost: 0.6, accuracy: 0.7, learningRate: 0.03 },
  ]);
  // Without test images the file's figures are all there is.
  expect(stateOfModel(own, INITIAL_STATE, NOTHING).epochs).toMatchObject([
    { testCost: 0.2, accuracy: 0.95 },
  ]);
});

test('one that was saved in mid-run is paused where it was', () => {
  const run = { settings: { ...DEFAULT_TRAINING, epochs: 5 }, firstEpoch: 2, best: null };
  const file = opened(
    [784, 5, 10],
    {},
    { epochs: 4, run: run as unknown as NonNullable<Snapshot['run']> },
  );
  expect(stateOfModel(file, INITIAL_STATE, NOTHING)).toMatchObject({
    ...{ run: 'paused', firstEpoch: 2, lastEpoch: 7, place: { firstEpoch: 2 } },
  });
});

test('a file says how images and classes look, where they are those of the network', () => {
  const network = { ...DEFAULT_NETWORK, layers: [784, 5, 10] };
  const fitting = notesOf({ ...INITIAL_STATE, network }, 'mine');
  expect(fitting).toMatchObject({ name: 'mine', width: 28, classes: DIGITS_LOOK.classes });
  expect(fitting.figures).toBeNull();
  const other = notesOf({ ...INITIAL_STATE, network: { ...network, layers: [64, 5, 3] } }, '');
  expect(other).not.toHaveProperty('width');
  expect(other).not.toHaveProperty('classes');
  const yesNo = { ...network, layers: [784, 1], output: 'sigmoid' } as const;
  const run = { ...INITIAL_STATE, network: yesNo, name: 'is it a 3?', look: DIGITS_LOOK };
  expect(notesOfRun(run)).toMatchObject({ name: 'is it a 3?', width: 28 });
  expect(notesOfRun(run)).not.toHaveProperty('classes');
});

const URL_OF = new URL('https://models.test/some/my%20net.safetensors');
const answer = (body: BodyInit, init: ResponseInit = {}): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(body, init)));
};
// What fetch() is refused for is told by an event of the document.
vi.stubGlobal('document', new EventTarget());

afterEach(() => void vi.stubGlobal('fetch', undefined));

test('a file that is fetched has the name of its address', async () => {
  answer('abc');
  const file = await fetchModel(URL_OF);
  expect([file.name, file.size]).toEqual(['my net.safetensors', 3]);
});

test('why there is none is said in words', async () => {
  answer('', { status: 503 });
  await expect(fetchModel(URL_OF)).rejects.toThrow(MODELS.status(503));
  answer('', { headers: { 'content-length': '900000000' } });
  await expect(fetchModel(URL_OF)).rejects.toThrow(MODELS.tooLarge);
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  await expect(fetchModel(URL_OF)).rejects.toThrow(MODELS.noAnswer);
  vi.stubGlobal('fetch', () => {
    const violation = Object.assign(new Event('securitypolicyviolation'), {
      blockedURI: URL_OF.origin,
    });
    setTimeout(() => document.dispatchEvent(violation));
    return Promise.reject(new TypeError('Failed to fetch'));
  });
  await expect(fetchModel(URL_OF)).rejects.toThrow(MODELS.policy('models.test'));
});

test('the list of the site: what is no model in it is passed over', async () => {
  const site = new URL('https://site.test/lab/');
  answer(JSON.stringify([{ file: 'a.npz', name: 'A', note: 5 }, null, 'b', { name: 'C' }]));
  expect(await fetchSiteModels(site)).toEqual([{ file: 'a.npz', name: 'A', note: '' }]);
  answer('<!doctype html>', { headers: { 'content-type': 'text/html; charset=utf-8' } });
  expect(await fetchSiteModels(site)).toEqual([]);
  answer('', { status: 404 });
  expect(await fetchSiteModels(site)).toEqual([]);
  answer('{}');
  await expect(fetchSiteModels(site)).rejects.toThrow(MODELS.listing);
});
