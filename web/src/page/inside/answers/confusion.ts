// SPDX-License-Identifier: MIT
// Counting the core's answers: which example is in which cell. No DOM here.
import type { Answers } from '../../../lib/insight.ts';
import type { NetworkSettings } from '../../../lib/settings.ts';

/** A cell of the confusion matrix. */
export interface Cell {
  /** The true class and the answer, from 0; of the yes/no question 0 is no and 1 is yes. */
  readonly truth: number;
  readonly answer: number;
}

/** How one class fares. */
export interface ClassFigures {
  /** Images of the class, and images that are answered so. */
  readonly images: number;
  readonly answered: number;
  readonly right: number;
  /** right / answered and right / images; null where that would be 0 / 0. */
  readonly precision: number | null;
  readonly recall: number | null;
}

export interface Confusion {
  /** counts[truth][answer]. */
  readonly counts: readonly (readonly number[])[];
  readonly classes: readonly ClassFigures[];
  readonly examples: number;
  readonly right: number;
}

/** Every example of a part, as the network answers it. */
export interface Answered {
  /** The labels of the data: digits, also for the yes/no question. */
  readonly labels: Uint8Array;
  readonly truths: Uint8Array;
  readonly answers: Uint8Array;
  /** Of the answer. */
  readonly probabilities: Float32Array;
  /** Cross-entropy. */
  readonly costs: Float32Array;
  readonly confusion: Confusion;
}

/** @param threshold from which probability on the answer is yes, for the yes/no question */
export function toAnswered(
  given: Answers,
  labels: Uint8Array,
  network: NetworkSettings,
  threshold: number,
): Answered {
  const { costs } = given;
  if (network.output === 'softmax') {
    const classes = network.layers.at(-1) ?? 0;
    const confusion = confusionOf(labels, given.answers, classes);
    return { ...given, costs, labels, truths: labels, confusion };
  }
  const truths = labels.map((label) => (label === network.positive ? 1 : 0));
  const { answers, probabilities } = atThreshold(given, threshold);
  const confusion = confusionOf(truths, answers, 2);
  return { answers, probabilities, costs, labels, truths, confusion };
}

/** The core's own answers are those at one half. */
function atThreshold(
  { answers, probabilities }: Answers,
  threshold: number,
): Pick<Answers, 'answers' | 'probabilities'> {
  if (threshold === 0.5) return { answers, probabilities };
  const yes = probabilities.map((share, i) => (answers[i] === 1 ? share : 1 - share));
  return {
    answers: Uint8Array.from(yes, (share) => (share >= threshold ? 1 : 0)),
    probabilities: yes.map((share) => (share >= threshold ? share : 1 - share)),
  };
}

function confusionOf(truths: Uint8Array, answers: Uint8Array, classes: number): Confusion {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  truths.forEach((truth, i) => {
    const row = counts[truth];
    const answer = answers[i] ?? 0;
    if (row) row[answer] = (row[answer] ?? 0) + 1;
  });
  const figures = counts.map((row, k): ClassFigures => {
    const images = sum(row);
    const answered = sum(counts.map((other) => other[k] ?? 0));
    const right = row[k] ?? 0;
    const precision = answered > 0 ? right / answered : null;
    const recall = images > 0 ? right / images : null;
    return { images, answered, right, precision, recall };
  });
  const right = sum(figures.map((one) => one.right));
  return { counts, classes: figures, examples: truths.length, right };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** What the gallery shows: all mistakes, those of one digit, or a cell of the matrix. */
export type Choice =
  { readonly kind: 'mistakes'; readonly digit: number | null } | ({ readonly kind: 'cell' } & Cell);

/** The numbers of the examples of a choice, the highest cost first. */
export function chosenExamples(answered: Answered, choice: Choice): number[] {
  const { labels, truths, answers, costs } = answered;
  const wanted =
    choice.kind === 'cell'
      ? (i: number) => truths[i] === choice.truth && answers[i] === choice.answer
      : (i: number) =>
          truths[i] !== answers[i] && (choice.digit === null || labels[i] === choice.digit);
  const found: number[] = [];
  for (let i = 0; i < truths.length; i += 1) if (wanted(i)) found.push(i);
  return found.sort((a, b) => (costs[b] ?? 0) - (costs[a] ?? 0) || a - b);
}
