// SPDX-License-Identifier: MIT
// What the page notes of a run as it goes: its epochs, its cost within the epoch, its settings and
// their changes, and what it came to.
import type { Evaluation } from '../../lib/index.ts';
import type { Epoch, StepResult, TrainEnd, TrainProgress } from '../../lib/results.ts';
import type { TrainSettings } from '../../lib/settings.ts';
import { marksOf } from '../model/change-texts.ts';
import { differing, pick } from '../model/changes.ts';
import { learnsFrom } from '../model/learned-from.ts';
import type { CurrentRun, State } from '../model/state.ts';
import { STATUS } from '../model/texts.ts';
import { RUN } from './texts.ts';

/** The epochs that are done. */
export const finishedOf = ({ epochs }: Pick<State, 'epochs'>): number => epochs.at(-1)?.epoch ?? 0;

/** An epoch takes the place of those of the same number or later: weights may have been brought back. */
export function withEpoch(
  { epochs, backend, speeds }: Pick<State, 'epochs' | 'backend' | 'speeds'>,
  epoch: Epoch,
): Partial<State> {
  const before = epochs.filter((other) => other.epoch < epoch.epoch);
  const reached = backend ? { [backend.math]: epoch.imagesPerSecond } : {};
  return { epochs: [...before, epoch], trail: [], speeds: { ...speeds, ...reached } };
}

/** The cost at one more place of the epoch under way; points of epochs before it go. */
export function withPoint(
  { trail }: Pick<State, 'trail'>,
  { epoch, examples, of, cost }: TrainProgress | StepResult,
): Partial<State> {
  const point = { x: epoch - 1 + examples / of, cost };
  const before = trail.filter(({ x }) => x > epoch - 1 && x < point.x);
  return { trail: [...before, point] };
}

/**
 * What the next update is made with. A run begins with its first; what changes later is noted.
 * @param fresh for the run that begins, where one does
 * @param at updates since the weights were initialised; absent: as the page shows them
 */
export function withUse(
  state: State,
  training: TrainSettings,
  fresh: Pick<CurrentRun, 'id' | 'startedAt'>,
  at?: number,
): Partial<State> {
  const { used, changes, current, progress, step, trail, marks } = state;
  const names = used ? differing(used, training).filter((name) => name !== 'epochs') : [];
  const updates = at ?? step?.updates ?? progress?.updates ?? 0;
  const x = trail.at(-1)?.x ?? finishedOf(state);
  const change = used && { x, updates, before: pick(used, names), after: pick(training, names) };
  const all = change && names.length > 0 ? [...changes, change] : changes;
  const run = { ...fresh, ...learnsFrom(state) };
  return {
    used: training,
    current: current?.fetched ? { ...run, from: current.id } : (current ?? run),
    changes: all,
    marks: all === changes ? marks : marksOf(all),
  };
}

/** What a run came to, in words. */
export function outcomeOf(
  { epochs }: Pick<State, 'epochs'>,
  { reason, epoch }: TrainEnd,
  { patience }: Pick<TrainSettings, 'patience'>,
  evaluation: Evaluation | null,
): string {
  const seconds = epochs.reduce((sum, one) => sum + one.seconds, 0);
  const done = finishedOf({ epochs });
  const { examples = 0, correct = 0 } = evaluation ?? {};
  const ofPart = epochs.some(({ complete }) => !complete) ? [RUN.ofPart] : [];
  if (reason === 'early') {
    const early = RUN.early(done, seconds, patience, epoch);
    return [early, ...(evaluation ? [RUN.rightly(examples, correct)] : []), ...ofPart].join(' ');
  }
  const all = evaluation
    ? STATUS.done(done, seconds, examples, correct)
    : RUN.doneWithoutTest(done, seconds);
  return [all, ...ofPart].join(' ');
}
