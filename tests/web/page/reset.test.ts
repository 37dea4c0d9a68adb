// SPDX-License-Identifier: MIT
// Reset and Undo: what is lost, what is kept, and what is brought back.
import { expect, test, vi } from 'vitest';
import { RUNS } from '../../../web/src/page/runs/texts.ts';
import { RUN } from '../../../web/src/page/train/texts.ts';
import { openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

test('Reset while it trains ends the run, and keeps it first', async () => {
  const page = await openPage();
  await page.begin();
  const id = page.state.current?.id;
  page.lab.reset();
  await settled();
  expect(page.trainer.calls.filter((call) => /stop|save|reset/.test(call))).toEqual([
    'stop',
    'save',
    'reset',
  ]);
  expect(page.state).toMatchObject({ run: 'idle', current: null, progress: null, used: null });
  expect(page.state.notice).toEqual({ kind: 'info', text: RUN.reset, undo: id });
});

test('Reset while a step is under way waits for it, and the step is in what is kept', async () => {
  const page = await openPage();
  page.trainer.hold('step');
  page.lab.step();
  page.lab.reset();
  await settled();
  expect(page.trainer.count('reset')).toBe(0);
  page.trainer.letGo('step');
  await settled();
  expect(page.state).toMatchObject({ step: null, current: null });
  expect((await page.runs()).shown.state.runs).toMatchObject([{ updates: 1 }]);
});

test('Reset of what was never trained keeps nothing', async () => {
  const page = await openPage();
  page.lab.reset();
  await settled();
  expect(page.trainer.count('save')).toBe(0);
  expect(page.state.notice).toBeNull();
});

test('a run that cannot be kept is not lost unasked: once it is said, then it goes on', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('save');
  page.lab.reset();
  await settled();
  page.trainer.fail('save', fault('noMemory', 'no room'));
  await settled();
  expect(page.notice).toContain(RUN.unkept('no room'));
  expect(page.state).toMatchObject({ run: 'paused', progress: { examples: 30 } });
  expect(page.trainer.count('reset')).toBe(0);
  page.lab.reset();
  await settled();
  page.trainer.fail('save', fault('noMemory', 'no room'));
  await settled();
  expect(page.trainer.count('reset')).toBe(1);
  expect(page.state).toMatchObject({ run: 'idle', progress: null, notice: null });
});

test('that is said of each run anew', async () => {
  const page = await openPage();
  for (let run = 0; run < 2; run += 1) {
    page.lab.step();
    await settled();
    page.trainer.fail('save', fault('noMemory', 'no room'));
    page.lab.reset();
    await settled();
    expect(page.notice).toContain('no room');
    page.trainer.fail('save', fault('noMemory', 'no room'));
    page.lab.reset();
    await settled();
    expect(page.state.step).toBeNull();
  }
});

test('Undo after Reset brings the run back, paused as it was', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.epoch();
  await settled();
  const { current } = page.state;
  page.lab.reset();
  await settled();
  page.lab.undo(page.state.notice?.undo ?? '');
  await settled();
  expect(page.state).toMatchObject({ run: 'paused', busy: null, current: { id: current?.id } });
  expect(page.state.epochs).toHaveLength(1);
  expect(page.trainer.updates).toBe(2);
  // It goes on, in the same run, for the epochs that were left.
  page.lab.train();
  await settled();
  expect(page.trainer.calls.at(-1)).toBe('train 7 epochs');
  expect(page.state.current?.id).toBe(current?.id);
});

test('Undo while another run trains keeps that one, and can be undone itself', async () => {
  const page = await openPage();
  await page.train();
  page.lab.reset();
  await settled();
  const first = page.state.notice?.undo ?? '';
  await page.begin();
  const second = page.state.current?.id;
  page.lab.undo(first);
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', current: { id: first } });
  expect(page.state.notice?.undo).toBe(second);
  expect((await page.runs()).shown.state.runs.map(({ id }) => id)).toEqual([second, first]);
});

