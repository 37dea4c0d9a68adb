// SPDX-License-Identifier: MIT
// A run in a line of words.
import { settingValue } from '../model/change-texts.ts';
import { RUNS } from './texts.ts';
import { COMPARISON } from './texts.ts';
import { lastOf, type RunRecord, secondsOf } from './run-record.ts';

/** What the line of settings is made from. */
export type Summed = Pick<RunRecord, 'network' | 'training' | 'choice' | 'own' | 'changes'>;

/** What it was trained with. */
export function settingsLine(of: Summed): string {
  const { network, training, changes } = of;
  const { summary } = RUNS;
  return [
    network.layers.join(' - '),
    ...(network.output === 'sigmoid' ? [COMPARISON.isIt(network.positive)] : []),
    settingValue(training.optimizer),
    summary.rate(String(training.learningRate)),
    summary.batch(training.batchSize),
    ...(training.dropout > 0 ? [summary.dropout(training.dropout)] : []),
    summary.seed(network.seed),
    RUNS.data(of),
    ...(changes.length > 0 ? [summary.changed(changes.length)] : []),
  ].join(' · ');
}

/** What it came to. */
export function figuresLine(record: RunRecord): string {
  const { epochs, progress, step, lastEpoch, paused } = record;
  const last = lastOf(record);
  return [
    ...(last ? [RUNS.accuracy(last.accuracy)] : []),
    paused || epochs.length === 0
      ? RUNS.pausedIn(step?.epoch ?? progress?.epoch ?? epochs.length, lastEpoch)
      : RUNS.epochs(epochs.at(-1)?.epoch ?? 0),
    RUNS.duration(secondsOf(record)),
  ].join(' · ');
}

/** Where it comes from, and when. */
export function originLine({ from, sweep, startedAt }: RunRecord): string {
  return [
    RUNS.when(startedAt),
    ...(from === null ? [] : [RUNS.from(from)]),
    ...(sweep ? [RUNS.ofSweep] : []),
  ].join(' · ');
}
