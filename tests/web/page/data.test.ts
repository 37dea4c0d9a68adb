// SPDX-License-Identifier: MIT
// Data: chosen, arriving, and of the person's own.
import { expect, test } from 'vitest';
import type { OwnData } from '../../../web/src/page/model/own-data.ts';
import { DATA } from '../../../web/src/page/data/texts.ts';
import { openPage, settled, watch } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

/** So many images of 8 x 8 in three classes. */
function own(images = 40, side = 8): OwnData {
  const part = { images: new Uint8Array(images * side * side), labels: new Uint8Array(images) };
  const sides = { width: side, height: side, inkSide: side };
  return {
    ...sides,
    classes: ['a', 'b', 'c'],
    name: 'letters',
    sha256: 'ab',
    train: part,
    test: part,
  };
}

test('a site without MNIST has generated digits, and says so', async () => {
  const page = await openPage();
  expect(page.state).toMatchObject({ hasMnist: false, choice: 'generated' });
  expect(page.state.data.kind).toBe('ready');
});

test('other data ends the run, keeps it, and begins anew', async () => {
  const page = await openPage({ mnist: true });
  await page.begin();
  const id = page.state.current?.id;
  void page.lab.chooseData('generated');
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', current: null, choice: 'generated' });
  expect(page.state).toMatchObject({ data: { kind: 'ready' }, notice: { undo: id } });
});

test('other data is not chosen when the run cannot be kept', async () => {
  const page = await openPage({ mnist: true });
  await page.begin();
  page.trainer.fail('save', fault('noMemory', 'no room'));
  void page.lab.chooseData('generated');
  await settled();
  expect(page.notice).toContain('no room');
  expect(page.state).toMatchObject({ choice: 'mnist', run: 'paused', data: { kind: 'ready' } });
  expect(page.trainer.count('generateDigits')).toBe(0);
});

test('of two choices the last is loaded, and the first is not shown', async () => {
  const page = await openPage({ mnist: true });
  page.trainer.hold('generateDigits');
  void page.lab.chooseData('generated');
  await settled();
  void page.lab.chooseData('mnist');
  const seen = watch(page, ({ data }) => data.kind);
  await settled();
  page.trainer.letGo('generateDigits');
  await settled();
  expect(page.state).toMatchObject({ choice: 'mnist', data: { kind: 'ready' } });
  expect(seen).toEqual(['downloading', 'ready']);
});

test('what arrives of data that is being left is not shown', async () => {
  const page = await openPage({ mnist: true, prepare: (trainer) => trainer.hold('loadIdx') });
  page.trainer.part(100);
  page.trainer.hold('reset');
  void page.lab.chooseData('generated');
  await settled();
  page.trainer.part(200);
  expect(page.state.data.kind).toBe('downloading');
  page.trainer.letGo('reset');
  await settled();
  expect(page.downloads[0]?.aborted).toBe(true);
  page.trainer.fail('loadIdx', new Error('aborted'));
  await settled();
  expect(page.state).toMatchObject({ choice: 'generated', data: { kind: 'ready' } });
});

test('data that is chosen before the trainer has started is what is loaded', async () => {
  let made = (): void => undefined;
  const create = () => new Promise<void>((resolve) => (made = resolve));
  const page = await openPage({ mnist: true, create });
  void page.lab.chooseData('generated');
  await settled();
  made();
  await settled();
  expect(page.state).toMatchObject({ choice: 'generated', data: { kind: 'ready' } });
  expect(page.trainer.calls).not.toContain('loadIdx');
  expect(page.trainer.count('generateDigits')).toBe(1);
});

test('Train that waits for a Step is over before other data is loaded', async () => {
  const page = await openPage({ mnist: true });
  page.trainer.hold('step');
  page.lab.step();
  page.lab.train();
  void page.lab.chooseData('generated');
  await settled();
  page.trainer.letGo('step');
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', step: null, data: { kind: 'ready' } });
  expect(page.trainer.run).toBeNull();
});

test('data that cannot be loaded is said, and Retry loads it', async () => {
  const page = await openPage();
  page.trainer.fail('generateDigits', fault('noMemory', 'no room'));
  void page.lab.chooseData('generated');
  await settled();
  expect(page.state.data).toMatchObject({ kind: 'failed', message: 'no room', engine: false });
  page.lab.retry();
  await settled();
  expect(page.state.data.kind).toBe('ready');
});

test('own data brings a network and a batch that fit', async () => {
  const page = await openPage();
  page.lab.changeTraining({ batchSize: 128, otherHands: 0.1 });
  await page.lab.services.useOwn(own());
  expect(page.state).toMatchObject({ choice: 'own', own: { name: 'letters' }, problems: {} });
  expect(page.state.training).toMatchObject({ batchSize: 4, otherHands: 0 });
  expect(page.state.network.layers).toEqual([64, 128, 64, 3]);
  expect(page.trainer.network.layers).toEqual([64, 128, 64, 3]);
});

test('of own data that is refused nothing stays, and what was there is loaded again', async () => {
  const page = await openPage();
  await page.train();
  const { network, training, current } = page.state;
  page.trainer.fail('load', fault('badData', 'Not these.'));
  await expect(page.lab.services.useOwn(own())).rejects.toThrow('Not these.');
  expect(page.state).toMatchObject({ choice: 'generated', own: null, data: { kind: 'ready' } });
  expect(page.state.network).toEqual(network);
  expect(page.trainer.network).toEqual(network);
  expect(page.state.training).toEqual(training);
  expect(page.state.notice?.undo).toBe(current?.id);
  expect(page.lab.services.lookOf('own')).toBeNull();
});

test('own data that is chosen while other data loads is loaded after it', async () => {
  const page = await openPage({ prepare: (trainer) => trainer.hold('generateDigits') });
  const used = page.lab.services.useOwn(own());
  await settled();
  expect(page.trainer.count('load')).toBe(0);
  page.trainer.letGo('generateDigits');
  await used;
  expect(page.state).toMatchObject({ choice: 'own', data: { kind: 'ready' } });
});

test('own data that other data replaces while it loads is given up, and so is its network', async () => {
  const page = await openPage();
  await page.lab.services.useOwn(own());
  page.trainer.hold('load');
  const used = page.lab.services.useOwn({ ...own(40, 28), classes: page.state.look.classes });
  const told = expect(used).rejects.toThrow(DATA.replaced);
  await settled();
  void page.lab.chooseData('generated');
  await settled();
  page.trainer.letGo('load');
  await told;
  await settled();
  expect(page.state).toMatchObject({ choice: 'generated', data: { kind: 'ready' } });
  expect(page.trainer.network.layers).toEqual([784, 128, 64, 10]);
  expect(page.state.network).toEqual(page.trainer.network);
});

test('own data is refused while something has the network', async () => {
  const page = await openPage();
  page.lab.store.update({ busy: 'sweep' });
  await expect(page.lab.services.useOwn(own())).rejects.toThrow();
  expect(page.state.own).toBeNull();
});
