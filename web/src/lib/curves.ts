// SPDX-License-Identifier: MIT
// The yes/no question at every threshold, from the scores of the test examples.
import { binaryMetrics } from './evaluation.ts';
import type { BinaryMetrics, Scores } from './protocol.ts';

/** The confusion of four at a threshold: yes is said from that probability on. */
export interface ThresholdCounts extends BinaryMetrics {
  readonly threshold: number;
  /** Yes, rightly. */
  readonly found: number;
  /** Yes, wrongly. */
  readonly falseYes: number;
  /** No, wrongly. */
  readonly missed: number;
  /** No, rightly. */
  readonly rejected: number;
  readonly accuracy: number;
  /** Share of the true no that are taken for yes, 0 ... 1; 0 when there is none. */
  readonly falsePositiveRate: number;
}

export interface BinaryCurves {
  /** From the highest threshold to the lowest; one point for each score that occurs. */
  readonly points: readonly ThresholdCounts[];
  /** Area under the ROC curve, by trapezoids: the chance that a yes scores above a no. */
  readonly rocArea: number;
  /** Average precision: the precision at each point, weighted by the recall it adds. */
  readonly averagePrecision: number;
}

function counted(threshold: number, found: number, falseYes: number, yes: number, all: number) {
  const missed = yes - found;
  const rejected = all - yes - falseYes;
  return {
    threshold,
    found,
    falseYes,
    missed,
    rejected,
    accuracy: all === 0 ? 0 : (found + rejected) / all,
    falsePositiveRate: all === yes ? 0 : falseYes / (all - yes),
    ...binaryMetrics({ falseYes, missed, found }),
  };
}

/** Counts at one threshold, 0 ... 1. */
export function countAt({ probabilities, yes }: Scores, threshold: number): ThresholdCounts {
  let [found, falseYes, all] = [0, 0, 0];
  probabilities.forEach((p, i) => {
    const isYes = yes[i] === 1;
    all += Number(isYes);
    if (p >= threshold && isYes) found += 1;
    if (p >= threshold && !isYes) falseYes += 1;
  });
  return counted(threshold, found, falseYes, all, probabilities.length);
}

/** The ROC and precision-recall curves. */
export function toCurves({ probabilities, yes }: Scores): BinaryCurves {
  const order = Array.from(probabilities.keys()).sort(
    (a, b) => (probabilities[b] ?? 0) - (probabilities[a] ?? 0),
  );
  const all = probabilities.length;
  const total = yes.reduce((sum, one) => sum + one, 0);
  const points: ThresholdCounts[] = [counted(Infinity, 0, 0, total, all)];
  let [found, falseYes, rocArea, averagePrecision] = [0, 0, 0, 0];
  order.forEach((example, i) => {
    if (yes[example] === 1) found += 1;
    else falseYes += 1;
    const threshold = probabilities[example] ?? 0;
    const next = order[i + 1];
    // Equal scores fall on the same side of every threshold: one point for all of them.
    if (next !== undefined && probabilities[next] === threshold) return;
    const before = points[points.length - 1];
    const point = counted(threshold, found, falseYes, total, all);
    points.push(point);
    if (!before) return;
    const width = point.falsePositiveRate - before.falsePositiveRate;
    rocArea += (width * (point.recall + before.recall)) / 2;
    averagePrecision += (point.recall - before.recall) * point.precision;
  });
  return { points, rocArea, averagePrecision };
}
