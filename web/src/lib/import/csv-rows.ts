// SPDX-License-Identifier: MIT
// Lines and fields of a CSV file, straight from its bytes: there may be 47 million fields.

/** Where the lines of a text stand in its bytes, without their ends; empty ones are left out. */
export function* linesOf(bytes: Uint8Array): Generator<{ line: number; from: number; to: number }> {
  const bom = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  for (let [line, from] = [1, bom]; from < bytes.length; line += 1) {
    const found = bytes.indexOf(10, from);
    const end = found < 0 ? bytes.length : found;
    const to = end > from && bytes[end - 1] === 13 ? end - 1 : end;
    if (to > from) yield { line, from, to };
    from = end + 1;
  }
}

const SEPARATORS = [',', ';', '\t', ' '] as const;

/** The character between the fields of a line. */
export function separatorOf(line: string): string {
  return SEPARATORS.find((one) => line.trim().includes(one)) ?? ',';
}

const decoder = new TextDecoder();
const [SPACE, QUOTE, DIGIT_0, DIGIT_9] = [32, 34, 48, 57];

/** The fields of one line after another. */
export class Fields {
  readonly #bytes: Uint8Array;
  readonly #separator: number;
  /** Where each field begins, and where the last one ends, plus one. */
  readonly #starts: number[] = [];

  constructor(bytes: Uint8Array, separator: string) {
    this.#bytes = bytes;
    this.#separator = separator.charCodeAt(0);
  }

  /** Goes to a line. @returns how many fields it has */
  read({ from, to }: { from: number; to: number }): number {
    const [bytes, starts, separator] = [this.#bytes, this.#starts, this.#separator];
    starts.length = 0;
    starts.push(from);
    for (let at = from; at < to; at += 1) {
      if (bytes[at] !== separator) continue;
      // Several spaces are one.
      if (separator === SPACE && starts.at(-1) === at) starts[starts.length - 1] = at + 1;
      else starts.push(at + 1);
    }
    // A separator at the end begins no field.
    const closed = starts.length > 1 && starts.at(-1) === to;
    if (!closed) starts.push(to + 1);
    return starts.length - 1;
  }

  text(index: number): string {
    const [from = 0, next = 1] = [this.#starts[index], this.#starts[index + 1]];
    return decoder
      .decode(this.#bytes.subarray(from, next - 1))
      .trim()
      .replace(/^"(.*)"$/, '$1');
  }

  /** NaN where the field is no number. */
  number(index: number): number {
    const [from = 0, next = 1] = [this.#starts[index], this.#starts[index + 1]];
    let [at, end] = [from, next - 1];
    const skips = (byte = 0): boolean => byte === SPACE || byte === QUOTE;
    while (at < end && skips(this.#bytes[at])) at += 1;
    while (end > at && skips(this.#bytes[end - 1])) end -= 1;
    if (at === end) return NaN;
    let value = 0;
    for (let i = at; i < end; i += 1) {
      const byte = this.#bytes[i] ?? 0;
      if (byte < DIGIT_0 || byte > DIGIT_9) {
        return Number(decoder.decode(this.#bytes.subarray(at, end)));
      }
      value = 10 * value + byte - DIGIT_0;
    }
    return value;
  }
}
