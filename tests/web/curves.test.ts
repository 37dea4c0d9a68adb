// SPDX-License-Identifier: MIT
import { expect, test } from 'vitest';
import { countAt, toCurves } from '../../web/src/lib/curves.ts';

const scores = {
  probabilities: Float32Array.of(0.875, 0.75, 0.75, 0.5, 0.25, 0.125),
  yes: Uint8Array.of(1, 1, 0, 1, 0, 0),
};

test('countAt counts the confusion of four', () => {
  expect(countAt(scores, 0.5)).toMatchObject({ found: 3, falseYes: 1, missed: 0, rejected: 2 });
  const high = countAt(scores, 0.8);
  expect(high).toMatchObject({ found: 1, falseYes: 0, missed: 2, rejected: 3, precision: 1 });
  expect(high.recall).toBeCloseTo(1 / 3, 12);
  expect(high.f1).toBeCloseTo(0.5, 12);
  expect(high.accuracy).toBeCloseTo(4 / 6, 12);
  expect(countAt(scores, 1)).toMatchObject({ found: 0, precision: 0, recall: 0, f1: 0 });
  expect(countAt(scores, 0)).toMatchObject({ missed: 0, rejected: 0, falsePositiveRate: 1 });
});

test('toCurves has one point for each score, and agrees with countAt at each', () => {
  const { points } = toCurves(scores);
  expect(points.map(({ threshold }) => threshold)).toEqual([
    Infinity,
    0.875,
    0.75,
    0.5,
    0.25,
    0.125,
  ]);
  for (const point of points) expect(countAt(scores, point.threshold)).toEqual(point);
});

test('the ROC area is the chance that a yes scores above a no', () => {
  const { probabilities, yes } = scores;
  let [pairs, above] = [0, 0];
  probabilities.forEach((p, i) => {
    probabilities.forEach((q, j) => {
      if (yes[i] !== 1 || yes[j] !== 0) return;
      pairs += 1;
      above += p > q ? 1 : p === q ? 0.5 : 0;
    });
  });
  expect(toCurves(scores).rocArea).toBeCloseTo(above / pairs, 12);
});

test('average precision weighs each precision with the recall it adds', () => {
  // Recall goes 1/3, 2/3, 1 at precisions 1, 2/3, 3/4.
  expect(toCurves(scores).averagePrecision).toBeCloseTo((1 + 2 / 3 + 3 / 4) / 3, 12);
});

test('data with answers of one kind, or none, gives no NaN', () => {
  for (const yes of [Uint8Array.of(1, 1), Uint8Array.of(0, 0)]) {
    const { points, rocArea, averagePrecision } = toCurves({
      probabilities: Float32Array.of(0.2, 0.7),
      yes,
    });
    for (const point of points) {
      for (const value of Object.values(point)) expect(value).not.toBeNaN();
    }
    expect(rocArea).not.toBeNaN();
    expect(averagePrecision).not.toBeNaN();
  }
  const none = toCurves({ probabilities: new Float32Array(), yes: new Uint8Array() });
  expect(none.points).toHaveLength(1);
});
