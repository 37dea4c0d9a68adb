// SPDX-License-Identifier: MIT

/** Which images are answered. */
export type AnsweredPart = 'test' | 'validation';

/** What answering them all came to. */
export interface Figure {
  readonly examples: number;
  readonly correct: number;
  readonly seconds: number;
}
