// SPDX-License-Identifier: MIT
import type { TimedCounts } from './protocol.ts';
import type { BinaryMetrics, Evaluation } from './results.ts';

const quotient = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** @param yesNo whether the confusion is that of the yes/no question */
export function toEvaluation(counts: TimedCounts, yesNo: boolean): Evaluation {
  const { examples, correct, cost, seconds, confusion: flat } = counts;
  const n = Math.sqrt(flat.length);
  const confusion = Array.from({ length: n }, (_, row) =>
    Array.from(flat.subarray(row * n, (row + 1) * n)),
  );
  const accuracy = quotient(correct, examples);
  const all = { examples, correct, accuracy, cost, seconds, confusion };
  if (!yesNo) return all;
  const [, falseYes = 0, missed = 0, found = 0] = flat;
  return { ...all, ...binaryMetrics({ falseYes, missed, found }) };
}

/** @param counts no's taken for yes, yes's taken for no, and yes's found */
export function binaryMetrics(counts: {
  falseYes: number;
  missed: number;
  found: number;
}): BinaryMetrics {
  const { falseYes, missed, found } = counts;
  return {
    precision: quotient(found, found + falseYes),
    recall: quotient(found, found + missed),
    f1: quotient(2 * found, 2 * found + falseYes + missed),
  };
}
