// SPDX-License-Identifier: MIT
import { LINES } from '../texts.ts';
import type { PictureLine } from '../picture.ts';
import { PLOT } from './frame.ts';

interface Entry {
  readonly left: number;
  readonly line: PictureLine;
}

/** About a letter's width: the file is drawn where its fonts cannot be measured. */
export const LETTER = 7.2;
const BESIDE = 54;

/** The key's entries in as many rows as they need. */
export function keyRows(lines: readonly PictureLine[]): Entry[][] {
  const rows: Entry[][] = [];
  let left: number = PLOT.right;
  for (const line of lines) {
    const name = line.letter ? LINES.letter(line.letter, line.name) : line.name;
    const width = BESIDE + LETTER * name.length;
    if (left + width > PLOT.right) {
      rows.push([]);
      left = PLOT.left;
    }
    rows.at(-1)?.push({ left, line });
    left += width;
  }
  return rows;
}
