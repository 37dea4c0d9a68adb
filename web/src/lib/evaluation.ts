// SPDX-License-Identifier: MIT
import type { EvaluationCounts } from './protocol.ts';

/** How well a part of the data is answered. */
export interface Evaluation {
  readonly examples: number;
  readonly correct: number;
  /** correct / examples, 0 ... 1. */
  readonly accuracy: number;
  /** Mean cross-entropy. */
  readonly cost: number;
  /** confusion[true label][answer]; for the yes/no question 0 is no and 1 is yes. */
  readonly confusion: readonly (readonly number[])[];
  /** Yes/no question: the share of its yes that are right; 0 when it never says yes. */
  readonly precision?: number;
  /** Yes/no question: the share of the true yes that it finds; 0 when there is none. */
  readonly recall?: number;
  /** Yes/no question: the harmonic mean of precision and recall; 0 when both are. */
  readonly f1?: number;
}

const quotient = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** @param yesNo whether the confusion is that of the yes/no question */
export function toEvaluation(counts: EvaluationCounts, yesNo: boolean): Evaluation {
  const { examples, correct, cost, confusion: flat } = counts;
  const n = Math.sqrt(flat.length);
  const confusion = Array.from({ length: n }, (_, row) =>
    Array.from(flat.subarray(row * n, (row + 1) * n)),
  );
  const all = { examples, correct, accuracy: quotient(correct, examples), cost, confusion };
  if (!yesNo) return all;
  const [, falseYes = 0, missed = 0, found = 0] = flat;
  return {
    ...all,
    precision: quotient(found, found + falseYes),
    recall: quotient(found, found + missed),
    f1: quotient(2 * found, 2 * found + falseYes + missed),
  };
}
