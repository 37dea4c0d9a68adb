// SPDX-License-Identifier: MIT
// Step 3 of the notes: from the input through every layer to the probabilities.
#pragma once

#include "mlp/types.h"

namespace mlp {

// What one layer computed for a batch. Sized once for the largest batch; a smaller one uses the
// first m columns.
template <typename Scalar>
struct LayerCache {
  Matrix<Scalar> Z;   // (n_l, m)
  Matrix<Scalar> A;   // (n_l, m)
  Matrix<Scalar> dA;  // (n_l, m), written by backward(); unused for the last layer
  Matrix<Scalar> dZ;  // (n_l, m), written by backward()
};

// Element l - 1 is layer l.
template <typename Scalar>
using Cache = std::vector<LayerCache<Scalar>>;

// Room for batches of up to max_m examples.
//   with_gradients  false leaves dA and dZ empty: enough for forward(), not for backward()
template <typename Scalar>
Cache<Scalar> make_cache(const Parameters<Scalar>& parameters, Index max_m, bool with_gradients);

// Writes Z_l and A_l of every layer into the first X.cols() columns of the cache:
//   Z_l = W_l A_{l-1} + b_l,  A_l = ReLU(Z_l),  A_L = sigmoid(Z_L) or softmax(Z_L)
// X: (n_0, m) with 1 <= m <= max_m. No heap use.
template <typename Scalar>
void forward(const Parameters<Scalar>& parameters, Output output, MatrixView<Scalar> X,
             Cache<Scalar>& cache);

}  // namespace mlp
