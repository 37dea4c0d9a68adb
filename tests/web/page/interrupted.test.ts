// SPDX-License-Identifier: MIT
// A run whose worker ends while it trains: kept on the way, asked about, taken up, discarded.
import { expect, test } from 'vitest';
import { type FakePage, openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

/** Kept once what that takes is no more than its share of the training, in milliseconds. */
const KEPT_MS = 1300;

/** Trains, until the run has been kept under way, and ends the worker. */
async function interrupted(page: FakePage): Promise<void> {
  await page.begin();
  page.trainer.epoch();
  await new Promise((resolve) => setTimeout(resolve, KEPT_MS));
  page.trainer.progress({ epoch: 2 });
  await settled();
  expect(page.trainer.count('save')).toBe(1);
  page.trainer.crash();
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', epochs: [], interrupted: { epoch: 2 } });
}

test('it goes on, and is asked about no more', async () => {
  const page = await openPage();
  await interrupted(page);
  expect((await page.runs()).shown.state.runs).toEqual([]);
  page.lab.interrupted('continue');
  await settled();
  expect(page.state).toMatchObject({ run: 'training', interrupted: null, epochs: [{ epoch: 1 }] });
  expect(page.trainer.count('restore')).toBe(1);
});

test('what cannot be brought back now is asked about again', async () => {
  const page = await openPage();
  await interrupted(page);
  page.trainer.hold('restore');
  page.lab.interrupted('continue');
  await settled();
  page.trainer.fail('restore', fault('noMemory', 'There is no room for it.'));
  await settled();
  expect(page.notice).toBe('There is no room for it.');
  expect(page.state).toMatchObject({ run: 'idle', interrupted: { epoch: 2 } });
  page.trainer.letGo('restore');
  page.lab.interrupted('continue');
  await settled();
  expect(page.state).toMatchObject({ run: 'training', interrupted: null });
});

test('discarded it is gone', async () => {
  const page = await openPage();
  await interrupted(page);
  page.lab.interrupted('discard');
  await settled();
  expect(page.state.interrupted).toBeNull();
  expect((await (await page.runs()).kept.measure()).count).toBe(0);
});

test('it takes room, and is cleared with the others', async () => {
  const page = await openPage();
  await interrupted(page);
  const { kept } = await page.runs();
  expect((await kept.measure()).count).toBe(1);
  await kept.clear();
  await settled();
  expect((await kept.measure()).count).toBe(0);
  expect(page.state.interrupted).toBeNull();
});
