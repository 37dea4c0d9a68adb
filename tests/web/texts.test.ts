// SPDX-License-Identifier: MIT
// What a person reads on the page stands in texts files, ready for translation, and nowhere else.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';

const PAGE = resolve(import.meta.dirname, '../../web/src/page');

/** Attributes whose value is read, or read out. */
const READ = /\s(?:aria-label|aria-description|title|label|alt|placeholder)="([^"]*)"/g;
/** Two letters in a row: a word, and not a unit, a letter of the notes or a sign. */
const WORD = /\p{L}{2}/u;
/** As sentences and names begin. */
const SENTENCE = /^\p{Lu}\p{Ll}+[ ,:]+.*\p{L}{2}/u;
/** In place of what is filled in. */
const FILLED = '\0';

/** The literal texts of one file, as far as they look like something to read. */
function literalTexts(path: string, code: string): string[] {
  const found: string[] = [];
  const source = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true);
  const note = (node: ts.Node, text: string): void => {
    const { line } = source.getLineAndCharacterOfPosition(node.getStart());
    found.push(`${path}:${line + 1}: ${text.trim()}`);
  };
  const look = (node: ts.Node): void => {
    if (ts.isTaggedTemplateExpression(node) && node.tag.getText() === 'html') {
      for (const text of textsOf(node.template)) note(node, text);
    } else if (ts.isStringLiteral(node) && !ts.isImportDeclaration(node.parent)) {
      if (SENTENCE.test(node.text)) note(node, node.text);
    }
    ts.forEachChild(node, look);
  };
  look(source);
  return found;
}

/** The words between the tags of a template, and those in attributes that are read. */
function textsOf(template: ts.TemplateLiteral): string[] {
  const parts = ts.isNoSubstitutionTemplateLiteral(template)
    ? [template.text]
    : [template.head.text, ...template.templateSpans.map(({ literal }) => literal.text)];
  const markup = parts.join(FILLED).replace(/<!--.*?-->/gs, '');
  const between = markup.replace(/<[^>]*>/g, FILLED).split(FILLED);
  const attributes = [...markup.matchAll(READ)].flatMap(([, value = '']) => value.split(FILLED));
  return [...between, ...attributes].filter((text) => WORD.test(text));
}

const isText = (path: string): boolean =>
  /(^|\/)(texts?(\/|\.ts$)|names\.ts$)|-(texts|help)\.ts$/.test(path);

test('no component has texts of its own', () => {
  const files = readdirSync(PAGE, { recursive: true, encoding: 'utf8' });
  const code = files.filter((path) => path.endsWith('.ts') && !isText(path));
  expect(code.length).toBeGreaterThan(50);
  const found = code.flatMap((path) => literalTexts(path, readFileSync(join(PAGE, path), 'utf8')));
  expect(found).toEqual([]);
});

test('the check finds what it is there for', () => {
  const code = [
    'const a = html`<p>Some words</p>`;',
    'const b = html`<button aria-label="Close it">${x}</button>`;',
    'const c = html`<p>${count} images</p>`;',
    "const d = 'Nothing has been loaded yet.';",
    'const e = html`<p class="quiet word" id=${id}>${TEXTS.all} × ${n} W</p>`;',
    "import x from './Some thing.ts';",
  ];
  const texts = literalTexts('a.ts', code.join('\n')).map((found) => found.slice(0, 6));
  expect(texts).toEqual(['a.ts:1', 'a.ts:2', 'a.ts:3', 'a.ts:4']);
});
