// SPDX-License-Identifier: MIT
// What the page notes of a run, from one state to the next.
import { expect, test } from 'vitest';
import { INITIAL_STATE } from '../../../web/src/page/model/initial-state.ts';
import type { State } from '../../../web/src/page/model/state.ts';
import {
  finishedOf,
  outcomeOf,
  withEpoch,
  withPoint,
  withUse,
} from '../../../web/src/page/train/run-so-far.ts';
import { RUN } from '../../../web/src/page/train/texts.ts';
import { anEpoch, anEvaluation, progressOf } from './figures.ts';

const FRESH = { id: 'new', startedAt: 5 };
const after = (state: State, change: Partial<State>): State => ({ ...state, ...change });

test('an epoch takes the place of later ones, and the trail of its cost is over', () => {
  const backend = { threads: 1, math: 'turbo', simd: true } as const;
  const state = { epochs: [1, 2, 3].map((n) => anEpoch(n)), backend, speeds: { notes: 1 } };
  const next = withEpoch(state, anEpoch(2, { cost: 9, imagesPerSecond: 70 }));
  expect(next.epochs?.map(({ epoch, cost }) => [epoch, cost])).toEqual([
    [1, 1],
    [2, 9],
  ]);
  expect(next).toMatchObject({ trail: [], speeds: { notes: 1, turbo: 70 } });
  expect(finishedOf({ epochs: [] })).toBe(0);
});

test('the trail is of the epoch under way, and goes on from where weights were brought back to', () => {
  const trail = [0.9, 1.25, 1.75].map((x) => ({ x, cost: 1 }));
  const at = (examples: number) =>
    withPoint({ trail }, progressOf({ updates: 1, epochs: 1 }, { examples, of: 100 }));
  expect(at(80).trail?.map(({ x }) => x)).toEqual([1.25, 1.75, 1.8]);
  expect(at(50).trail?.map(({ x }) => x)).toEqual([1.25, 1.5]);
});

test('a run begins with its first update, and what changes later is noted', () => {
  const { training } = INITIAL_STATE;
  const first = after(INITIAL_STATE, withUse(INITIAL_STATE, training, FRESH));
  expect(first).toMatchObject({ used: training, changes: [], current: { ...FRESH, own: null } });
  // More epochs are no other settings.
  const longer = after(first, withUse(first, { ...training, epochs: 99 }, { ...FRESH, id: 'b' }));
  expect(longer).toMatchObject({ changes: [], marks: [], current: { id: 'new' } });
  const other = withUse(longer, { ...training, dropout: 0.5 }, { ...FRESH, id: 'c' }, 12);
  expect(other.changes).toMatchObject([{ x: 0, updates: 12, after: { dropout: 0.5 } }]);
  expect(other.marks).toHaveLength(1);
});

test('what was fetched from the list begins another run when it is trained on', () => {
  const current = { id: 'kept', startedAt: 1, choice: 'mnist', fetched: true } as const;
  const state = after(INITIAL_STATE, { current });
  const next = withUse(state, state.training, FRESH);
  expect(next.current).toEqual({ ...FRESH, choice: 'mnist', own: null, from: 'kept' });
});

test('what a run came to is said with and without test images, early stopping, and a part', () => {
  const epochs = [anEpoch(1), anEpoch(2)];
  const evaluation = anEvaluation({ network: INITIAL_STATE.network, updates: 1, epochs: 2 });
  const end = { reason: 'finished', epoch: 2 } as const;
  const patience = { patience: 3 };
  expect(outcomeOf({ epochs }, end, patience, evaluation)).toContain('9 of 10 test images');
  expect(outcomeOf({ epochs }, end, patience, null)).toBe(RUN.doneWithoutTest(2, 2));
  const early = outcomeOf({ epochs }, { reason: 'early', epoch: 1 }, patience, evaluation);
  expect(early).toBe(`${RUN.early(2, 2, 3, 1)} ${RUN.rightly(10, 9)}`);
  const part = { epochs: [anEpoch(1, { complete: false })] };
  expect(outcomeOf(part, end, patience, null).endsWith(` ${RUN.ofPart}`)).toBe(true);
});
