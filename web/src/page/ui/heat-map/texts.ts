// SPDX-License-Identifier: MIT
// What a heat map of a matrix says.
import { count } from '../../model/format.ts';

export const HEAT = {
  about: (rows: number, columns: number) => `${count(rows)} rows, ${count(columns)} columns`,
  range: (least: string, most: string) => `${least} … ${most}`,
  blocks: (rows: number, columns: number) =>
    `Each dot is the largest of ${rows * columns} numbers, by size.`,
  window: (rows: string, columns: string) => `rows ${rows}, columns ${columns}`,
  zoom: 'Zoom in',
  whole: 'Whole',
  zoomOf: (name: string) => `Zoom into ${name}`,
  wholeOf: (name: string) => `Whole of ${name}`,
  keys: 'Arrow keys move from cell to cell, with Shift ten at a time.',
  choose: 'Enter or a click chooses a cell.',
  scale: (most: string) => `Colours: red at −${most}, none at 0, blue at ${most}`,
};
