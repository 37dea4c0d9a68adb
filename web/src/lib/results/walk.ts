// SPDX-License-Identifier: MIT
// One update of the notes with all its numbers, and the check of its derivatives.

/** A matrix (rows, columns), column-major: values[row + rows * column]. */
export interface MatrixData {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float32Array;
}

/** Everything that one layer computes for a batch of m examples. */
export interface WalkedLayer {
  /** (n_l, n_{l-1}) and (n_l, 1): the parameters, their derivatives, and after the update. */
  readonly W: MatrixData;
  readonly b: MatrixData;
  readonly dW: MatrixData;
  readonly db: MatrixData;
  readonly WAfter: MatrixData;
  readonly bAfter: MatrixData;
  /** (n_l, m). */
  readonly Z: MatrixData;
  readonly A: MatrixData;
  readonly dZ: MatrixData;
  /**
   * (n_l, m): the derivative of each example's cost by A_l. Of the last layer as the notes have it,
   * -(Y / A) + (1 - Y) / (1 - A) for a yes/no question and -Y / A for classes, which is not finite
   * where a probability rounds to 0 or 1; training takes dZ = A - Y, which needs none.
   */
  readonly dA: MatrixData;
  /**
   * (n_l, m): g'(Z_l). Of the last layer a (1 - a), which is all of it for a yes/no question; of the
   * softmax it is the diagonal of the Jacobian a_k (delta_kj - a_j) alone.
   */
  readonly slope: MatrixData;
}

/** One update of the notes, slowly: the numbers of its seven steps. */
export interface Walk {
  /** (n_0, m) and (n_L, m). */
  readonly X: MatrixData;
  readonly Y: MatrixData;
  /** Element l - 1 is layer l. */
  readonly layers: readonly WalkedLayer[];
  /**
   * (n_L, m): dA_L through g'(Z_L), of the softmax through the whole Jacobian. It shortens to
   * A_L - Y, the dZ of the last layer: the same numbers, but for rounding.
   */
  readonly dZChain: MatrixData;
  readonly cost: number;
  /** Of the same batch, with the parameters after the update. */
  readonly costAfter: number;
}

/** W_l(row, column), or b_l(row) when column is null; l from 1, the others from 0. */
export interface WeightPlace {
  readonly layer: number;
  readonly row: number;
  readonly column: number | null;
}

export interface CheckedWeight extends WeightPlace {
  readonly weight: number;
  /** By the chain rule. */
  readonly analytic: number;
  /** (J(w + h) - J(w - h)) / 2h, h = 1e-5, in float64. */
  readonly numerical: number;
  /** |analytic - numerical| / max(|analytic| + |numerical|, 1e-5 max(1, J, max |Z_L|)). */
  readonly relativeError: number;
}

export interface GradientCheckResult {
  readonly weights: readonly CheckedWeight[];
  /** The largest relative error, and the one below which a weight passes. */
  readonly worst: number;
  readonly limit: number;
  readonly passed: boolean;
  readonly seconds: number;
}
