// SPDX-License-Identifier: MIT
// Any text as a literal of C, C++, Python, JavaScript or HTML, or in a comment of theirs. Literals of all
// but HTML come out as ASCII, so that no compiler can take them in another encoding.
import { toUtf8 } from '../bytes.ts';
import { oneLine } from './describe.ts';

/**
 * A string of C99 and C++ in UTF-8. Bytes outside of ASCII are octal escapes of three digits, which
 * end by themselves, and so are question marks, since two of them may begin a trigraph.
 */
export function cString(text: string): string {
  const inner = Array.from(toUtf8(text), (byte) => {
    const character = String.fromCharCode(byte);
    if (character === '"' || character === '\\') return `\\${character}`;
    const plain = byte >= 0x20 && byte < 0x7f && character !== '?';
    return plain ? character : `\\${byte.toString(8).padStart(3, '0')}`;
  });
  return `"${inner.join('')}"`;
}

/** \uXXXX for each unit of UTF-16 that is no plain ASCII. */
const unicodeEscapes = (text: string): string =>
  text.replace(
    /[\u007f-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

/** JSON that may stand in a script of HTML: no tag, no comment, no line separator can begin in it. */
export const jsonText = (value: unknown): string =>
  unicodeEscapes(JSON.stringify(value)).replace(/[<>&]/g, (character) =>
    character === '<' ? '\\u003c' : character === '>' ? '\\u003e' : '\\u0026',
  );

/** A string of Python; characters beyond U+FFFF by one escape, since it knows no surrogate pairs. */
export function pythonString(text: string): string {
  const inner = Array.from(text.replace(/\p{Surrogate}/gu, '\ufffd'), (character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === "'" || character === '\\') return `\\${character}`;
    if (code >= 0x20 && code < 0x7f) return character;
    return code > 0xffff
      ? `\\U${code.toString(16).padStart(8, '0')}`
      : `\\u${code.toString(16).padStart(4, '0')}`;
  });
  return `'${inner.join('')}'`;
}

/** Text and attributes of HTML. */
export const htmlText = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);

/** One line of plain ASCII that ends no comment of C or C++: some compilers refuse other letters. */
export const commentText = (text: string): string =>
  oneLine(text)
    .replace(/[^\x20-\x7e]/g, '?')
    .replace(/\\/g, '/')
    .replace(/\*\//g, '* /')
    .replace(/\/\*/g, '/ *')
    .replace(/\?(?=\?)/g, '? ');

/** One line that ends no docstring of Python. */
export const docText = (text: string): string =>
  oneLine(text)
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\\/g, '/')
    .replace(/"""/g, "'''");
