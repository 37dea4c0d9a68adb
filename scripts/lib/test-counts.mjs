// SPDX-License-Identifier: MIT
// What the test runners report, as {passed, failed, skipped}.
import { existsSync, readFileSync } from 'node:fs';

/** A run that failed without naming a failed test (a crash, a time-out) counts as one failure. */
const settle = (counts, { code, timedOut }) => {
  const clean = code === 0 && !timedOut;
  return { ...counts, failed: clean ? counts.failed : Math.max(1, counts.failed), timedOut };
};

const sum = (text, pattern) =>
  [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

/** GoogleTest's closing lines. */
export const gtestCounts = (result) =>
  settle(
    {
      passed: sum(result.stdout, /^\[ {2}PASSED {2}\] (\d+) tests?/gm),
      failed: sum(result.stdout, /^\[ {2}FAILED {2}\] (\d+) tests?, listed/gm),
      skipped: sum(result.stdout, /^\[ {2}SKIPPED \] (\d+) tests?, listed/gm),
    },
    result,
  );

const report = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);

export function vitestCounts(file, result) {
  const {
    numPassedTests = 0,
    numFailedTests = 0,
    numPendingTests = 0,
    numTodoTests = 0,
  } = report(file) ?? {};
  const skipped = numPendingTests + numTodoTests;
  return settle({ passed: numPassedTests, failed: numFailedTests, skipped }, result);
}

/** A test that passed only at a second try has passed, and is told of. */
export function playwrightCounts(file, result) {
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = report(file)?.stats ?? {};
  const remark = flaky > 0 ? `${flaky} only at a second try` : '';
  return { ...settle({ passed: expected + flaky, failed: unexpected, skipped }, result), remark };
}

/** A tool that says yes or no. */
export const checkCounts = (result) =>
  settle({ passed: result.code === 0 ? 1 : 0, failed: 0, skipped: 0 }, result);
