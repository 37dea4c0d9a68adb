// SPDX-License-Identifier: MIT
// 'Show the code' finds each formula in the core's own files, and what their comments say of them.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { CODE_PLACES, type CodeKey } from '../../web/src/page/notes/code/code-places.ts';
import { findLines, headOf } from '../../web/src/page/notes/code/find-lines.ts';
import { loadSource } from '../../web/src/page/notes/code/load-source.ts';

const inRoot = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const textOf = (path: string) => readFileSync(inRoot(path), 'utf8');
const keys = Object.keys(CODE_PLACES) as CodeKey[];
const VERBS = ['reshape', 'initialise', 'forward', 'cost', 'backward', 'update', 'predict'];

/** What stands on the lines that are marked, without the spaces. */
function marked(key: CodeKey): string {
  const source = textOf(CODE_PLACES[key].path);
  const lines = findLines(source, CODE_PLACES[key]);
  if (!lines) return 'nothing';
  return source
    .split('\n')
    .slice(lines.from, lines.to + 1)
    .map((line) => line.trim())
    .join(' ');
}

describe('each formula', () => {
  test.each(keys)('%s is found in its file, on a few lines of code', async (key) => {
    const place = CODE_PLACES[key];
    const source = textOf(place.path);
    const lines = findLines(source, place);
    expect(lines, `${place.path}: ${place.comment ?? place.line}`).not.toBeNull();
    if (!lines) return;
    expect(lines.to - lines.from).toBeLessThan(20);
    const text = source.split('\n').slice(lines.from, lines.to + 1);
    expect(text.every((line) => line.trim() !== '')).toBe(true);
    expect(text[0]?.trim()).not.toMatch(/^\/\//);
    if (place.line !== undefined) expect(text.join('\n')).toContain(place.line);
    // What the page carries is the file itself.
    expect(await loadSource(place.path)).toBe(source);
  });

  test.each([
    ['Z', /layer\.W \* A_before;.*\+= layer\.b;$/],
    ['A', /^activate<Scalar>\(g\.hidden, Z, A\);$/],
    ['dZ_L', /A\.leftCols\(m\) - Y;$/],
    ['dW', /share \* dZ \* A\.transpose\(\);$/],
    ['db', /share \* dZ\.rowwise\(\)\.sum\(\);$/],
    ['dA', /layer\.W\.transpose\(\) \* of\.dZ/],
    ['W', /\.W -= alpha \* gradients\[l - 1\]\.W;$/],
    ['b', /\.b -= alpha \* gradients\[l - 1\]\.b;$/],
    ['dA_L sigmoid', /^last\.dA\(k, i\) = -\(y \/ a\) \+ \(1\.0 - y\) \/ \(1\.0 - a\);$/],
    ['X', /^x = image/],
    ['predict softmax', /A\(k, column\) > A\(best, column\)/],
  ] as const)('%s marks its own line', (key, text) => {
    expect(marked(key)).toMatch(text);
  });
});

describe('the comment at the top', () => {
  test.each(VERBS.map((verb, i) => [verb, i + 1] as const))('of %s names section %i', (verb, i) => {
    const head = headOf(textOf(`cpp/src/notes/${verb}.cpp`));
    expect(head.section).toBe(`${i}, ${verb}`);
    expect(head.calledBy).toBeTruthy();
    const named = (Object.values(head) as string[]).flatMap(
      (text) => text.match(/[\w./-]+\.(cpp|h)\b/g) ?? [],
    );
    expect(named.filter((path) => !existsSync(inRoot(path)))).toEqual([]);
  });

  test('goes on over several lines, and is not needed', () => {
    const source = [
      '// SPDX-License-Identifier: MIT',
      '// Section: 3, forward',
      '// Called by: a.cpp,',
      '//   b.cpp',
      '// And something else.',
      '//   far away',
      '// Fast twin: c.cpp',
      '#include "x.h"',
      '// Held together by: d.cpp',
    ].join('\n');
    expect(headOf(source)).toEqual({
      section: '3, forward',
      calledBy: 'a.cpp, b.cpp',
      fastTwin: 'c.cpp',
    });
    expect(headOf('int x;')).toEqual({});
  });
});

describe('findLines', () => {
  const source = [
    'void f() {',
    '  // z = w a',
    '  z = w *',
    '      a;',
    '  z += b;',
    '  if (last) return;',
    '}',
    '',
    '// g(z) = max(0, z),',
    '// number by number',
    'double g(double z) {',
    '  return z;',
    '}',
  ].join('\n');

  test('marks the statements below a comment, or the whole function', () => {
    expect(findLines(source, { path: '', comment: 'z = w a' })).toEqual({ from: 2, to: 4 });
    expect(findLines(source, { path: '', comment: 'g(z) = max' })).toEqual({ from: 10, to: 12 });
    expect(findLines(source, { path: '', comment: 'g(z) = max', line: 'return' })).toEqual({
      from: 11,
      to: 11,
    });
    expect(findLines(source, { path: '', line: 'w *' })).toEqual({ from: 2, to: 3 });
  });

  test('finds nothing where it is not sure', () => {
    expect(findLines(source, { path: '', comment: 'z = w b' })).toBeNull();
    expect(findLines(source, { path: '', line: 'return' })).toBeNull();
    expect(findLines(`${source}\n// z = w a`, { path: '', comment: 'z = w a' })).toBeNull();
    expect(findLines(source, { path: '', comment: 'z = w a', line: 'not there' })).toBeNull();
  });
});
