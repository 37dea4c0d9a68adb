// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { type Job, Scheduler, SLICE_MS, SliceSize } from '../../web/src/lib/jobs/scheduler.ts';

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

const idle = () => new Promise((resolve) => setTimeout(resolve, 20));

test('a job of higher priority runs to its end before the other goes on', async () => {
  const log: string[] = [];
  const scheduler = new Scheduler();
  scheduler.add(job('low', 2, 1, log));
  scheduler.add(job('high', 2, 2, log));
  await idle();
  expect(log).toEqual(['high', 'high', 'low', 'low']);
});

test('a paused job waits until it is resumed', async () => {
  const log: string[] = [];
  const scheduler = new Scheduler();
  const waiting = job('paused', 1, 2, log);
  waiting.paused = true;
  scheduler.add(waiting);
  scheduler.add(job('other', 1, 1, log));
  await idle();
  expect(log).toEqual(['other']);
  waiting.paused = false;
  scheduler.wake();
  await idle();
  expect(log).toEqual(['other', 'paused']);
});

test('slices grow slowly and shrink at once towards their time', () => {
  const size = new SliceSize();
  const first = size.examples;
  size.measured(first, 0.001);
  expect(size.examples).toBe(2 * first);
  size.measured(1000, 10 * SLICE_MS);
  expect(size.examples).toBe(100);
  size.measured(1, 1000 * SLICE_MS);
  expect(size.examples).toBe(1);
});
