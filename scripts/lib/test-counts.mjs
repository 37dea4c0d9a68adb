// SPDX-License-Identifier: MIT
// What the test runners report, as {passed, failed, skipped, failures}; failures says of each
// failed test its name and why.
import { existsSync, readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';

/** A run that failed without naming a failed test (a crash, a time-out) counts as one failure. */
const settle = (counts, { code, timedOut }) => {
  const clean = code === 0 && !timedOut;
  return { ...counts, failed: clean ? counts.failed : Math.max(1, counts.failed), timedOut };
};

const sum = (text, pattern) =>
  [...text.matchAll(pattern)].reduce((total, match) => total + Number(match[1]), 0);

const firstLine = (text = '') => stripVTControlCharacters(text).trim().split('\n')[0].slice(0, 160);

/** GoogleTest's closing lines. */
export const gtestCounts = (result) =>
  settle(
    {
      // The list at the end has no times behind the names.
      failures: [...result.stdout.matchAll(/^\[ {2}FAILED {2}\] ([^\s,]+)$/gm)].map(
        ([, name]) => name,
      ),
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
    testResults = [],
  } = report(file) ?? {};
  const skipped = numPendingTests + numTodoTests;
  const failures = testResults
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'failed')
    .map(({ fullName, failureMessages }) => `${fullName}: ${firstLine(failureMessages[0])}`);
  return settle({ passed: numPassedTests, failed: numFailedTests, skipped, failures }, result);
}

/** Playwright's suites have suites in them, and specs at the end. */
const specsOf = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsOf)];

/** A test that passed only at a second try has passed, and is told of. */
export function playwrightCounts(file, result) {
  const { stats, suites } = report(file) ?? {};
  const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats ?? {};
  const remark = flaky > 0 ? `${flaky} only at a second try` : '';
  const why = ({ tests }) =>
    tests.flatMap(({ results }) => results).find(({ error }) => error)?.error.message;
  const failures = specsOf({ suites })
    .filter(({ ok }) => !ok)
    .map((spec) => `${spec.file}, ${spec.title}: ${firstLine(why(spec))}`);
  const counts = { passed: expected + flaky, failed: unexpected, skipped, failures };
  return { ...settle(counts, result), remark };
}

/** A tool that says yes or no. */
export const checkCounts = (result) =>
  settle({ passed: result.code === 0 ? 1 : 0, failed: 0, skipped: 0 }, result);
