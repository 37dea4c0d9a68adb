// SPDX-License-Identifier: MIT
// The yes/no question at every threshold, from the scores of the test examples.
import { binaryMetrics } from './evaluation.ts';
import type { BinaryMetrics, Scores } from './results.ts';

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

/**
 * Scores and answers in one number each, from the lowest score to the highest: numbers are sorted
 * many times as fast as pairs. The bits of floats that are not negative order as the floats do.
 */
function sorted({ probabilities, yes }: Scores): Float64Array {
  const bits = new Uint32Array(Float32Array.from(probabilities).buffer);
  return Float64Array.from(bits, (score, i) => 2 * score + (yes[i] ?? 0)).sort();
}

/** The score that sorted() packed. */
function unpack(packed: number): number {
  const view = new DataView(new ArrayBuffer(4));
  view.setUint32(0, Math.floor(packed / 2));
  return view.getFloat32(0);
}

/** The ROC and precision-recall curves. */
export function toCurves(scores: Scores): BinaryCurves {
  const packed = sorted(scores);
  const all = packed.length;
  const total = scores.yes.reduce((sum, one) => sum + one, 0);
  let before = counted(Infinity, 0, 0, total, all);
  const points: ThresholdCounts[] = [before];
  let [found, falseYes, rocArea, averagePrecision] = [0, 0, 0, 0];
  for (let i = all - 1; i >= 0; i -= 1) {
    const one = packed[i] ?? 0;
    if (one % 2 === 1) found += 1;
    else falseYes += 1;
    // Equal scores fall on the same side of every threshold: one point for all of them.
    if (i > 0 && Math.floor((packed[i - 1] ?? 0) / 2) === Math.floor(one / 2)) continue;
    const point = counted(unpack(one), found, falseYes, total, all);
    points.push(point);
    const width = point.falsePositiveRate - before.falsePositiveRate;
    rocArea += (width * (point.recall + before.recall)) / 2;
    averagePrecision += (point.recall - before.recall) * point.precision;
    before = point;
  }
  return { points, rocArea, averagePrecision };
}
