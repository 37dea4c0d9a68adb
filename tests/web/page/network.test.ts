// SPDX-License-Identifier: MIT
// Another network, and another engine, whatever is under way.
import { expect, test } from 'vitest';
import { RUN } from '../../../web/src/page/train/texts.ts';
import { openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

const layers = (units: number): readonly number[] => [784, units, 10];

test('another network ends the run, keeps it, and Undo brings it back', async () => {
  const page = await openPage();
  await page.begin();
  const before = page.state.network;
  void page.lab.changeNetwork({ layers: layers(20), seed: 4 });
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', current: null, network: { seed: 4 } });
  expect(page.trainer.network.layers).toEqual(layers(20));
  expect(page.notice).toBe(RUN.renewed(4));
  page.lab.undo(page.state.notice?.undo ?? '');
  await settled();
  expect(page.state).toMatchObject({ run: 'paused', network: before });
  expect(page.trainer.network).toEqual(before);
});

test('of two changes in quick succession the last wins', async () => {
  const page = await openPage();
  page.trainer.hold('configure');
  void page.lab.changeNetwork({ layers: layers(20) });
  void page.lab.changeNetwork({ layers: layers(30) });
  void page.lab.changeNetwork({ seed: 9 });
  await settled();
  page.trainer.letGo('configure');
  await settled();
  expect(page.trainer.network).toMatchObject({ layers: layers(30), seed: 9 });
  expect(page.state.network).toEqual(page.trainer.network);
});

test('a half-typed layer is shown, said to be wrong, and trains nothing', async () => {
  const page = await openPage();
  await page.begin();
  const before = page.trainer.network;
  void page.lab.changeNetwork({ layers: [784, NaN, 10] });
  await settled();
  expect(page.state.problems['layers.1']).toBeDefined();
  expect(page.state).toMatchObject({ run: 'training', network: { layers: [784, NaN, 10] } });
  expect(page.trainer.network).toBe(before);
  void page.lab.changeNetwork({ layers: layers(25) });
  await settled();
  expect(page.state.problems).toEqual({});
  expect(page.trainer.network.layers).toEqual(layers(25));
});

test('what is kept of a run has its own network, not the half-typed one', async () => {
  const page = await openPage();
  await page.begin();
  const { network } = page.trainer;
  void page.lab.changeNetwork({ layers: [784, NaN, 10] });
  page.lab.reset();
  await settled();
  expect((await page.runs()).shown.state.runs).toMatchObject([{ network }]);
});

test('a network that cannot be made is said, and no run is shown that is not there', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.fail('configure', fault('noMemory', 'Too large.'));
  void page.lab.changeNetwork({ layers: layers(16000) });
  await settled();
  expect(page.notice).toBe('Too large.');
  expect(page.trainer.run).toBeNull();
  expect(page.state.run).toBe('paused');
  page.lab.train();
  await settled();
  expect(page.trainer.run).not.toBeNull();
  expect(page.state.run).toBe('training');
});

test('a preset during a run brings its network and its settings', async () => {
  const page = await openPage();
  await page.begin();
  void page.lab.choosePreset('notes');
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', training: { batchSize: 'all', epochs: 200 } });
  expect(page.trainer.network).toMatchObject({ output: 'sigmoid', layers: [784, 128, 64, 1] });
  expect(page.state.lastEpoch).toBe(200);
});

test('a change during a long Step waits for it', async () => {
  const page = await openPage();
  page.trainer.hold('step');
  page.lab.step();
  void page.lab.changeNetwork({ layers: layers(20) });
  await settled();
  expect(page.trainer.count('configure')).toBe(0);
  page.trainer.letGo('step');
  await settled();
  expect(page.trainer.network.layers).toEqual(layers(20));
  expect(page.state).toMatchObject({ step: null, current: null });
});

test('a change before the trainer has started is the network that is trained', async () => {
  let made = (): void => undefined;
  const create = () => new Promise<void>((resolve) => (made = resolve));
  const page = await openPage({ create });
  void page.lab.changeNetwork({ layers: layers(20) });
  await settled();
  made();
  await settled();
  expect(page.state.data.kind).toBe('ready');
  expect(page.state.network.layers).toEqual(layers(20));
  expect(page.trainer.network.layers).toEqual(layers(20));
});

test('another engine takes over during a run, which is kept', async () => {
  const page = await openPage();
  await page.begin();
  const [first] = page.trainers;
  const id = page.state.current?.id;
  void page.lab.changeEngine({ math: 'notes' });
  await settled();
  expect(first).toMatchObject({ disposed: true });
  expect(page.trainers).toHaveLength(2);
  expect(page.state).toMatchObject({
    run: 'idle',
    current: null,
    backend: { math: 'notes' },
    data: { kind: 'ready' },
    notice: { undo: id },
  });
  page.lab.undo(id ?? '');
  await settled();
  expect(page.state.run).toBe('paused');
  expect(page.trainer.updates).toBe(1);
});

test('another engine keeps the network that trained, when another is half typed', async () => {
  const page = await openPage();
  const { layers: before } = page.trainer.network;
  void page.lab.changeNetwork({ layers: [784, NaN, 10] });
  void page.lab.changeEngine({ math: 'notes' });
  await settled();
  expect(page.trainer.network.layers).toEqual(before);
  expect(page.state.network.layers[1]).toBeNaN();
});

test('an engine that cannot start is said, and Retry starts it', async () => {
  let broken = false;
  const create = () => (broken ? Promise.reject(fault('unsupported', 'No.')) : Promise.resolve());
  const page = await openPage({ create });
  broken = true;
  void page.lab.changeEngine({ math: 'turbo' });
  await settled();
  expect(page.state).toMatchObject({
    backend: null,
    data: { kind: 'failed', message: 'No.', engine: true },
  });
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('idle');
  broken = false;
  page.lab.retry();
  await settled();
  expect(page.state).toMatchObject({ backend: { math: 'turbo' }, data: { kind: 'ready' } });
});
