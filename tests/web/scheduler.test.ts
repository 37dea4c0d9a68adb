// SPDX-License-Identifier: MIT
import { expect, test, vi } from 'vitest';
import { type Job, Scheduler } from '../../web/src/lib/jobs/scheduler.ts';
import { QUICK_MS, SLICE_MS, SliceSize, Tempo } from '../../web/src/lib/jobs/tempo.ts';

/** A job of some slices that writes its name into a log. */
function job(name: string, slices: number, priority: number, log: string[]) {
  let done = 0;
  const made = {
    priority,
    paused: false as boolean,
    slice() {
      log.push(name);
      done += 1;
      return done === slices;
    },
  } satisfies Job;
  return made;
}

const logged = (log: string[], expected: string[]) =>
  vi.waitFor(() => expect(log).toEqual(expected), { timeout: 10_000 });

const idle = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a job of higher priority runs to its end before the other goes on', async () => {
  const log: string[] = [];
  const scheduler = new Scheduler();
  scheduler.add(job('low', 2, 1, log));
  scheduler.add(job('high', 2, 2, log));
  await logged(log, ['high', 'high', 'low', 'low']);
});

test('jobs of higher priority that always come leave an earlier one a slice between them', async () => {
  const log: string[] = [];
  const scheduler = new Scheduler();
  scheduler.add(job('early', 2, 2, log));
  scheduler.add(job('low', 4, 1, log));
  for (const name of ['a', 'b', 'c']) scheduler.add(job(name, 2, 2, log));
  // 'early' came before it; whatever has begun goes on to its end.
  const [begin, end] = ['early early low a a', 'low b b low c c low'];
  await logged(log, `${begin} ${end}`.split(' '));
});

test('a paused job waits until it is resumed', async () => {
  const log: string[] = [];
  const scheduler = new Scheduler();
  const waiting = job('paused', 1, 2, log);
  waiting.paused = true;
  scheduler.add(waiting);
  scheduler.add(job('other', 1, 1, log));
  await logged(log, ['other']);
  await idle();
  expect(log).toEqual(['other']);
  waiting.paused = false;
  scheduler.wake();
  await logged(log, ['other', 'paused']);
});

test('slices grow slowly and shrink at once towards their time', () => {
  const size = new SliceSize({ sliceMs: SLICE_MS });
  const first = size.examples;
  size.measured(first, 0.001);
  expect(size.examples).toBe(2 * first);
  size.measured(1000, 10 * SLICE_MS);
  expect(size.examples).toBe(100);
  size.measured(1, 1000 * SLICE_MS);
  expect(size.examples).toBe(1);
});

test('slices are short while someone waits for quick answers, then long again', () => {
  vi.useFakeTimers({ toFake: ['performance'] });
  const tempo = new Tempo();
  const size = new SliceSize(tempo);
  for (let i = 0; i < 20; i += 1) size.measured(size.examples, size.examples / 100);
  expect(size.examples).toBe(100 * SLICE_MS);
  tempo.hurry();
  expect(size.examples).toBe(100 * QUICK_MS);
  size.measured(50, 0.5);
  vi.advanceTimersByTime(400);
  tempo.hurry();
  vi.advanceTimersByTime(400);
  expect(size.examples).toBe(100 * QUICK_MS);
  vi.advanceTimersByTime(200);
  expect(size.examples, 'up slowly').toBe(100);
  vi.useRealTimers();
});
