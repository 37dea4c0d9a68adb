// SPDX-License-Identifier: MIT
// Train, from its press to what the run came to.
import { expect, test } from 'vitest';
import { RUN } from '../../../web/src/page/train/texts.ts';
import { openPage, settled, watch } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

test('a run is shown as it goes, ends with what it came to, and is kept', async () => {
  const page = await openPage();
  await page.begin();
  expect(page.state).toMatchObject({ run: 'training', progress: { epoch: 1 }, lastEpoch: 10 });
  expect(page.state.trail).toEqual([{ x: 0.5, cost: 1 }]);
  page.trainer.epoch();
  await settled();
  expect(page.state.epochs.map(({ epoch }) => epoch)).toEqual([1]);
  expect(page.state.trail).toEqual([]);
  page.trainer.finish();
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', evaluation: { correct: 9 } });
  expect(page.state.outcome).toContain('9 of 10 test images');
  expect(page.state.checksum).toContain('2 updates');
  const [record] = (await page.runs()).shown.state.runs;
  expect(record).toMatchObject({ id: page.state.current?.id, updates: 2, paused: false });
});

test('Train pressed twice quickly trains, and pauses', async () => {
  const page = await openPage();
  page.lab.train();
  page.lab.train();
  await settled();
  expect(page.trainer.count('train')).toBe(1);
  expect(page.state.run).toBe('paused');
  expect(page.trainer.paused).toBe(true);
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('training');
  expect(page.trainer.count('train')).toBe(1);
});

test('Train begins while the data arrives, and what it came to says so', async () => {
  const page = await openPage({ mnist: true, prepare: (trainer) => trainer.hold('loadIdx') });
  page.trainer.part(20);
  expect(page.state.data).toMatchObject({ kind: 'arriving', info: { train: { examples: 20 } } });
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('training');
  page.trainer.epoch({ complete: false });
  page.trainer.finish();
  await settled();
  expect(page.state.outcome).toContain(RUN.ofPart);
});

test('without data Train says why, and nothing runs', async () => {
  const page = await openPage({ prepare: (trainer) => trainer.hold('generateDigits') });
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('idle');
  expect(page.notice).toContain('noData');
});

test('progress of a run that was ended is not shown, however late it comes', async () => {
  const page = await openPage();
  await page.begin();
  const late = page.trainer.run?.progress;
  const { progress } = page.state;
  page.lab.reset();
  await settled();
  if (progress) late?.({ ...progress, examples: 59 });
  expect(page.state).toMatchObject({ run: 'idle', progress: null, trail: [] });
});

test('an epoch that ends while the run is being ended is in what is kept, not on the page', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('stop');
  page.lab.reset();
  await settled();
  page.trainer.epoch();
  await settled();
  page.trainer.letGo('stop');
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', epochs: [] });
  const [record] = (await page.runs()).shown.state.runs;
  expect(record?.epochs).toHaveLength(1);
  expect(record?.sha256).toContain('2 updates');
});

test('Pause that is pressed while the run ends gives way to the end', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('evaluate');
  page.trainer.epoch();
  page.trainer.finish();
  await settled();
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('paused');
  page.trainer.letGo('evaluate');
  await settled();
  expect(page.state.run).toBe('idle');
  expect(page.state.outcome).not.toBe('');
  page.lab.train();
  await settled();
  expect(page.trainer.count('train')).toBe(2);
});

test('a failing evaluation is said, and the epochs stay', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.fail('evaluate', fault('noMemory', 'No room.'));
  page.trainer.epoch();
  page.trainer.finish();
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', progress: null, notice: { text: 'No room.' } });
  expect(page.state.epochs).toHaveLength(1);
});

test('a cost that becomes infinite ends the run, with the epochs that were good', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.epoch();
  await settled();
  page.trainer.progress({ epoch: 2 });
  page.trainer.failRun(fault('diverged', 'Try a smaller rate.'));
  await settled();
  expect(page.state).toMatchObject({ run: 'idle', progress: null, trail: [] });
  expect(page.state.epochs).toHaveLength(1);
  expect(page.notice).toBe('Try a smaller rate.');
  page.lab.train();
  await settled();
  expect(page.state).toMatchObject({ run: 'training', notice: null });
});

test('a checksum that comes after training has begun again is not shown', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.hold('weights');
  page.trainer.epoch();
  page.trainer.finish();
  await settled();
  expect(page.state.run).toBe('idle');
  const shown = watch(page, ({ checksum }) => checksum);
  page.lab.train();
  await settled();
  page.trainer.letGo('weights');
  await settled();
  expect(page.state.run).toBe('training');
  expect(shown).toEqual([null]);
});

test('early stopping goes back, and says to which epoch', async () => {
  const page = await openPage();
  await page.begin();
  page.trainer.epoch();
  page.trainer.epoch();
  await settled();
  page.trainer.finish('early', 1);
  await settled();
  expect(page.state).toMatchObject({ kept: 1, lastEpoch: 2, run: 'idle' });
  expect(page.state.outcome).toContain('weights of epoch 1');
});
