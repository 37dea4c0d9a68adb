// SPDX-License-Identifier: MIT
// The page's address: what a link brings, and when training begins by itself.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { LINK } from '../../../web/src/page/model/link/texts.ts';
import { type FakePage, openPage, settled } from './fake-page.ts';

const LINK_OF = '?v=1&data=mnist&layers=784-20-10&rate=0.3&batch=64&epochs=4&seed=7';

/** The address bar. */
let at: URL;
let listeners: Map<string, () => void>;
const replaceState = vi.fn((_state: unknown, _title: string, url: string) => void (at.href = url));

beforeEach(() => {
  at = new URL('http://site.test/');
  listeners = new Map();
  vi.stubGlobal('location', at);
  vi.stubGlobal('addEventListener', (name: string, call: () => void) => listeners.set(name, call));
  vi.stubGlobal('removeEventListener', (name: string) => listeners.delete(name));
  vi.stubGlobal('history', { state: null, replaceState });
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});

afterEach(() => {
  vi.useRealTimers();
});

async function openLink(query: string, prepare?: 'held'): Promise<FakePage> {
  at.search = query;
  const hold = prepare === 'held';
  return openPage({
    mnist: true,
    address: true,
    prepare: (trainer) => {
      if (hold) trainer.hold('loadIdx');
    },
  });
}

test('a link brings its settings to the page and to the trainer', async () => {
  const page = await openLink(LINK_OF);
  expect(page.state).toMatchObject({
    network: { layers: [784, 20, 10], seed: 7 },
    training: { learningRate: 0.3, batchSize: 64, epochs: 4 },
    lastEpoch: 4,
    run: 'idle',
    notice: null,
  });
  expect(page.trainer.network).toMatchObject({ layers: [784, 20, 10], seed: 7 });
});

test('training begins by itself when all data is there, and not before', async () => {
  const page = await openLink(`${LINK_OF}&train`, 'held');
  expect(page.notice).toBe(LINK.willTrain);
  page.trainer.part(100);
  await settled();
  expect(page.state.run).toBe('idle');
  page.trainer.letGo('loadIdx');
  await settled();
  expect(page.state.run).toBe('training');
  expect(page.trainer.calls).toContain('train 4 epochs');
  // A reload need not train again.
  vi.advanceTimersByTime(400);
  expect(at.search).not.toContain('train');
});

test('it does not when the person has changed something meanwhile', async () => {
  const page = await openLink(`${LINK_OF}&train`, 'held');
  page.lab.changeTraining({ epochs: 5 });
  page.trainer.letGo('loadIdx');
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', data: { kind: 'ready' } });
  vi.advanceTimersByTime(400);
  expect(at.search).toContain('epochs=5');
  expect(at.search).not.toContain('train');
});

test('nor twice, when the person has pressed Train', async () => {
  const page = await openLink(`${LINK_OF}&train`, 'held');
  page.trainer.part(100);
  page.lab.train();
  await settled();
  page.trainer.finish();
  await settled();
  page.trainer.letGo('loadIdx');
  await settled();
  expect(page.trainer.count('train')).toBe(1);
  expect(page.state.run).toBe('idle');
});

test('nor on a site without the data of the link', async () => {
  at.search = `${LINK_OF}&train`;
  const page = await openPage({ address: true });
  expect(page.state).toMatchObject({ run: 'idle', choice: 'generated' });
  expect(page.notice).toBe(LINK.noMnist);
});

test('what a link has wrong is told, and then nothing trains', async () => {
  const page = await openLink(`${LINK_OF}&train&rate=0&speed=9`);
  expect(page.state.run).toBe('idle');
  expect(page.notice).toContain('‘speed’');
  expect(page.notice).toContain(LINK.notTrained);
});

test('the address follows the settings, some time after, and only right ones', async () => {
  const page = await openLink(LINK_OF);
  page.lab.changeTraining({ epochs: 6 });
  page.lab.changeTraining({ epochs: 7 });
  expect(at.search).toContain('epochs=4');
  vi.advanceTimersByTime(400);
  expect(at.search).toContain('epochs=7');
  page.lab.changeTraining({ epochs: 0 });
  vi.advanceTimersByTime(400);
  expect(at.search).toContain('epochs=7');
});

test('an address that Back brings is written over by the settings as they are', async () => {
  await openLink(LINK_OF);
  at.search = '?v=1&epochs=99';
  listeners.get('popstate')?.();
  expect(at.search).toContain('epochs=4');
});

test('where the browser refuses to change its address, the next change tries again', async () => {
  const page = await openLink(LINK_OF);
  replaceState.mockImplementationOnce(() => {
    throw new Error('too often');
  });
  page.lab.changeTraining({ epochs: 6 });
  vi.advanceTimersByTime(400);
  expect(at.search).toContain('epochs=4');
  page.lab.setThreshold(0.5);
  vi.advanceTimersByTime(400);
  expect(at.search).toContain('epochs=6');
});
