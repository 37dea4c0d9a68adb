// SPDX-License-Identifier: MIT
// How many runs are kept, and which go when there are more.

export const MOST_RUNS = 50;
export const MOST_BYTES = 200e6;

interface Sized {
  readonly id: string;
  readonly name: string;
  readonly startedAt: number;
  readonly bytes: number;
}

/**
 * The runs that have to go, so that the rest is within the limits: the oldest without a name first,
 * then the oldest.
 * @param staying the ids of those that stay whatever they take
 */
export function surplus<Run extends Sized>(
  runs: readonly Run[],
  staying: ReadonlySet<string>,
  limits = { runs: MOST_RUNS, bytes: MOST_BYTES },
): Run[] {
  let count = runs.length;
  let bytes = runs.reduce((sum, run) => sum + run.bytes, 0);
  const named = ({ name }: Run) => (name === '' ? 0 : 1);
  const order = runs
    .filter(({ id }) => !staying.has(id))
    .sort((one, other) => named(one) - named(other) || one.startedAt - other.startedAt);
  const going: Run[] = [];
  for (const run of order) {
    if (count <= limits.runs && bytes <= limits.bytes) break;
    going.push(run);
    count -= 1;
    bytes -= run.bytes;
  }
  return going;
}
