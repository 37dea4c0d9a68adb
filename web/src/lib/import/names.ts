// SPDX-License-Identifier: MIT
// What the names of files and folders say: the part, and the class.
import type { PartName } from './types.ts';

const PARTS: readonly [PartName, RegExp][] = [
  ['test', /(^|[^a-z])(t10k|tests?|testing|val|valid|validation|eval)([^a-z]|$)/],
  ['train', /(^|[^a-z])(train|training)([^a-z]|$)/],
];

/** Which part a path speaks of; the innermost folder, or the name, counts most. */
export function partOf(path: string): PartName | null {
  // TrainImages is train-images.
  const plain = path.replace(/([a-z])([A-Z])/g, '$1-$2').toLowerCase();
  for (const segment of plain.split('/').reverse()) {
    const found = PARTS.find(([, pattern]) => pattern.test(segment));
    if (found) return found[0];
  }
  return null;
}

/** The folder that a file lies in, unless that only says which part it is of. */
export function folderOf(path: string): string | null {
  const folder = path.split('/').at(-2);
  return folder === undefined || folder === '' || partOf(folder) !== null ? null : folder;
}

/**
 * The class that stands in a file's name: '3_0012.png', 'digit3.png', 'img_label3.png'; or one of
 * the classes that are asked for, at its beginning.
 */
export function classInName(path: string, classes: readonly string[] = []): string | null {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  const listed = classes.find(
    (one) => name === one || new RegExp(`^${quoted(one)}[^a-z0-9]`, 'i').test(name),
  );
  if (listed !== undefined) return listed;
  const found =
    /^(\d{1,3})[_\- (]/.exec(name) ?? /(?:label|class|digit)[_\-= ]?(\d{1,3})(?!\d)/i.exec(name);
  return found?.[1] ?? null;
}

const quoted = (text: string): string => text.replace(/[^\w]/g, '\\$&');

/** Numbers by their value, as one writes them: '03' and '3.0' are 3. */
export function className(text: string): string {
  const trimmed = text.trim();
  return /^\d+(\.0*)?$/.test(trimmed) ? String(Number(trimmed)) : trimmed;
}

/** Numbers in their order, then words in theirs. */
export function byName(a: string, b: string): number {
  const [one, other] = [Number(a), Number(b)];
  if (Number.isNaN(one) || Number.isNaN(other)) {
    if (Number.isNaN(one) !== Number.isNaN(other)) return Number.isNaN(one) ? 1 : -1;
    return a < b ? -1 : a > b ? 1 : 0; // not by the machine's language
  }
  return one - other;
}
