// SPDX-License-Identifier: MIT
// Small trees of files in a folder of their own, with a fault planted in them.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { onTestFinished } from 'vitest';

export const ROOT = resolve(import.meta.dirname, '../..');

/** Texts of files by their paths in the tree. */
export type Tree = Readonly<Record<string, string>>;

/** Writes the files into a new folder, which goes with the test. */
export function plant(tree: Tree): string {
  const folder = mkdtempSync(join(tmpdir(), 'mlp-fences-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}

/** A module of plain JavaScript, for which there are no types. */
export const load = (path: string): Promise<unknown> =>
  import(pathToFileURL(join(ROOT, path)).href) as Promise<unknown>;
