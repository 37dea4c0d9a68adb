// SPDX-License-Identifier: MIT
// Steps that are done already: each leaves a stamp, the hash of what it was made from.
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { buildDir, root } from './paths.mjs';

const stampFile = (name) => join(buildDir, 'stamps', name);

/** All files below the given files and folders, sorted; folders whose name passes `skip` are left out. */
export function filesBelow(paths, skip = () => false) {
  const found = [];
  const visit = (path) => {
    const status = statSync(path, { throwIfNoEntry: false });
    if (!status) return;
    if (!status.isDirectory()) return void found.push(path);
    for (const name of readdirSync(path).sort()) if (!skip(name)) visit(join(path, name));
  };
  paths.forEach(visit);
  return found;
}

/** One hash over the names and contents of files. */
export function hashFiles(files, extra = '') {
  const hash = createHash('sha256').update(extra);
  for (const file of files) {
    const content = createHash('sha256').update(readFileSync(file)).digest('hex');
    hash.update(`${relative(root, file)}\0${content}\n`);
  }
  return hash.digest('hex');
}

export const isStamped = (name, value) =>
  existsSync(stampFile(name)) && readFileSync(stampFile(name), 'utf8') === value;

export function stamp(name, value) {
  mkdirSync(dirname(stampFile(name)), { recursive: true });
  writeFileSync(stampFile(name), value);
}

export const unstamp = (name) => rmSync(stampFile(name), { force: true });

/** Copies a file unless the same bytes are there; true when it did. */
export function copyIfChanged(from, to, change = (bytes) => bytes) {
  const bytes = change(readFileSync(from));
  if (existsSync(to) && readFileSync(to).equals(bytes)) return false;
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, bytes);
  return true;
}
