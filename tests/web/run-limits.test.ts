// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest';
import { surplus } from '../../web/src/page/runs/run-limits.ts';

const run = (id: number, bytes = 1, name = '') => ({ id: String(id), startedAt: id, bytes, name });
const ids = (runs: readonly { id: string }[]) => runs.map(({ id }) => Number(id));
const none = new Set<string>();

describe('which runs make room', () => {
  it('none within the limits', () => {
    expect(surplus([run(1), run(2)], none, { runs: 2, bytes: 2 })).toEqual([]);
  });

  it('the oldest without a name first, then the oldest', () => {
    const runs = [run(1, 1, 'mine'), run(4), run(2), run(3, 1, 'too')];
    expect(ids(surplus(runs, none, { runs: 3, bytes: 9 }))).toEqual([2]);
    expect(ids(surplus(runs, none, { runs: 1, bytes: 9 }))).toEqual([2, 4, 1]);
  });

  it('as many as their bytes ask for', () => {
    expect(
      ids(surplus([run(1, 60), run(2, 60), run(3, 60)], none, { runs: 9, bytes: 100 })),
    ).toEqual([1, 2]);
  });

  it('never those that have to stay, however large', () => {
    const runs = [run(1, 500), run(2, 10)];
    expect(ids(surplus(runs, new Set(['1']), { runs: 9, bytes: 100 }))).toEqual([2]);
  });

  it('of fifty-one runs one, by the limits of the page', () => {
    const runs = Array.from({ length: 51 }, (_, i) => run(i + 1));
    expect(ids(surplus(runs, none))).toEqual([1]);
  });
});
