// SPDX-License-Identifier: MIT
// The data that is loaded, and images with their labels.

/** 'validation': the training images that were set aside. */
export type Part = 'train' | 'test' | 'validation';

/** The parts that images are loaded for. */
export type LoadedPart = Exclude<Part, 'validation'>;

/** What was loaded. */
export interface DataInfo {
  /** null: none, or none of it yet. */
  readonly train: PartInfo | null;
  readonly test: PartInfo | null;
  /** Whether all of it has arrived; false while loadIdx() is still loading the training images. */
  readonly complete: boolean;
}

export interface PartInfo {
  /** Images that have arrived. */
  readonly examples: number;
  /** Images when all have arrived. */
  readonly expected: number;
  /** Images with each label, from label 0 on, of those that have arrived. */
  readonly perLabel: readonly number[];
}

/** m images with their labels. */
export interface Batch {
  /** (n_0, m): n_0 bytes an image, one image after another; 0 paper ... 255 ink. */
  readonly images: Uint8Array;
  /** (1, m): one byte an image, its class, 0 ... 255. */
  readonly labels: Uint8Array;
}

/**
 * Whose digits are generated: 'all' people's, each way of writing as often as in MNIST, or 'other'
 * hands', for which the ways come first that MNIST, written by Americans, lacks.
 */
export type Hands = 'all' | 'other';
