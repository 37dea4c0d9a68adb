// SPDX-License-Identifier: MIT
// Results as a file for programs (JSON), and as tables for people (Markdown and the terminal).
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { note } from '../../../scripts/lib/log.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { inALine } from './machine.mjs';

/** JSON with a list of numbers on one line: there are many of them. */
const toJson = (value) =>
  `${JSON.stringify(value, null, 2).replace(/\[[\s\d.,eE+-]+\]/g, (list) =>
    list.replace(/\s+/g, ' ').replace('[ ', '[').replace(' ]', ']'),
  )}\n`;

const text = (cell) => (cell === undefined || cell === null ? '' : String(cell));

/** Rows as objects with the same keys, which head the columns. */
export function toMarkdown(rows) {
  const heads = Object.keys(rows[0] ?? {});
  const cells = [heads, ...rows.map((row) => heads.map((head) => text(row[head])))];
  const widths = heads.map((_, column) => Math.max(3, ...cells.map((row) => row[column].length)));
  const line = (row) => `| ${row.map((cell, i) => cell.padEnd(widths[i])).join(' | ')} |`;
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`;
  return [line(cells[0]), rule, ...cells.slice(1).map(line)].join('\n');
}

function write(folder, name, content) {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, name), content);
  note(`written: ${relative(root, join(folder, name))}`);
}

/**
 * Prints the sections and writes <name>.json and <name>.md.
 * @param sections [{title, remark, rows}]; `files` more of them as {name: content}
 */
export function report({ folder, name, title, about, result, sections, files = {} }) {
  const tables = sections
    .filter(({ rows }) => rows.length > 0)
    .map(({ title: head, remark, rows }) =>
      [`## ${head}`, ...(remark ? [remark] : []), toMarkdown(rows)].join('\n\n'),
    )
    .join('\n\n');
  console.log(`\n${tables}\n`);
  write(folder, `${name}.json`, toJson({ benchmark: name, about, ...result }));
  write(folder, `${name}.md`, `# ${title}\n\n${inALine(about)}.\n\n${tables}\n`);
  for (const [file, content] of Object.entries(files)) write(folder, file, content);
}

/** A speed for people: three figures are more than the noise leaves. */
export const speed = (value) =>
  value === undefined ? '' : Number(value.toPrecision(3)).toLocaleString('en');
export const fixed = (value, digits) => (value === undefined ? '' : value.toFixed(digits));
/** 'yes' or 'no', or nothing where there is nothing to judge. */
export const verdict = (met) => (met === undefined ? '' : met ? 'yes' : 'NO');
