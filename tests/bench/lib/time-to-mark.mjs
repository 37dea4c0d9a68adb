// SPDX-License-Identifier: MIT
// How soon runs come above an accuracy, and how figures of several seeds are written.
import { fixed } from './report.mjs';
import { deviation, mean } from './statistics.mjs';

/** Seconds of training after which a run first stood above the mark; undefined when never. */
export function secondsTo(mark, epochs) {
  let seconds = 0;
  for (const epoch of epochs) {
    seconds += epoch.seconds;
    if (epoch.accuracy >= mark) return seconds;
  }
  return undefined;
}

/** Of those runs that came above it. */
export function reached(mark, runs) {
  const times = runs
    .map(({ epochs }) => secondsTo(mark, epochs))
    .filter((time) => time !== undefined);
  return {
    mark,
    times,
    mean: mean(times),
    deviation: deviation(times),
    byAll: times.length === runs.length,
  };
}

/** Of the training of a run alone. */
export const secondsOf = ({ epochs }) => epochs.reduce((sum, { seconds }) => sum + seconds, 0);

/** Mean ± standard deviation. */
export const spread = (values, digits) =>
  values.length === 0
    ? ''
    : `${fixed(mean(values), digits)} ± ${fixed(deviation(values) ?? 0, digits)}`;

/** The same, and how many of the runs came there. */
export const timesTo = ({ times }, runs) =>
  times.length === 0 ? 'never' : `${spread(times, 2)} (${times.length} of ${runs.length})`;
