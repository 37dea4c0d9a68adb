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

const entities = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };
const unescape = (text) => text.replace(/&(lt|gt|quot|apos|amp);/g, (_, name) => entities[name]);

/** What one GoogleTest program says with --gtest_brief: each failed test, and the closing lines. */
function gtestCounts(program, said, failed) {
  const lines = said.matchAll(/^\[ {2}FAILED {2}\] (\w+\.[^\s,]+).* \(\d+ ms\)$/gm);
  const failures = [...lines].map(([, name]) => `${program}, ${name}`);
  if (failed && failures.length === 0) failures.push(`${program}: ended without naming a test`);
  return {
    passed: sum(said, /^\[ {2}PASSED {2}\] (\d+) tests?/gm),
    skipped: sum(said, /^\[ {2}SKIPPED \] (\d+) tests?/gm),
    failed: failures.length,
    failures,
  };
}

/** The report of ctest, whose test cases are programs that have tests in them. */
export function junitCounts(file, result) {
  const total = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const xml = existsSync(file) ? readFileSync(file, 'utf8') : '';
  for (const [, name, status, inner] of xml.matchAll(
    /<testcase name="([^"]*)"[^>]*? status="(\w+)"[^>]*>([\s\S]*?)<\/testcase>/g,
  )) {
    const said = unescape(/<system-out>([\s\S]*?)<\/system-out>/.exec(inner)?.[1] ?? '');
    const counts = gtestCounts(name, said, status !== 'run');
    for (const key of ['passed', 'failed', 'skipped']) total[key] += counts[key];
    total.failures.push(...counts.failures);
  }
  return settle(total, result);
}

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

/** Two runs as one. */
export const addCounts = (a, b) => ({
  passed: a.passed + b.passed,
  failed: a.failed + b.failed,
  skipped: a.skipped + b.skipped,
  failures: [...a.failures, ...b.failures],
  timedOut: a.timedOut || b.timedOut,
  remark: [a.remark, b.remark].filter(Boolean).join('; '),
});

/** A tool that says yes or no. */
export const checkCounts = (result) =>
  settle({ passed: result.code === 0 ? 1 : 0, failed: 0, skipped: 0 }, result);
