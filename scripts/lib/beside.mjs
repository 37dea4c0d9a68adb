// SPDX-License-Identifier: MIT
import { availableParallelism } from 'node:os';

/** Calls `work(item, done)` for all items, as many at a time as there are processors. */
export async function eachBeside(items, work) {
  let count = 0;
  const done = () => ++count;
  const queue = [...items];
  const worker = async () => {
    while (queue.length > 0) await work(queue.shift(), done);
  };
  await Promise.all(Array.from({ length: availableParallelism() }, worker));
}
