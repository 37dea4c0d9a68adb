// SPDX-License-Identifier: MIT
// What the network knows of examples, of an image, and of itself.

/** How each example of a part is answered, in the order of images(). */
export interface Answers {
  /** The class; of the yes/no question 1 for yes and 0 for no. */
  readonly answers: Uint8Array;
  /** Of that answer. */
  readonly probabilities: Float32Array;
  /** The cross-entropy of each. */
  readonly costs: Float32Array;
}

/** What one image does in the network. */
export interface Inspection {
  /** A_0 ... A_L: n_l numbers each. */
  readonly activations: readonly Float32Array[];
  /** The unit of the last layer that `contributions` explain. */
  readonly output: number;
  /** n_0 numbers, x * dz/dx of that unit's z: how much each pixel spoke for it, or against. */
  readonly contributions: Float32Array;
}

/**
 * How many numbers lie where: bins of the same width from the smallest number to the largest. Where
 * all are the same, from 0.5 below to 0.5 above.
 */
export interface Histogram {
  readonly from: number;
  readonly to: number;
  readonly counts: Uint32Array;
}

export interface LayerStatistics {
  /** Of W_l and dW_l. */
  readonly weights: Histogram;
  readonly gradients: Histogram;
  /** Of the whole dW_l: the root of the sum of its squares. */
  readonly gradientNorm: number;
  /** Of each row of W_l, the weights into a unit. */
  readonly norms: Float32Array;
  /** The mean of each unit's A_l over the examples. */
  readonly activity: Float32Array;
  /** Numbers of the hidden ReLU units that are 0 for all of the examples; else empty. */
  readonly dead: Uint32Array;
}

/** Of the weights as they are, on some training images as one full batch. */
export interface NetworkStatistics {
  readonly examples: number;
  /** Element l - 1 is layer l. */
  readonly layers: readonly LayerStatistics[];
}
