// SPDX-License-Identifier: MIT
// What is said of the browser's database, and of all that is kept in the browser.
import { count, megabytes } from '../model/format.ts';

export const STORAGE = {
  ownGone: (name: string) =>
    `Your data ‘${name}’ could not be kept by this browser, so MNIST is loaded. Choose its files ` +
    'again under ‘Own data’ to go on with them.',
  notKept: (reason: string) =>
    `This browser cannot keep the settings and the drawing (${reason}); all else works as before.`,
  noDatabase: 'the browser’s database does not answer',
};

/** 0.4 KB, 12.3 MB, 10.8 GB */
function bytes(value: number): string {
  if (value < 100_000) return `${(value / 1000).toFixed(1)} KB`;
  return value < 1e9 ? megabytes(value) : `${(value / 1e9).toFixed(1)} GB`;
}

export const PANEL = {
  title: 'Storage',
  about: 'What this page keeps in this browser. Nothing of it is sent anywhere.',
  measuring: 'Measuring …',
  table: 'Kept in this browser',
  what: 'What',
  count: 'Number',
  size: 'Size',
  unknown: 'not known',
  offline: 'Program and data for offline use',
  ownData: 'Your own data',
  session: 'Settings, view and drawing',
  bytes,
  number: count,
  parts: (program: number, data: number) =>
    data > 0
      ? `Program ${bytes(program)}, MNIST ${bytes(data)}.`
      : `Program ${bytes(program)}; MNIST is not kept.`,
  keeping: 'Being kept …',
  notKept: 'Nothing is kept; the page needs its host. The next visit keeps it again.',
  clear: 'Clear',
  clearOf: (name: string) => `Clear: ${name}`,
  sure: (name: string) => `Clear ‘${name}’? There is no undo.`,
  yes: 'Yes, clear it',
  no: 'Keep it',
  notCleared: (name: string, reason: string) => `‘${name}’ could not be cleared: ${reason}`,
  estimate: (usage: number, quota: number) =>
    `In all about ${bytes(usage)} of the ${bytes(quota)} that this browser allows the site.`,
  persisted: 'The browser has promised to delete none of it by itself.',
  passing: 'The browser may delete it by itself when it runs out of room.',
  persist: 'Ask it not to',
  refused: 'The browser did not promise it. It may once the page is installed or visited often.',
};
