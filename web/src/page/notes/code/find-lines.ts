// SPDX-License-Identifier: MIT
// Where a formula stands in a file of the core, found by its comment and never by a line's number.

/** What leads to the lines of a formula. */
export interface Place {
  /** Of the file, from the project's root. */
  readonly path: string;
  /** How the formula's comment begins, without its slashes; one comment of the file does. */
  readonly comment?: string;
  /**
   * A part of the line itself: the first one below the comment that has it. Where a line has no
   * comment it is the only one of the file that has it.
   */
  readonly line?: string;
}

/** Lines of a file, both included, from 0. */
export interface Lines {
  readonly from: number;
  readonly to: number;
}

/** The lines that compute a formula; null where they are not to be found, or not in one place. */
export function findLines(source: string, place: Place): Lines | null {
  const lines = source.split('\n');
  const { comment, line } = place;
  if (comment === undefined) {
    const found = allWhere(lines, (one) => line !== undefined && one.includes(line));
    return found.length === 1 ? statementAt(lines, found[0] ?? 0) : null;
  }
  const found = allWhere(lines, (one) => one.trim().startsWith(`// ${comment}`));
  const [first] = found;
  if (found.length !== 1 || first === undefined) return null;
  const below = lines.findIndex((one, i) => i > first && !isComment(one));
  if (below < 0) return null;
  if (line === undefined) return blockAt(lines, below);
  const end = lines.findIndex((one, i) => i > first && one.startsWith('}'));
  const at = lines.findIndex((one, i) => i > first && i < end && one.includes(line));
  return at < 0 ? null : statementAt(lines, at);
}

const isComment = (line: string): boolean => line.trim().startsWith('//');

const indentOf = (line: string): number => line.length - line.trimStart().length;

function allWhere(lines: readonly string[], test: (line: string) => boolean): number[] {
  return lines.flatMap((line, i) => (test(line) ? [i] : []));
}

/** A statement from its first line to the one that ends it. */
function statementAt(lines: readonly string[], from: number): Lines {
  const end = lines.findIndex((line, i) => i >= from && /[;{}]\s*(\/\/.*)?$/.test(line));
  return { from, to: end < 0 ? from : end };
}

/** A whole function; or the statements below a comment, up to what is not the formula any more. */
function blockAt(lines: readonly string[], from: number): Lines {
  const indent = indentOf(lines[from] ?? '');
  if (indent === 0) {
    const end = lines.findIndex((line, i) => i >= from && line.startsWith('}'));
    return { from, to: end < 0 ? from : end };
  }
  const over = (line: string): boolean =>
    line.trim() === '' ||
    isComment(line) ||
    indentOf(line) < indent ||
    (indentOf(line) === indent && /^\s*(if|for|while|switch|return;|case|\})/.test(line));
  const end = lines.findIndex((line, i) => i > from && over(line));
  return { from, to: (end < 0 ? lines.length : end) - 1 };
}

/** What the comment at the top of a file says of it. */
export interface Head {
  /** Of the notes: its number and its name. */
  readonly section?: string;
  readonly calledBy?: string;
  readonly fastTwin?: string;
  readonly heldTogetherBy?: string;
}

const KEYS: Readonly<Record<string, keyof Head>> = {
  section: 'section',
  'called by': 'calledBy',
  'fast twin': 'fastTwin',
  'held together by': 'heldTogetherBy',
};

/** Lines such as `// Fast twin: cpp/src/kernels/forward.cpp`; a long one goes on below, indented. */
export function headOf(source: string): Head {
  const lines = source.split('\n');
  const end = lines.findIndex((line) => !isComment(line));
  const head: Partial<Record<keyof Head, string>> = {};
  let last: keyof Head | undefined;
  for (const line of lines.slice(0, end < 0 ? lines.length : end)) {
    const [, name = '', value = ''] = /^\/\/\s?([A-Z][a-z ]+):\s+(.*)$/.exec(line) ?? [];
    const key = KEYS[name.toLowerCase()];
    const more = /^\/\/\s{2,}(\S.*)$/.exec(line)?.[1];
    if (key) head[(last = key)] = value.trim();
    else if (more && last) head[last] = `${head[last] ?? ''} ${more.trim()}`;
    else last = undefined;
  }
  return head;
}
