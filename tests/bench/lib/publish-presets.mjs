// SPDX-License-Identifier: MIT
// The figures of the presets, from bench:accuracy to where people read them: the page and the package
// (web/src/lib/preset-figures.ts), and the README.
import { readFileSync, writeFileSync } from 'node:fs';
import { note } from '../../../scripts/lib/log.mjs';
import { bin, inRoot } from '../../../scripts/lib/paths.mjs';
import { run } from '../../../scripts/lib/run.mjs';
import { toMarkdown } from './report.mjs';

const MARKS = { begin: 'measured: begin', end: 'measured: end' };

/** Puts text between the two marks of a file. */
function replace(file, comment, text) {
  const path = inRoot(file);
  const content = readFileSync(path, 'utf8');
  const [begin, end] = [comment(MARKS.begin), comment(MARKS.end)];
  const [from, to] = [content.indexOf(begin), content.indexOf(end)];
  if (from < 0 || to < from) throw new Error(`${file} lacks '${begin}' and '${end}'`);
  writeFileSync(path, content.slice(0, from + begin.length) + `\n${text}\n` + content.slice(to));
  note(`written: ${file}`);
}

const round = (value, digits) =>
  value === null || value === undefined ? null : Number(value.toFixed(digits));

const hands = (figures) =>
  figures === undefined
    ? 'null'
    : `{ accuracy: ${round(figures.accuracy, 4)}, drawn: ${round(figures.drawn, 3)} }`;

/**
 * @param figures {name: {accuracy, drawn, f1, seconds}}, means over the seeds; null what was not
 *   measured, or says nothing
 * @param rows of the README's table
 * @param pair the names of what other hands are judged by: {without, mixed, share}
 */
export async function publish({ figures, rows, remark, pair }) {
  const lines = Object.entries(figures).map(
    ([name, { accuracy, f1, seconds }]) =>
      `${name}: { accuracy: ${round(accuracy, 4)}, f1: ${round(f1, 3)}, seconds: ${round(seconds, 1)} },`,
  );
  const code = [
    'const MEASURED = {',
    ...lines,
    '};',
    'const HANDS = {',
    `share: ${pair.share},`,
    `without: ${hands(pair.without)},`,
    `mixed: ${hands(pair.mixed)},`,
    '};',
  ].join('\n');
  const figuresFile = 'web/src/lib/preset-figures.ts';
  replace(figuresFile, (mark) => `// ${mark}`, code);
  replace('README.md', (mark) => `<!-- ${mark} -->`, `\n${remark}\n\n${toMarkdown(rows)}\n`);
  await run(bin('prettier'), ['--write', inRoot(figuresFile), inRoot('README.md')], {
    what: 'prettier',
  });
}
