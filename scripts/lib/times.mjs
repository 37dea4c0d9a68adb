// SPDX-License-Identifier: MIT
// Where the time goes: the steps of a build as they were timed, some of them side by side.
import { note, seconds } from './log.mjs';

const began = Date.now();
const steps = [];
/** Shorter ones are not worth a line. */
const leastMs = 300;

/** Does `work` and remembers how long it took. */
export async function timed(name, work) {
  const step = { name, from: Date.now() - began };
  try {
    return await work();
  } finally {
    step.to = Date.now() - began;
    if (step.to - step.from >= leastMs) steps.push(step);
  }
}

/** Prints each step, from when to when since the script began. */
export function printTimes() {
  if (steps.length === 0) return;
  const width = Math.max(...steps.map(({ name }) => name.length));
  note(`${'where the time went'.padEnd(width)}    took    from      to`);
  for (const { name, from, to } of steps.sort((a, b) => a.from - b.from)) {
    const columns = [to - from, from, to].map((ms) => seconds(ms).padStart(7)).join(' ');
    note(`${name.padEnd(width)} ${columns}`);
  }
}
