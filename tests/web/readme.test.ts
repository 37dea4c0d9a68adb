// SPDX-License-Identifier: MIT
// The README's table 'Where to change what', and the comments at the top of the verbs, name files
// and folders that there are.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const readme = readFileSync(inRoot('README.md'), 'utf8');

/** The part between a heading and the next. */
function section(heading: string): string {
  const [, after = ''] = readme.split(`## ${heading}\n`);
  return after.split('\n## ')[0] ?? '';
}

const rows = section('Where to change what')
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2);

test('the table has rows, and each names a place', () => {
  expect(rows.length).toBeGreaterThan(20);
  for (const row of rows) expect(row).toMatch(/`[\w./-]+`/);
});

test.each(rows.flatMap((row) => [...row.matchAll(/`([\w./-]+)`/g)].map(([, path]) => path ?? '')))(
  '%s is there',
  (path) => {
    expect(existsSync(inRoot(path))).toBe(true);
    expect(statSync(inRoot(path)).isDirectory()).toBe(path.endsWith('/'));
  },
);

test('the structure names folders and files that there are', () => {
  const named = [...section('Structure').matchAll(/^((?:[\w./-]+\/ ?)+|cpp\/README\.md)/gm)];
  const paths = named.flatMap(([, first = '']) => first.trim().split(' '));
  expect(paths.length).toBeGreaterThan(15);
  expect(paths.filter((path) => !existsSync(inRoot(path)))).toEqual([]);
});

test('every room of the core says what it is', () => {
  for (const room of [
    'notes',
    'methods',
    'engine',
    'kernels',
    'trainer',
    'insight',
    'data',
    'base',
  ])
    expect(existsSync(inRoot(`cpp/src/${room}/README.md`)), room).toBe(true);
});
