// SPDX-License-Identifier: MIT
// When the page says that the network is not sure.
import { expect, test } from 'vitest';
import { judgeClasses, judgeYesNo } from '../../web/src/page/model/certainty.ts';

test('a clear answer is sure, and its second guess is known', () => {
  const judged = judgeClasses(Float32Array.of(0.02, 0.9, 0, 0.08));
  expect(judged.sure).toBe(true);
  expect(judged.first).toMatchObject({ answer: 1 });
  expect(judged.second).toMatchObject({ answer: 3 });
});

test('a low first probability is unsure, however far behind the second one is', () => {
  const low = [0.68, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04, 0.04, 0];
  expect(judgeClasses(low).sure).toBe(false);
  expect(judgeClasses([0.7, ...Array<number>(9).fill(1 / 30)]).sure).toBe(true);
});

test('two that are close are unsure, also where the first is not low', () => {
  expect(judgeClasses([0.76, 0.24, 0]).sure).toBe(false);
  expect(judgeClasses([0.24, 0, 0.76]).second.answer).toBe(0);
  expect(judgeClasses([0.81, 0.19, 0]).sure).toBe(true);
});

test('of equal probabilities the first digit is the answer, as everywhere on the page', () => {
  expect(judgeClasses([0.1, 0.45, 0.45])).toMatchObject({
    first: { answer: 1 },
    second: { answer: 2 },
    sure: false,
  });
});

test.each([
  [0.95, 0.5, 1, true],
  [0.74, 0.5, 1, false],
  [0.5, 0.5, 1, false],
  [0.3, 0.5, 0, false],
  [0.25, 0.5, 0, true],
  // Below a high threshold the answer is no, though yes is likelier: that is said too.
  [0.85, 0.9, 0, false],
  [0.96, 0.9, 1, true],
  [0.4, 0.9, 0, true],
])('yes with %s at the threshold %s: %s, sure: %s', (yes, threshold, answer, sure) => {
  const judged = judgeYesNo(yes, threshold);
  expect(judged.first.answer).toBe(answer);
  expect(judged.second.answer).toBe(1 - answer);
  expect(judged.first.share + judged.second.share).toBeCloseTo(1);
  expect(judged.sure).toBe(sure);
});
