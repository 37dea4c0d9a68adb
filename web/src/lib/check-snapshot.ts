// SPDX-License-Identifier: MIT
// Whether something is a snapshot in its form; whether its parts fit each other, the core says.
import { badSnapshot } from './bad-snapshot.ts';
import { checkNetwork, checkTraining } from './check-settings.ts';
import { messageOf } from './errors.ts';
import { CHOICES, type TrainSettings } from './settings.ts';
import type { RunPlace, Snapshot } from './snapshot.ts';

/** The core counts in 32 bits. */
const MAX_COUNT = 2 ** 31 - 1;

type Fields = Readonly<Record<string, unknown>>;

function fields(name: string, value: unknown): Fields {
  if (typeof value !== 'object' || value === null) badSnapshot(`${name} is missing`);
  return value as Fields;
}

function mustBeCounts(of: Fields, ...names: string[]): void {
  for (const name of names) {
    const value = of[name];
    if (!Number.isInteger(value) || (value as number) < 0 || (value as number) > MAX_COUNT) {
      badSnapshot(`${name} must be a whole number of at least 0`);
    }
  }
}

function mustBeLayers(name: string, value: unknown): void {
  if (!Array.isArray(value)) badSnapshot(`the list ${name} is missing`);
  for (const layer of value as unknown[]) {
    const { W, b } = fields(`a layer of ${name}`, layer);
    if (!(W instanceof Float32Array) || !(b instanceof Float32Array)) {
      badSnapshot(`W and b of each layer of ${name} must be a Float32Array`);
    }
  }
}

function mustBeNetwork(value: unknown): void {
  const network = fields('network', value) as unknown as Snapshot['network'];
  try {
    checkNetwork(network);
  } catch (error) {
    badSnapshot(`its network is none (${messageOf(error)})`);
  }
}

function mustBeCourse(name: string, value: unknown): void {
  const { settings, firstUpdate, schedule } = fields(name, value);
  // Where batches were made larger, the curve of its rates began before the first update.
  if (!Number.isInteger(firstUpdate) || Math.abs(firstUpdate as number) > MAX_COUNT) {
    badSnapshot(`firstUpdate of ${name} must be a whole number`);
  }
  mustBeCounts(fields(`schedule of ${name}`, schedule), 'total', 'warmUp', 'every');
  try {
    checkTraining(fields(`settings of ${name}`, settings) as unknown as TrainSettings);
  } catch (error) {
    badSnapshot(`the settings of ${name} are none (${messageOf(error)})`);
  }
}

/** @throws ScratchpadError 'badData' that says what is wrong */
export function checkRun(value: unknown): asserts value is RunPlace {
  mustBeCourse('run', value);
  const run = fields('run', value);
  if (run.next !== undefined) mustBeCourse('run.next', run.next);
  mustBeCounts(run, 'firstEpoch', 'examples');
  const spent = fields('run.spent', run.spent);
  mustBeCounts(spent, 'epochExamples');
  if (!(Number(spent.seconds) >= 0 && Number(spent.epochSeconds) >= 0)) {
    badSnapshot('the seconds of run.spent must be at least 0');
  }
  if (run.best === null) return;
  const best = fields('run.best', run.best);
  mustBeCounts(best, 'epoch');
  if (!Number.isFinite(best.validationCost)) badSnapshot('the cost of run.best must be a number');
  mustBeLayers('run.best', best.layers);
}

/** @throws ScratchpadError 'badData' that says what is wrong */
export function checkSnapshot(value: unknown): asserts value is Snapshot {
  const snapshot = fields('all of it', value);
  if (snapshot.version !== 1) {
    const version = String(snapshot.version);
    badSnapshot(`its version is ${version}, and only version 1 can be read here`);
  }
  mustBeNetwork(snapshot.network);
  mustBeCounts(snapshot, 'epochs', 'updates');
  mustBeLayers('layers', snapshot.layers);
  const optimizer = fields('optimizer', snapshot.optimizer);
  if (!(CHOICES.optimizer as readonly unknown[]).includes(optimizer.method)) {
    badSnapshot('its optimizer is none of the library');
  }
  mustBeCounts(optimizer, 'steps');
  mustBeLayers('optimizer.first', optimizer.first);
  mustBeLayers('optimizer.second', optimizer.second);
  const good = fields('lastGood', snapshot.lastGood);
  mustBeCounts(good, 'epochs', 'updates');
  mustBeLayers('lastGood.layers', good.layers);
  if (snapshot.mean !== undefined) {
    const mean = fields('mean', snapshot.mean);
    if (mean.averaging !== 'ema' && mean.averaging !== 'swa') badSnapshot('its mean is of no kind');
    mustBeCounts(mean, 'taken');
    mustBeLayers('mean.layers', mean.layers);
  }
  if (snapshot.run !== undefined) checkRun(snapshot.run);
  const place = fields('place', snapshot.place);
  mustBeCounts(place, 'images', 'of', 'done', 'batchBegin', 'batchEnd', 'correct');
  // Snapshots of before there were such examples have neither.
  mustBeCounts({ generated: 0, drawn: 0, ...place }, 'generated', 'drawn');
  mustBeLayers('place.sums', place.sums);
  if (typeof place.validation !== 'number' || typeof place.costSum !== 'number') {
    badSnapshot('validation and costSum must be numbers');
  }
  if (typeof place.shuffled !== 'boolean') badSnapshot('shuffled must be true or false');
}
