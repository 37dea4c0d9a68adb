// SPDX-License-Identifier: MIT
// Learning from the person's own drawings, and the search for a rate: what has the network to itself.
import { expect, test, vi } from 'vitest';
import { DRAWINGS } from '../../../web/src/page/drawings/texts.ts';
import { FINDER } from '../../../web/src/page/train/finder/texts.ts';
import { A_STROKE, openPage, settled } from './fake-page.ts';
import { fault } from './fake-trainer.ts';

// An element; what is tested is who asks the trainer when.
vi.mock('../../../web/src/page/train/finder/rate-finder.ts', () => ({}));

async function openDrawn() {
  const page = await openPage();
  page.lab.draw([A_STROKE]);
  await settled();
  const drawings = await page.drawings();
  drawings.keep(3);
  await page.train();
  return { page, drawings };
}

test('learning keeps the network of before, and Undo goes back to it', async () => {
  const { page, drawings } = await openDrawn();
  const before = page.state.current?.id;
  const learning = drawings.learn();
  await settled();
  expect(page.state.busy).toBe('learn');
  expect(page.trainer.count('setDrawings')).toBe(1);
  page.trainer.progress({ epoch: 2 });
  page.trainer.epoch();
  page.trainer.finish();
  await learning;
  expect(page.state).toMatchObject({ busy: null, run: 'idle', current: { from: before } });
  expect(page.state.notice?.undo).toBe(before);
  expect(drawings.shown.state).toMatchObject({ learning: null, learned: { drawings: 1 } });
  expect((await page.runs()).shown.state.runs).toMatchObject([{ from: 1 }, { id: before }]);
});

test('learning that is stopped leaves the network as it was', async () => {
  const { page, drawings } = await openDrawn();
  const { current, epochs } = page.state;
  const learning = drawings.learn();
  await settled();
  page.trainer.epoch();
  drawings.stop();
  await learning;
  expect(page.state).toMatchObject({ current, epochs, busy: null });
  expect(page.trainer.updates).toBe(1);
  expect(page.notice).toContain(DRAWINGS.stopped(0).slice(0, 10));
});

test('learning that diverges leaves the network as it was, and is said', async () => {
  const { page, drawings } = await openDrawn();
  const learning = drawings.learn();
  await settled();
  page.trainer.epoch();
  page.trainer.failRun(fault('diverged', 'Too fast.'));
  await learning;
  expect(page.notice).toBe('Too fast.');
  expect(page.trainer.updates).toBe(1);
  expect(drawings.shown.state).toMatchObject({ learning: null, learned: null });
});

test('learning pressed twice learns once', async () => {
  const { page, drawings } = await openDrawn();
  const learning = Promise.all([drawings.learn(), drawings.learn()]);
  await settled();
  page.trainer.finish();
  await learning;
  expect(page.trainer.count('setDrawings')).toBe(1);
});

test('settings that mix drawings in train with them, or say that there are none', async () => {
  const page = await openPage();
  page.lab.changeTraining({ drawings: 0.2 });
  page.lab.train();
  await settled();
  expect(page.state.run).toBe('idle');
  expect(page.notice).toBe(DRAWINGS.noneToLearn);
  page.lab.draw([A_STROKE]);
  await settled();
  (await page.drawings()).keep(3);
  page.lab.train();
  await settled();
  expect(page.trainer.calls.slice(-2)).toEqual(['setDrawings', 'train 8 epochs']);
});

test('the search for a rate has the network to itself until it ends', async () => {
  const page = await openPage();
  page.trainer.hold('findLearningRate');
  page.lab.finder('find');
  await vi.waitFor(() => expect(page.state.busy).toBe('finder'));
  page.lab.train();
  await settled();
  expect(page.trainer.count('train')).toBe(0);
  page.trainer.letGo('findLearningRate');
  await settled();
  expect(page.state).toMatchObject({ busy: null, finder: { fraction: null, problem: '' } });
  expect(page.state.finder?.found?.suggested).toBe(0.1);
});

test('a search that is cancelled says so; one that is closed says nothing', async () => {
  const page = await openPage();
  for (const order of ['cancel', 'close'] as const) {
    page.trainer.hold('findLearningRate');
    page.lab.finder('find');
    await vi.waitFor(() => expect(page.state.busy).toBe('finder'));
    await settled();
    page.lab.finder(order);
    await settled();
    expect(page.state.busy).toBeNull();
    if (order === 'cancel') expect(page.state.finder?.problem).toBe(FINDER.cancelled);
    else expect(page.state.finder).toBeNull();
  }
  expect(page.state.notice).toBeNull();
});

test('a crash in a search is recovered from', async () => {
  const page = await openPage();
  page.trainer.hold('findLearningRate');
  page.lab.finder('find');
  await vi.waitFor(() => expect(page.state.busy).toBe('finder'));
  await settled();
  page.trainer.crash();
  await settled();
  expect(page.state).toMatchObject({ busy: null, finder: null, data: { kind: 'ready' } });
});

test('a search that is asked for while the network is made anew waits for the new one', async () => {
  const page = await openPage();
  page.trainer.hold('configure');
  page.trainer.hold('findLearningRate');
  void page.lab.changeNetwork({ layers: [784, 4096, 10] });
  page.lab.finder('find');
  await vi.waitFor(() => expect(page.state.busy).toBe('finder'));
  await settled();
  expect(page.trainer.count('findLearningRate')).toBe(0);
  page.trainer.letGo('configure');
  await vi.waitFor(() => expect(page.trainer.count('findLearningRate')).toBe(1));
  // Its panel is there, by which it can be cancelled.
  expect(page.state).toMatchObject({ busy: 'finder', finder: { fraction: 0 } });
  page.lab.finder('cancel');
  await settled();
  expect(page.state).toMatchObject({ busy: null, finder: { problem: FINDER.cancelled } });
});
