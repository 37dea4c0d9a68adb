// SPDX-License-Identifier: MIT
// `npm run templates` refuses a template that is wrong, each fault by its rule, and no right one.
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { ROOT } from './planted.ts';

/** Elements of the test's own, beside those of the page. */
const HEAD = `
import { html, LitElement } from 'lit';
import '../../web/src/page/ui/digit-image.ts';
import '../../web/src/page/ui/field/number-field.ts';

export interface FigureEvents {
  'figure-turn': number;
}

export class TestFigure extends LitElement {
  static override get properties() {
    return { backend: { attribute: false }, wide: { type: Boolean }, label: {} };
  }
  declare backend: { readonly name: string };
  declare wide: boolean;
  declare label: string;
}
customElements.define('test-figure', TestFigure);

const backend = { name: 'notes' };
const turn = (event: CustomEvent<number>): number => event.detail;
const image = new Uint8Array(784);
`;

const RIGHT = [
  '<test-figure .backend=${backend} ?wide=${true} label="one" @figure-turn=${turn}></test-figure>',
  '<test-figure @mlp-threshold=${turn} @click=${turn} @toggle=${turn}></test-figure>',
  '<mlp-digit-image .image=${image} label="a digit"></mlp-digit-image>',
  '<mlp-number-field label="epochs" .value=${3} @value-change=${turn}></mlp-number-field>',
  '<math><msub><mi mathvariant="normal">Z</mi><mn>1</mn></msub></math>',
  '<input type="file" webkitdirectory aria-label="folder" />',
];

/** What is wrong, the rule that says so, and the template. */
const WRONG = [
  ['a misspelt property', 'no-unknown-property', '<test-figure .bakend=${backend}></test-figure>'],
  [
    'a misspelt property of the page',
    'no-unknown-property',
    '<mlp-digit-image .imaeg=${image}></mlp-digit-image>',
  ],
  [
    'a property in other letters',
    'no-other-case',
    '<test-figure .backEnd=${backend}></test-figure>',
  ],
  ['a wrong type', 'no-incompatible-type-binding', '<test-figure .backend=${42}></test-figure>'],
  [
    'a wrong type for the page',
    'no-incompatible-type-binding',
    '<mlp-digit-image .image=${42}></mlp-digit-image>',
  ],
  ['a misspelt event', 'no-unknown-event', '<test-figure @figure-trun=${turn}></test-figure>'],
  [
    'a misspelt event of the page',
    'no-unknown-event',
    '<test-figure @mlp-trian=${turn}></test-figure>',
  ],
  [
    'a listener for another detail',
    'no-incompatible-event-detail',
    '<test-figure @mlp-train=${turn}></test-figure>',
  ],
  [
    'a listener that is none',
    'no-noncallable-event-binding',
    '<test-figure @figure-turn=${3}></test-figure>',
  ],
  ['an unknown attribute', 'no-unknown-attribute', '<test-figure ?wdie=${true}></test-figure>'],
  ['an unknown tag', 'no-unknown-tag-name', '<test-figrue></test-figrue>'],
  ['an element that is not imported', 'no-missing-import', '<mlp-heat-map></mlp-heat-map>'],
  ['a tag left open', 'no-unclosed-tag', '<test-figure>'],
] as const;

let folder = '';
let found: { code: number; right: readonly string[]; wrong: readonly string[]; last: string };

const write = (name: string, templates: readonly string[]): string => {
  const lines = templates.map((template, i) => `export const t${i} = html\`${template}\`;\n`);
  const path = join(folder, name);
  writeFileSync(path, HEAD + lines.join(''));
  return path;
};

/** Where the templates begin, from 1. */
const FIRST = HEAD.split('\n').length;

beforeAll(async () => {
  // In the tree, where 'lit' is found.
  mkdirSync(join(ROOT, 'build'), { recursive: true });
  folder = mkdtempSync(join(ROOT, 'build/templates-'));
  const files = [
    write('right.ts', RIGHT),
    write(
      'wrong.ts',
      WRONG.map(([, , template]) => template),
    ),
  ];
  const script = join(ROOT, 'scripts/templates.mjs');
  found = await new Promise((resolve) => {
    execFile(process.execPath, [script, ...files], (error, stdout, stderr) => {
      const lines = stderr.trim().split('\n');
      const of = (name: string) => lines.filter((line) => line.includes(name));
      resolve({
        code: error ? Number(error.code) : 0,
        right: of('right.ts'),
        wrong: of('wrong.ts'),
        last: stdout.trim(),
      });
    });
  });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test('right templates pass', () => {
  expect(found.right).toEqual([]);
});

describe('what is wrong in a template', () => {
  test.each(WRONG.map(([what, rule], i) => [what, rule, i] as const))(
    '%s is refused by %s',
    (_, rule, i) => {
      const mine = found.wrong.filter((line) => line.includes(`wrong.ts:${FIRST + i}:`));
      expect(mine).toHaveLength(1);
      expect(mine[0]).toContain(`: ${rule}: `);
    },
  );

  test('ends with an exit code that says so, and with how much was looked at', () => {
    expect(found.code).toBe(1);
    expect(found.last).toBe(
      `2 files, ${RIGHT.length + WRONG.length} templates, ${WRONG.length} problems`,
    );
  });
});
