// SPDX-License-Identifier: MIT
// JSON of other hands: checked for what a parser lets pass.
import { messageOf } from '../errors.ts';
import { badFile, type Source } from './source.ts';

/** Files of networks have no use for more. */
const MOST_DEEP = 16;
const MOST_BYTES = 2 ** 28;
/** Keys that mean something to every object of JavaScript. */
const RESERVED = ['__proto__', 'constructor', 'prototype'];
const [QUOTE, BACKSLASH, COLON] = [34, 92, 58];
const SPACES = [9, 10, 13, 32];

/** Where a string ends that begins at `from`: the place of its closing quote, or the text's end. */
function endOfString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text.charCodeAt(at) !== QUOTE) {
    at += text.charCodeAt(at) === BACKSLASH ? 2 : 1;
  }
  return at;
}

function isKey(text: string, end: number): boolean {
  let at = end + 1;
  while (SPACES.includes(text.charCodeAt(at))) at += 1;
  return text.charCodeAt(at) === COLON;
}

/** Refuses what is nested too deeply, keys that stand twice, and reserved ones. */
function scan(text: string, refuse: (what: string) => never): void {
  const keys: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '{' || character === '[') {
      if (keys.push(new Set()) > MOST_DEEP) refuse(`is nested over ${MOST_DEEP} deep, at ${at}`);
    } else if (character === '}' || character === ']') keys.pop();
    else if (character === '"') {
      const end = endOfString(text, at);
      if (isKey(text, end)) take(text.slice(at, end + 1), keys.at(-1), refuse);
      at = end;
    }
  }
}

function take(quoted: string, keys: Set<string> | undefined, refuse: (what: string) => never) {
  let key: unknown;
  try {
    key = JSON.parse(quoted);
  } catch {
    refuse(`has a key that is no text: ${quoted.slice(0, 40)}`);
  }
  const name = String(key);
  if (RESERVED.includes(name)) refuse(`has a key '${name}', which no file of a network needs`);
  if (keys?.has(name)) refuse(`has the key '${name.slice(0, 100)}' twice`);
  keys?.add(name);
}

/**
 * Parses JSON that somebody else wrote.
 * @param what for messages: 'its header'
 * @throws ScratchpadError 'badData' for what is no JSON, nested too deeply, or has keys that stand
 *   twice or are reserved
 */
export function parseJson(source: Pick<Source, 'name'>, what: string, json: Uint8Array | string) {
  const refuse = (fault: string): never =>
    badFile(source, `${what} ${fault}. It is damaged: get the file again.`);
  if (json.length > MOST_BYTES) refuse(`is longer than ${MOST_BYTES} bytes`);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const text = typeof json === 'string' ? json : decoder.decode(json);
    scan(text, refuse);
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError || error instanceof TypeError)) throw error;
    return refuse(`is no JSON (${messageOf(error).slice(0, 200)})`);
  }
}

/** The entries of an object; null when it is none. */
export function entriesOf(value: unknown): [string, unknown][] | null {
  const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
  return isObject ? Object.entries(value) : null;
}
