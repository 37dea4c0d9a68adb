// SPDX-License-Identifier: MIT
// Timing a function of a WebAssembly module: V8 makes it fast only after some calls.

/** Calls run(times) for at least `ms`, each time longer. */
function warmUp(run, ms) {
  const begin = performance.now();
  for (let times = 1; performance.now() - begin < ms; times = Math.min(2 * times, 64)) run(times);
}

/**
 * Microseconds of one run: the best of many samples, each long enough for the clock, which counts
 * in steps of 5 us.
 * @param run calls what is measured so many times
 */
export function bestOf(run, { warmUpMs = 100, ms = 100, sampleMs = 2 } = {}) {
  warmUp(run, warmUpMs);
  const time = (times) => {
    const begin = performance.now();
    run(times);
    return performance.now() - begin;
  };
  let times = 1;
  while (time(times) < sampleMs && times < 2 ** 24) times *= 2;
  let best = Infinity;
  const until = performance.now() + ms;
  do best = Math.min(best, time(times));
  while (performance.now() < until);
  return (1000 * best) / times;
}
