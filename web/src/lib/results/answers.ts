// SPDX-License-Identifier: MIT
// What a network answers, how well, and by which weights.

/** Copies of each image to answer: as it is; and moved by a pixel to the 4 sides; and across. */
export type Copies = 1 | 5 | 9;

/** How well a part of the data is answered. */
export interface Evaluation {
  readonly examples: number;
  readonly correct: number;
  /** correct / examples, 0 ... 1. */
  readonly accuracy: number;
  /** Mean cross-entropy. */
  readonly cost: number;
  /** What answering took. */
  readonly seconds: number;
  /** confusion[true label][answer]; for the yes/no question 0 is no and 1 is yes. */
  readonly confusion: readonly (readonly number[])[];
  /** Of the yes/no question alone, as BinaryMetrics has them; 0 ... 1. */
  readonly precision?: number;
  readonly recall?: number;
  readonly f1?: number;
}

/** The probability of yes, and whether yes is right, of each example of a part. */
export interface Scores {
  /** 0 ... 1. */
  readonly probabilities: Float32Array;
  /** 1: yes is right, 0: no is. */
  readonly yes: Uint8Array;
}

/** What the network makes of a drawing. */
export interface Reading {
  /** The bytes the network sees, 28 x 28 or those of the frame: 0 paper, 255 ink. */
  readonly image: Uint8Array;
  /** No ink at all; then there are no probabilities. */
  readonly empty: boolean;
  /** n_L numbers, 0 ... 1: of each class, or of yes. */
  readonly probabilities: Float32Array;
}

/** Copies of the parameters of layer l. */
export interface LayerWeights {
  /** W_l (n_l, n_{l-1}), column-major: W[row + rows * column]. */
  readonly W: Float32Array;
  /** b_l (n_l). */
  readonly b: Float32Array;
  /** n_l and n_{l-1}. */
  readonly rows: number;
  readonly columns: number;
}
