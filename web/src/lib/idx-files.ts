// SPDX-License-Identifier: MIT
// The four files that a data set is made of.

/** The four files of MNIST, or of a data set of its form; each gzipped or not. */
export interface IdxFiles<T> {
  readonly trainImages: T;
  readonly trainLabels: T;
  readonly testImages: T;
  readonly testLabels: T;
}

export type FileRole = keyof IdxFiles<unknown>;

/** In the order in which they are needed. */
export const FILE_ROLES = [
  'testLabels',
  'trainLabels',
  'testImages',
  'trainImages',
] as const satisfies readonly FileRole[];

/** What is told of one file of a data set. */
export interface FileLabel {
  /** For messages. */
  readonly name: string;
  /** SHA-256 of the bytes as they are, in hexadecimal; not checked when absent. */
  readonly sha256?: string | undefined;
}