test('nothing else is begun while a run is being brought back', async () => {
  const page = await openPage();
  await page.train();
  page.lab.reset();
  await settled();
  page.trainer.hold('restore');
  page.lab.undo(page.state.notice?.undo ?? '');
  await settled();
  expect(page.state.busy).toBe('restore');
  page.lab.train();
  page.lab.step();
  page.lab.reset();
  void page.lab.changeNetwork({ seed: 5 });
  void page.lab.choosePreset('notes');
  void page.lab.chooseData('generated');
  void page.lab.changeEngine({ math: 'notes' });
  const asked = page.trainer.calls.length;
  await settled();
  expect(page.trainer.calls).toHaveLength(asked);
  page.trainer.letGo('restore');
  await settled();
  expect(page.state).toMatchObject({ busy: null, run: 'idle', network: { seed: 1 } });
  expect(page.trainer.calls).toHaveLength(asked);
});

test('of two restores the second has the network to itself too', async () => {
  const page = await openPage();
  await page.train();
  const [id = ''] = (await page.runs()).shown.state.runs.map((run) => run.id);
  page.lab.reset();
  await settled();
  page.trainer.hold('restore');
  page.lab.undo(id);
  page.lab.undo(id);
  await settled();
  page.trainer.letGo('restore');
  page.trainer.hold('restore');
  await settled();
  expect(page.trainer.count('restore')).toBe(2);
  expect(page.state.busy).toBe('restore');
  page.trainer.letGo('restore');
  await settled();
  expect(page.state.busy).toBeNull();
});

test('a run whose weights are gone is not brought back, and all stays as it was', async () => {
  const page = await openPage();
  await page.train();
  const { current } = page.state;
  const runs = await page.runs();
  page.lab.undo('gone');
  await settled();
  expect(page.notice).toContain(RUNS.missing);
  expect(page.state).toMatchObject({ current, busy: null });
  await runs.remove(current?.id ?? '');
  await expect(runs.restore(current?.id ?? '')).rejects.toThrow(RUNS.missing);
});

test('a restored run that is trained on is another run, which tells from which', async () => {
  const page = await openPage();
  await page.train();
  const runs = await page.runs();
  const id = page.state.current?.id ?? '';
  page.lab.reset();
  await settled();
  await runs.restore(id);
  expect(page.state.current).toMatchObject({ id, fetched: true });
  await page.train();
  expect(page.state.current).toMatchObject({ from: id });
  expect(page.state.current?.id).not.toBe(id);
  expect(runs.shown.state.runs).toMatchObject([{ from: 1, number: 2 }, { number: 1 }]);
});

test('Undo of a run of other data loads that data first', async () => {
  const page = await openPage({ mnist: true });
  await page.train();
  void page.lab.chooseData('generated');
  await settled();
  expect(page.state).toMatchObject({ choice: 'generated', epochs: [] });
  page.trainer.hold('loadIdx');
  page.lab.undo(page.state.notice?.undo ?? '');
  await settled();
  expect(page.trainer.count('restore')).toBe(0);
  expect(page.state).toMatchObject({ choice: 'mnist', busy: 'restore' });
  page.trainer.letGo('loadIdx');
  await settled();
  expect(page.trainer.count('restore')).toBe(1);
  expect(page.state).toMatchObject({ data: { kind: 'ready' }, busy: null });
  expect(page.state.epochs).toHaveLength(1);
});

test('a run of images of another size is refused, and nothing is changed', async () => {
  const page = await openPage();
  await page.train();
  const runs = await page.runs();
  const id = page.state.current?.id ?? '';
  const look = { ...page.state.look, width: 8, height: 8 };
  page.lab.store.update({ look });
  vi.spyOn(page.lab.services, 'lookOf').mockReturnValue(null);
  await runs.restore(id);
  expect(page.notice).toContain(RUNS.otherSize);
  expect(page.trainer.count('restore')).toBe(0);
  expect(page.state.epochs).toHaveLength(1);
});
