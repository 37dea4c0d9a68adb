// SPDX-License-Identifier: MIT
// The rooms of the core and what each may use, as the table of cpp/README.md has them; the links of
// the CMake targets are held against it, so that the two say the same.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UserError } from './log.mjs';

/** What is used by its headers alone: settled when it is linked, or nothing but inline functions. */
const HEADERS_ALONE = [
  'engine kernels',
  'kernels methods',
  'kernels base',
  'augment kernels',
  'twins kernels',
];

const read = (root, path) => readFileSync(join(root, path), 'utf8');
const last = (room) => room.split('/').at(-1);

/** Rows of `| `room/` | what is there | what it may use |`, as a map of rooms to rooms. */
export function roomsOf(root) {
  const rows = read(root, 'cpp/README.md').matchAll(/^\| `([\w/]+?)\/?`\s*\|[^|]*\|([^|]*)\|$/gm);
  const rooms = new Map([...rows].map(([, room, uses]) => [room, uses.match(/[\w/]+/g) ?? []]));
  if (rooms.size === 0) throw new UserError('cpp/README.md has no table of rooms.');
  return rooms;
}

/** Each link of a target to another, as pairs of what follows `mlp_` in their names. */
function linksOf(cmake) {
  const calls = cmake.matchAll(/target_link_libraries\(mlp_(\w+)\$\{suffix\}([^)]*)\)/g);
  const linked = [...calls].flatMap(([, from, what]) =>
    [...what.matchAll(/\bmlp_(\w+)\$\{suffix\}/g)].map(([, to]) => [from, to]),
  );
  // mlp_add_room(<room> "${suffix}" ... USES <rooms> HIDDEN <rooms> FILES ...)
  const added = [...cmake.matchAll(/mlp_add_room\((\w+) ([^)]*)\)/g)].flatMap(([, from, what]) =>
    [...what.matchAll(/\b(?:USES|HIDDEN)((?:\s+[a-z_]+\b(?!\.))+)/g)].flatMap(([, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((to) => [from, to]),
    ),
  );
  return [...linked, ...added];
}

/** Whether a target links another, by however many between. */
function reaches(links, from, goal) {
  const reached = new Set([from]);
  for (const room of reached)
    // grows as it is gone through
    for (const [a, b] of links) if (a === room) reached.add(b);
  return reached.has(goal);
}

/** Where the table and the targets differ. */
export function driftOf(root, rooms) {
  const law = new Map([...rooms].map(([room, uses]) => [last(room), uses.map(last)]));
  const links = ['cpp/CMakeLists.txt', 'cpp/bindings/CMakeLists.txt']
    .flatMap((file) => linksOf(read(root, file)))
    .filter(([from, to]) => law.has(from) && law.has(to));
  const problems = links
    .filter(([from, to]) => !law.get(from).includes(to))
    .map(([from, to]) => `cpp/CMakeLists.txt: mlp_${from} links mlp_${to}, unlike cpp/README.md`);
  for (const [from, uses] of law) {
    for (const to of uses) {
      if (HEADERS_ALONE.includes(`${from} ${to}`) || reaches(links, from, to)) continue;
      problems.push(`cpp/README.md: ${from} may use ${to}, but mlp_${from} links no mlp_${to}`);
    }
  }
  return problems;
}
