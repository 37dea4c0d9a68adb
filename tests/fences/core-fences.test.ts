// SPDX-License-Identifier: MIT
// The table of rooms in cpp/README.md is held: a copy of the core with one forbidden include is
// refused, whichever room has it, and so is a CMake target that says otherwise.
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { load, ROOT } from './planted.ts';

interface Checked {
  readonly problems: readonly string[];
  readonly files: number;
  readonly includes: number;
}

const { checkCore } = (await load('scripts/lib/core-fences.mjs')) as {
  checkCore: (root: string) => Checked;
};
const { roomsOf } = (await load('scripts/lib/core-rooms.mjs')) as {
  roomsOf: (root: string) => Map<string, readonly string[]>;
};

const rooms = roomsOf(ROOT);
const forbidden = [...rooms].flatMap(([from, uses]) =>
  [...rooms.keys()]
    .filter((to) => to !== from && !uses.includes(to))
    .map((to) => [from, to] as const),
);

const files = readdirSync(join(ROOT, 'cpp'), { recursive: true, encoding: 'utf8' });
/** A file of a room, of none that is inside it. */
const fileOf = (room: string, ending: string): string => {
  const inner = [...rooms.keys()].filter((other) => other.startsWith(`${room}/`));
  const found = files.find((path) => {
    const inRooms = path.replace(/^(include\/mlp|src)\//, '');
    const isIn = (name: string) => new RegExp(`^${name}[/.]`).test(inRooms);
    return path.endsWith(ending) && isIn(room) && !inner.some(isIn);
  });
  if (found === undefined) throw new Error(`${room} has no file ${ending}`);
  return found;
};

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'mlp-core-'));
  cpSync(join(ROOT, 'cpp'), join(copy, 'cpp'), { recursive: true });
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** What is found when a file of the core has other text, or is new. */
function problemsWith(path: string, change: (text: string) => string, isNew = false) {
  const file = join(copy, 'cpp', path);
  const before = isNew ? '' : readFileSync(file, 'utf8');
  writeFileSync(file, change(before));
  const { problems } = checkCore(copy);
  if (isNew) rmSync(file);
  else writeFileSync(file, before);
  return problems;
}
const adding = (text: string) => (before: string) => `${text}\n${before}`;

test('the core as it is breaks no rule', () => {
  const { problems, files: seen, includes } = checkCore(copy);
  expect(problems).toEqual([]);
  expect(seen).toBeGreaterThan(100);
  expect(includes).toBeGreaterThan(200);
});

describe('what the table does not allow', () => {
  test('each room has a header that it may not include', () => {
    expect([...new Set(forbidden.map(([from]) => from))]).toEqual([...rooms.keys()]);
  });

  test.each(forbidden)('%s may not include a header of %s', (from, to) => {
    const path = fileOf(from, '.cpp');
    const header = fileOf(to, '.h').replace(/^(include|src)\//, '');
    const up = '../'.repeat(path.split('/').length - 1); // the bindings are in no include folder
    const include = to === 'bindings' ? `${up}${header}` : header;
    const problems = problemsWith(path, adding(`#include "${include}"`));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(`cpp/${path}:1: ${from} may not include '${include}' of ${to}`);
  });
});

describe('what no file may do', () => {
  const header = 'include/mlp/base/status.h';

  test('two headers that include each other are refused', () => {
    const types = 'include/mlp/base/types.h';
    writeFileSync(join(copy, 'cpp/include/mlp/base/other.h'), '#include "mlp/base/types.h"\n');
    const problems = problemsWith(types, adding('#include "mlp/base/other.h"'));
    rmSync(join(copy, 'cpp/include/mlp/base/other.h'));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/other\.h.*: a circle of includes$/);
  });

  test('a public header that includes a private one is refused', () => {
    expect(problemsWith(header, adding('#include "base/rotation.h"'))).toEqual([
      `cpp/${header}:1: a public header may not include 'base/rotation.h', which is private`,
    ]);
  });

  test('an include that leads nowhere is refused, and so is one in angle brackets', () => {
    expect(problemsWith(header, adding('#include <mlp/base/statsu.h>'))).toEqual([
      `cpp/${header}:1: 'mlp/base/statsu.h' is not found`,
    ]);
  });

  test('a file in no room is refused', () => {
    expect(problemsWith('src/main.cpp', () => '', true)).toEqual([
      'cpp/src/main.cpp: in no room of cpp/README.md',
    ]);
  });
});

describe('the table and the targets of CMake say the same', () => {
  test.each([
    'target_link_libraries(mlp_base${suffix} PUBLIC mlp_trainer${suffix})',
    'mlp_add_room(base "${suffix}" SMALL USES trainer\n    FILES rng.cpp)',
    'mlp_add_room(base "${suffix}" HIDDEN trainer)',
  ])('%j, which the table does not have, is refused', (link) => {
    expect(problemsWith('CMakeLists.txt', adding(link))).toEqual([
      'cpp/CMakeLists.txt: mlp_base links mlp_trainer, unlike cpp/README.md',
    ]);
  });

  test('an arrow of the table that no target has is refused', () => {
    const allow = (text: string) => text.replace(/^(\| `methods\/`.*\| base)/m, '$1, notes');
    expect(problemsWith('README.md', allow)).toEqual([
      'cpp/README.md: methods may use notes, but mlp_methods links no mlp_notes',
    ]);
  });
});
