// SPDX-License-Identifier: MIT
// What a browser downloads before `Train` works, by walking the imports of the built page.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { UserError } from './log.mjs';

/** The modules of a browser with threads, and of one without. */
const MODULES = { threads: 'mlp-threads', 'no threads': 'mlp' };

const read = (file) => readFileSync(file, 'utf8');

/** Files that a built module imports at once, by `import ... from` and `import '...'`. */
function importsOf(file) {
  const found = read(file).matchAll(/(?:\bfrom|\bimport)\s*["'`](\.[^"'`]+)["'`]/g);
  return [...found].map(([, path]) => join(dirname(file), path));
}

/** A file and all that comes with it. */
function closure(file, seen = new Set()) {
  if (seen.has(file)) return seen;
  if (!existsSync(file)) throw new UserError(`${file} is missing: the page must be built first.`);
  seen.add(file);
  if (file.endsWith('.js')) for (const next of importsOf(file)) closure(next, seen);
  return seen;
}

/** The one file of `assets/` by its name without the hash. */
function asset(files, name, end) {
  const pattern = new RegExp(`^${name}-[\\w-]{8}\\.${end}$`);
  const found = files.filter((file) => pattern.test(file));
  if (found.length !== 1)
    throw new UserError(`assets/ has ${found.length} files ${name}-*.${end}.`);
  return join('assets', found[0]);
}

/**
 * @param dist the built page
 * @param assets names of the files in its assets/
 * @returns {kind: [{file, bytes, packed}]}: each file, and its size by gzip -9
 */
export function pageWeight(dist, assets) {
  const html = read(join(dist, 'index.html'));
  // The manifest is asked for when all else is there.
  const tags = html.match(/<[^!][^>]*>/g).filter((tag) => !tag.includes('rel="manifest"'));
  const named = tags.flatMap((tag) => /(?:src|href)="(\.\/[^"]+)"/.exec(tag)?.[1] ?? []);
  const start = [join(dist, 'index.html'), ...named.map((path) => join(dist, path))];
  const worker = join(dist, asset(assets, 'worker', 'js'));
  const sets = Object.entries(MODULES).map(([kind, name]) => {
    const module = ['js', 'wasm'].map((end) => join(dist, asset(assets, name, end)));
    const files = new Set([...start, worker, ...module].flatMap((file) => [...closure(file)]));
    return [kind, [...files].map((file) => measured(dist, file))];
  });
  return Object.fromEntries(sets);
}

function measured(dist, file) {
  const bytes = readFileSync(file);
  return {
    file: relative(dist, file),
    bytes: bytes.length,
    packed: gzipSync(bytes, { level: 9 }).length,
  };
}
