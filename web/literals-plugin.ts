// SPDX-License-Identifier: MIT
// Templates and styles stand in the code as they are read best; what is downloaded has none of their
// indentation, line breaks and comments.
import type { Plugin } from 'vite';

interface Node {
  readonly type: string;
  readonly tag?: { readonly type: string; readonly name?: string };
  readonly quasi?: { readonly quasis: readonly Piece[] };
}

/** A literal part of a template, between two of its expressions. */
interface Piece {
  readonly start: number;
  readonly end: number;
  readonly value: { readonly raw: string };
}

/** In HTML as much white space as you like is as good as one space. */
const html = (text: string): string => text.replace(/<!--.*?-->/gs, '').replace(/\s+/g, ' ');

const css = (text: string): string =>
  text
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/;\}/g, '}')
    .replace(/: /g, ':');

const SHORTER: Readonly<Record<string, (text: string) => string>> = { html, svg: html, css };

export function shortLiterals(): Plugin {
  return {
    name: 'short-literals',
    apply: 'build',
    // Once it is JavaScript.
    enforce: 'post',
    transform(code, id) {
      if (!id.includes('/web/src/page/') || !/\b(html|css|svg)`/.test(code)) return null;
      const pieces: [Piece, (text: string) => string][] = [];
      walk(this.parse(code), ({ type, tag, quasi }) => {
        const shorter = type === 'TaggedTemplateExpression' && SHORTER[tag?.name ?? ''];
        if (shorter) for (const piece of quasi?.quasis ?? []) pieces.push([piece, shorter]);
      });
      // From the end on, so that the places before stay what they are.
      const ordered = pieces.sort(([one], [other]) => other.start - one.start);
      let short = code;
      for (const [{ start, end, value }, shorter] of ordered) {
        if (code.slice(start, end) !== value.raw) this.error(`${id}: a literal is elsewhere`);
        short = short.slice(0, start) + shorter(value.raw) + short.slice(end);
      }
      return { code: short, map: null };
    },
  };
}

/** Visits a node and all below it. */
function walk(node: Node, visit: (node: Node) => void): void {
  if (typeof node.type === 'string') visit(node);
  for (const value of Object.values(node)) {
    if (typeof value === 'object' && value !== null) walk(value as Node, visit);
  }
}
