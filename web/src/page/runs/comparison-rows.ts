// SPDX-License-Identifier: MIT
// The rows of a comparison: settings and figures of some runs, and where they differ.
import { describeChange, settingName, settingValue } from '../model/change-texts.ts';
import { cost, count, duration, percent } from '../model/format.ts';
import { COMPARISON, RUNS } from './texts.ts';
import { lastOf, type RunRecord, secondsOf } from './run-record.ts';

export interface ComparisonRow {
  readonly name: string;
  /** One for each run. */
  readonly values: readonly string[];
  readonly differs: boolean;
}

type Value = (record: RunRecord) => string;

const FIRST: readonly (readonly [name: string, value: Value])[] = [
  [COMPARISON.data, (run) => RUNS.data(run)],
  [COMPARISON.images, ({ images }) => count(images)],
  [
    COMPARISON.output,
    ({ network }) =>
      network.output === 'sigmoid' ? COMPARISON.isIt(network.positive) : COMPARISON.classes,
  ],
  [COMPARISON.layers, ({ network }) => network.layers.join(' - ')],
];

const FIGURES: readonly (readonly [name: string, value: Value])[] = [
  [COMPARISON.accuracy, (record) => percent(lastOf(record)?.accuracy, 2)],
  [COMPARISON.testCost, (record) => cost(lastOf(record)?.testCost)],
  [COMPARISON.cost, (record) => cost(lastOf(record)?.cost)],
  [COMPARISON.validation, (record) => percent(lastOf(record)?.validationAccuracy, 2)],
  [COMPARISON.epochs, ({ epochs }) => count(epochs.at(-1)?.epoch ?? 0)],
  [COMPARISON.updates, ({ updates }) => count(updates)],
  [COMPARISON.seconds, (record) => duration(secondsOf(record))],
  [COMPARISON.checksum, ({ sha256 }) => sha256.slice(0, 12)],
];

/** Named above all others, or told by them. */
const NOT_AGAIN = ['layers', 'output', 'positive'];

export function settingRows(records: readonly RunRecord[]): ComparisonRow[] {
  const all = records.map(({ network, training }) => ({ ...network, ...training }));
  const keys = Object.keys(all[0] ?? {}).filter((key) => !NOT_AGAIN.includes(key));
  const changes: Value = (record) =>
    record.changes.map(describeChange).join('; ') || COMPARISON.none;
  return [
    ...rows(records, FIRST),
    ...keys.map((key) => {
      const values = all.map((settings) => settingValue(settings[key as keyof typeof settings]));
      return row(settingName(key), values);
    }),
    ...rows(records, [[COMPARISON.changes, changes]]),
  ];
}

export function figureRows(records: readonly RunRecord[]): ComparisonRow[] {
  return rows(records, FIGURES);
}

function rows(
  records: readonly RunRecord[],
  named: readonly (readonly [string, Value])[],
): ComparisonRow[] {
  return named.map(([name, value]) => row(name, records.map(value)));
}

function row(name: string, values: readonly string[]): ComparisonRow {
  return { name, values, differs: new Set(values).size > 1 };
}
