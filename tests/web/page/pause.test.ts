// SPDX-License-Identifier: MIT
// Pause and Step, and settings that change meanwhile.
import { expect, test } from 'vitest';
import { openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

test('Pause within an epoch says whose weights these are, and keeps the run', async () => {
  const page = await openPage();
  await page.begin();
  page.lab.train();
  await settled();
  expect(page.state).toMatchObject({ run: 'paused', progress: { examples: 30 } });
  expect(page.state.checksum).toContain('1 updates');
  const [record] = (await page.runs()).shown.state.runs;
  expect(record).toMatchObject({ paused: true, updates: 1 });
});

test('live settings are taken up by the run that goes on', async () => {
  const page = await openPage();
  await page.begin();
  page.lab.train();
  await settled();
  page.lab.changeTraining({ learningRate: 0.03 });
  await settled();
  expect(page.trainer.count('change')).toBe(0);
  page.lab.train();
  await settled();
  expect(page.trainer.calls.slice(-2)).toEqual(['change {"learningRate":0.03}', 'resume']);
  expect(page.trainer.count('train')).toBe(1);
  expect(page.state).toMatchObject({ run: 'training', used: { learningRate: 0.03 } });
  expect(page.state.changes).toMatchObject([{ x: 0.5, updates: 1, after: { learningRate: 0.03 } }]);
  expect(page.state.marks).toHaveLength(1);
});

test('other settings begin a new run, to the epoch that was asked for', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.epoch();
  page.trainer.epoch();
  await settled();
  page.lab.train();
  await settled();
  const { current } = page.state;
  page.lab.changeTraining({ weightDecay: 0.001, epochs: 5 });
  page.lab.train();
  await settled();
  expect(page.trainer.calls.at(-1)).toBe('train 3 epochs');
  expect(page.trainer.run?.settings.weightDecay).toBe(0.001);
  expect(page.state).toMatchObject({ run: 'training', lastEpoch: 5, firstEpoch: 0 });
  // The same weights go on, so it is one run still.
  expect(page.state.current).toBe(current);
  expect(page.state.changes).toMatchObject([{ x: 2, after: { weightDecay: 0.001 } }]);
});

test('a rate that is changed while it trains counts from the next batch on', async () => {
  const page = await openPage();
  await page.begin();
  page.lab.changeTraining({ learningRate: 0.01 });
  page.lab.changeTraining({ learningRate: 0.02 });
  await settled();
  expect(page.trainer.calls.slice(-2)).toEqual([
    'change {"learningRate":0.01}',
    'change {"learningRate":0.02}',
  ]);
  expect(page.state.changes.map(({ after }) => after.learningRate)).toEqual([0.01, 0.02]);
  // Taken up already, so Pause and Train change nothing more.
  page.lab.train();
  page.lab.train();
  await settled();
  expect(page.trainer.calls.at(-1)).toBe('resume');
  expect(page.trainer.count('change')).toBe(2);
});

test('a wrong setting changes nothing that runs', async () => {
  const page = await openPage();
  await page.begin();
  page.lab.changeTraining({ learningRate: -1 });
  await settled();
  expect(page.trainer.count('change')).toBe(0);
  expect(page.state.problems.learningRate).toBeDefined();
});

test('the next epoch of a paused run counts from where the run began', async () => {
  const page = await openPage();
  await page.train(2);
  page.lab.changeTraining({ epochs: 3 });
  await page.begin();
  expect(page.state).toMatchObject({ firstEpoch: 2, lastEpoch: 10 }); // the progress says so
  page.lab.train();
  page.lab.changeTraining({ weightDecay: 0.1 });
  await settled();
  page.lab.train();
  await settled();
  expect(page.trainer.calls.at(-1)).toBe('train 3 epochs');
});

test('Train that is pressed during a long Step waits for its end', async () => {
  const page = await openPage();
  page.trainer.hold('step');
  page.lab.step();
  page.lab.train();
  await settled();
  expect(page.trainer.count('train')).toBe(0);
  page.trainer.letGo('step');
  await settled();
  expect(page.trainer.count('train')).toBe(1);
  expect(page.state).toMatchObject({ run: 'training', step: null });
});

test('Step, Step, Train is one run, whose trail has both steps', async () => {
  const page = await openPage();
  page.lab.step();
  page.lab.step();
  await settled();
  expect(page.state.step).toMatchObject({ updates: 2 });
  expect(page.state.trail).toHaveLength(2);
  const { current } = page.state;
  page.lab.train();
  await settled();
  expect(page.state).toMatchObject({ run: 'training', step: null, current });
  expect(page.state.trail).toHaveLength(2);
});

test('a Step that fails is said, and the next one is made', async () => {
  const page = await openPage();
  page.trainer.fail('step', fault('diverged', 'Smaller.'));
  page.lab.step();
  page.lab.step();
  await settled();
  expect(page.trainer.count('step')).toBe(2);
  expect(page.state.step).toMatchObject({ updates: 1 });
});

test('what a failing Step says stays until something works', async () => {
  const page = await openPage();
  page.trainer.fail('step', fault('diverged', 'Smaller.'));
  page.lab.step();
  await settled();
  expect(page.state).toMatchObject({ step: null, current: null, notice: { text: 'Smaller.' } });
});

test('Step while it is paused is of that run, which then goes on', async () => {
  const page = await openPage();
  await page.begin();
  page.lab.train();
  page.lab.step();
  await settled();
  expect(page.state).toMatchObject({ run: 'paused', progress: null, step: { updates: 2 } });
  page.lab.train();
  await settled();
  expect(page.state).toMatchObject({ run: 'training', step: null });
  expect(page.trainer.count('train')).toBe(1);
});

test('the last Step of an epoch gives its figures', async () => {
  const page = await openPage();
  page.trainer.stepEnds = true;
  page.lab.step();
  await settled();
  expect(page.state.epochs).toHaveLength(1);
  expect(page.state.trail).toEqual([]);
});
