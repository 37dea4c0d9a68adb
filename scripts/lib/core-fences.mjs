// SPDX-License-Identifier: MIT
// The core's fences: which room may include the headers of which.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { driftOf, roomsOf } from './core-rooms.mjs';

const { dirname, join } = posix;

/** The core's own includes in a file: [line, name, path]; without path where none is found. */
function includesOf(root, file) {
  const found = [];
  for (const [index, line] of readFileSync(join(root, file), 'utf8').split('\n').entries()) {
    const [, mark, name] = /^\s*#\s*include\s*(["<])([^">]+)/.exec(line) ?? [];
    if (!name || (mark === '<' && !name.startsWith('mlp/'))) continue;
    const places = [dirname(file), 'cpp/include', 'cpp/src'].map((folder) => join(folder, name));
    found.push([index + 1, name, places.find((place) => existsSync(join(root, place)))]);
  }
  return found;
}

/** Circles of files that include each other, each once. */
function circlesOf(graph) {
  const circles = [];
  const done = new Set();
  const visit = (file, path) => {
    if (path.includes(file)) circles.push([...path.slice(path.indexOf(file)), file].join(' → '));
    else if (!done.has(file)) {
      for (const [, , next] of graph.get(file) ?? []) visit(next, [...path, file]);
      done.add(file);
    }
  };
  for (const file of graph.keys()) visit(file, []);
  return circles.map((circle) => `${circle}: a circle of includes`);
}

/** What is wrong with one include; undefined when nothing is. */
function faultOf(rooms, roomOf, file, name, path) {
  if (!path) return `'${name}' is not found`;
  const [from, to] = [roomOf(file), roomOf(path)];
  const may = rooms.get(from) ?? [];
  if (from !== to && !may.includes(to))
    return `${from} may not include '${name}' of ${to}, but only: ${may.join(', ') || 'its own'}`;
  if (file.startsWith('cpp/include/') && !path.startsWith('cpp/include/'))
    return `a public header may not include '${name}', which is private`;
  return undefined;
}

/** What the core's includes break, and how many files and includes were looked at. */
export function checkCore(root) {
  const rooms = roomsOf(root);
  const innerFirst = [...rooms.keys()].sort((a, b) => b.length - a.length);
  const roomOf = (path) => {
    const inRooms = path.replace(/^cpp\/(include\/mlp\/|src\/)?/, '');
    return innerFirst.find((room) => new RegExp(`^${room}[/.]`).test(inRooms)) ?? 'no room';
  };
  const files = ['cpp/include', 'cpp/src', 'cpp/bindings']
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true }).map((name) =>
        join(folder, name.split(sep).join('/')),
      ),
    )
    .filter((path) => /\.(cpp|h)$/.test(path));
  const graph = new Map(files.map((file) => [file, includesOf(root, file)]));
  const problems = files
    .filter((file) => roomOf(file) === 'no room')
    .map((file) => `${file}: in no room of cpp/README.md`);
  for (const [file, includes] of graph) {
    for (const [line, name, path] of includes) {
      const fault = faultOf(rooms, roomOf, file, name, path);
      if (fault) problems.push(`${file}:${line}: ${fault}`);
    }
  }
  problems.push(...circlesOf(graph), ...driftOf(root, rooms));
  const includes = [...graph.values()].reduce((sum, { length }) => sum + length, 0);
  return { problems, files: files.length, includes };
}
