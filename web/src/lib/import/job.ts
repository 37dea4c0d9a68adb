// SPDX-License-Identifier: MIT
// One call of readData(): how far it is, whether it goes on, and what it has to report.
import { ScratchpadError } from '../errors.ts';
import { Turns } from '../jobs/turns.ts';
import type { ImportOptions, ImportReport, Skipped } from './types.ts';

/** So many of what was skipped are kept; the rest is counted. */
const KEPT = 1000;

/** Between two reports of how far it is, in milliseconds. */
const REPORT_MS = 60;

export class Job {
  readonly options: ImportOptions;
  readonly #turns = new Turns();
  readonly #read: string[] = [];
  readonly #skipped: Skipped[] = [];
  readonly #notes: string[] = [];
  #pause: Promise<void> | null = null;
  #skippedCount = 0;
  #from = 0;
  #to = 1;
  #reportedAt = -Infinity;

  constructor(options: ImportOptions) {
    this.options = options;
  }

  /** The work that follows is this part of the whole, 0 ... 1. */
  phase(from: number, to: number): void {
    [this.#from, this.#to] = [from, to];
  }

  /**
   * Lets others in, and tells how far it is.
   * @param fraction of the phase
   * @throws the signal's reason when it is aborted
   */
  async turn(fraction: number): Promise<void> {
    // Several pictures are read at once: they pause together, since there is one turn to give.
    this.#pause ??= this.#turns.pause().finally(() => (this.#pause = null));
    await this.#pause;
    this.options.signal?.throwIfAborted();
    const now = performance.now();
    if (now - this.#reportedAt < REPORT_MS) return;
    this.#reportedAt = now;
    this.options.onProgress?.(this.#from + (this.#to - this.#from) * Math.min(1, fraction));
  }

  read(text: string): void {
    this.#read.push(text);
  }

  note(text: string): void {
    this.#notes.push(text);
  }

  skip(skipped: Skipped): void {
    this.#skippedCount += 1;
    if (this.#skipped.length < KEPT) this.#skipped.push(skipped);
  }

  get report(): ImportReport {
    const [read, notes, skippedCount] = [this.#read, this.#notes, this.#skippedCount];
    return { read, skipped: this.#skipped, skippedCount, notes };
  }

  /** Nothing could be used. */
  nothingRead(): never {
    const [first] = this.#skipped;
    if (!first) throw new ScratchpadError('badData', 'There are no files. Choose some.');
    const more = this.#skippedCount > 1 ? ` (${this.#skippedCount} were left out; the first.)` : '';
    throw new ScratchpadError('badData', `${whereOf(first)}: ${first.why}${more}`);
  }
}

/** 'digits.csv, line 17' */
function whereOf({ name, line, offset }: Skipped): string {
  if (line !== undefined) return `${name}, line ${line}`;
  return offset === undefined ? name : `${name}, offset ${offset}`;
}

/** @throws ScratchpadError 'badData' that names the file and says what is wrong and what to do */
export function badInput(name: string, message: string): never {
  throw new ScratchpadError('badData', `${name}: ${message}`);
}
