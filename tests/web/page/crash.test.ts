// SPDX-License-Identifier: MIT
// The worker stops: what is said, what is loaded again, and what the person had.
import { expect, test, vi } from 'vitest';
import { RUN } from '../../../web/src/page/train/texts.ts';
import { A_STROKE, type FakePage, openPage, settled, watch } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

/** The page is as after its start, but for what it says. */
function expectRecovered(page: FakePage): void {
  expect(page.state).toMatchObject({
    run: 'idle',
    busy: null,
    data: { kind: 'ready' },
    epochs: [],
    progress: null,
    step: null,
    current: null,
    outcome: '',
    evaluation: null,
  });
  expect(page.notice).toContain(RUN.crashed);
}

test('a crash in a run is told, and the data is loaded again', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.crash();
  await settled();
  expectRecovered(page);
  expect(page.trainer.count('generateDigits')).toBe(2);
  await page.train();
  expect(page.state).toMatchObject({ run: 'idle', notice: null });
  expect(page.state.epochs).toHaveLength(1);
});

test('a crash in a step', async () => {
  const page = await openPage();
  page.lab.step();
  await settled();
  page.trainer.hold('step');
  page.lab.step();
  await settled();
  page.trainer.crash();
  await settled();
  expectRecovered(page);
});

test('a crash while a drawing is read', async () => {
  const page = await openPage();
  page.trainer.hold('read');
  page.lab.draw([A_STROKE]);
  await settled();
  page.trainer.crash();
  await settled();
  expectRecovered(page);
});

test('one crash that several hear of is one crash', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('read', 'change');
  page.lab.draw([A_STROKE]);
  page.lab.changeTraining({ learningRate: 0.01 });
  await settled();
  const seen = watch(page, ({ data }) => data.kind);
  page.trainer.crash();
  page.trainer.letGo('read');
  await settled();
  expectRecovered(page);
  expect(seen).not.toContain('failed');
  expect(page.trainer.count('generateDigits')).toBe(2);
});

test('a crash while the data is loaded is told where the data is, and Retry loads it', async () => {
  const page = await openPage({ prepare: (trainer) => trainer.hold('generateDigits') });
  page.trainer.crash();
  await settled();
  expect(page.state.data).toMatchObject({ kind: 'failed', engine: true });
  page.trainer.letGo('generateDigits');
  page.lab.retry();
  await settled();
  expect(page.state.data.kind).toBe('ready');
  expect(page.trainers).toHaveLength(1);
});

test('a second crash soon after ends the recovery, and says so', async () => {
  const page = await openPage();
  for (let crash = 0; crash < 2; crash += 1) {
    await page.begin();
    page.trainer.crash();
    await settled();
  }
  expect(page.state.data).toMatchObject({ kind: 'failed', engine: true, message: page.notice });
  expect(page.trainer.count('generateDigits')).toBe(2);
});

test('a second crash long after is recovered from', async () => {
  const page = await openPage();
  const begun = performance.now();
  await page.begin();
  page.trainer.crash();
  await settled();
  const clock = vi.spyOn(performance, 'now').mockReturnValue(begun + 60_000);
  await page.begin();
  page.trainer.crash();
  await settled();
  clock.mockRestore();
  expectRecovered(page);
});

test('kept runs, drawings and settings are still there, and a run can be brought back', async () => {
  const page = await openPage();
  void page.lab.changeNetwork({ layers: [784, 20, 10] });
  page.lab.changeTraining({ epochs: 3 });
  page.lab.draw([A_STROKE]);
  await settled();
  (await page.drawings()).keep(7);
  await page.train();
  const id = page.state.current?.id ?? '';
  await page.begin();
  page.trainer.crash();
  await settled();
  expectRecovered(page);
  expect(page.state).toMatchObject({
    network: { layers: [784, 20, 10] },
    training: { epochs: 3 },
  });
  expect((await page.drawings()).shown.state.drawings).toMatchObject([{ label: 7 }]);
  page.lab.undo(id);
  await settled();
  expect(page.state).toMatchObject({ current: { id }, busy: null });
  expect(page.state.epochs).toHaveLength(1);
});

test('a crash in a run that is being ended is a crash: nothing of the new worker is kept', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('stop');
  page.lab.reset();
  await settled();
  page.trainer.crash();
  await settled();
  expect(page.trainer.count('save')).toBe(0);
  expect(page.state.data.kind).toBe('ready');
  expect(page.trainer.count('generateDigits')).toBe(2);
});

test('a run whose worker stops while its end is worked out has no outcome', async () => {
  const page = await openPage();
  void page.lab.choosePreset('notes');
  await settled();
  await page.begin();
  page.trainer.hold('scores');
  page.trainer.epoch();
  page.trainer.finish();
  await settled();
  const outcomes = watch(page, ({ outcome }) => outcome);
  page.trainer.crash();
  page.trainer.letGo('scores');
  await settled();
  expectRecovered(page);
  expect(outcomes).toEqual(['']);
});

test('a crash in a restore leaves the page free', async () => {
  const page = await openPage();
  await page.train();
  page.lab.reset();
  await settled();
  page.trainer.hold('restore');
  page.lab.undo(page.state.notice?.undo ?? '');
  await settled();
  page.trainer.crash();
  await settled();
  expectRecovered(page);
});

test('what is no fault of the worker is said, and nothing is loaded', async () => {
  const page = await openPage();
  page.trainer.fail('step', new Error('a surprise'));
  page.lab.step();
  await settled();
  expect(page.notice).toContain('a surprise');
  page.trainer.fail('step', fault('disposed'));
  page.lab.step();
  await settled();
  expect(page.notice).toContain('a surprise');
  expect(page.trainer.count('generateDigits')).toBe(1);
});
