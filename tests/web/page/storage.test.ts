// SPDX-License-Identifier: MIT
// The panel 'Storage': what it measures, and what happens to what is cleared. What the service worker
// keeps is in tests/e2e/offline.test.ts.
import { expect, test, vi } from 'vitest';
import type { KeptThing } from '../../../web/src/page/model/kept-thing.ts';
import { StorageController } from '../../../web/src/page/storage/controller-storage.ts';
import { PANEL } from '../../../web/src/page/storage/texts.ts';
import { A_STROKE, openPage, settled } from './fake-page.ts';

// In a page that may have no service worker.
vi.mock('../../../web/src/page/storage/worker-script.ts', () => ({ workerScript: () => null }));

const thing = (name: string, change: Partial<KeptThing> = {}): KeptThing => ({
  name,
  measure: () => Promise.resolve({ count: null, bytes: 5 }),
  clear: () => Promise.resolve(),
  ...change,
});

async function openStorage() {
  const page = await openPage();
  const storage = new StorageController(page.lab.services);
  const lines = () =>
    storage.shown.state.lines?.map(({ thing: { name }, measure }) => [name, measure?.count]);
  return { page, storage, lines };
}

/** Without a database it cannot be counted. */
const OWN = ['Your own data', undefined];

test('runs and drawings are counted, and gone once they are cleared', async () => {
  const { page, storage, lines } = await openStorage();
  await page.train();
  page.lab.reset();
  await settled();
  page.lab.draw([A_STROKE]);
  await settled();
  (await page.drawings()).keep(3);
  await storage.measure();
  expect(lines()).toEqual([['Runs and their weights', 1], ['Drawings', 1], OWN]);
  const [runs, drawings] = storage.shown.state.lines ?? [];
  expect(drawings?.measure?.bytes).toBeGreaterThanOrEqual(784 + 8);
  for (const line of [runs, drawings]) if (line) await storage.clear(line.thing);
  expect(lines()).toEqual([['Runs and their weights', 0], ['Drawings', 0], OWN]);
  expect((await page.runs()).shown.state).toMatchObject({ runs: [], removed: null });
  expect((await page.drawings()).shown.state).toMatchObject({ drawings: [], removed: [] });
});

test('what cannot be measured or cleared is said, and the rest is shown', async () => {
  const { storage, lines } = await openStorage();
  const refuse = () => Promise.reject(new Error('the disk is full'));
  const stubborn = thing('Own data', { clear: refuse });
  await storage.clear(stubborn);
  expect(storage.shown.state.problem).toBe(PANEL.notCleared('Own data', 'the disk is full'));
  expect(lines()).toEqual([['Runs and their weights', 0], ['Drawings', 0], OWN]);
  expect(storage.shown.state.lines?.at(-1)?.measure).toBeNull();
  // The next one that works takes the word away.
  await storage.clear(thing('This session'));
  expect(storage.shown.state.problem).toBe('');
});

test('the browser is asked to keep it, and its answer is shown', async () => {
  for (const answer of [true, false]) {
    vi.stubGlobal('navigator', {
      storage: {
        estimate: () => Promise.resolve({ usage: 12_000_000, quota: 2e9 }),
        persisted: () => Promise.resolve(false),
        persist: () => Promise.resolve(answer),
      },
    });
    const { storage } = await openStorage();
    await storage.measure();
    const { estimate, persisted } = storage.shown.state;
    expect({ estimate, persisted }).toEqual({
      estimate: { usage: 12_000_000, quota: 2e9 },
      persisted: false,
    });
    await storage.persist();
    expect(storage.shown.state.persisted).toBe(answer);
    expect(storage.shown.state.problem).toBe(answer ? '' : PANEL.refused);
  }
});
