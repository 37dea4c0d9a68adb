// SPDX-License-Identifier: MIT
import type { BinaryMetrics, TimedCounts } from './protocol.ts';

/** How well a part of the data is answered. */
export interface Evaluation {
  readonly examples: number;
  readonly correct: number;
  /** correct / examples, 0 ... 1. */
  readonly accuracy: number;
  /** Mean cross-entropy. */
  readonly cost: number;
  /** What answering took. */
  readonly seconds: number;
  /** confusion[true label][answer]; for the yes/no question 0 is no and 1 is yes. */
  readonly confusion: readonly (readonly number[])[];
  /** Of the yes/no question alone. */
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

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
