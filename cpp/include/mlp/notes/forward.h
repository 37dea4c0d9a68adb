// SPDX-License-Identifier: MIT
// Step 3 of the notes: from the input through every layer to the probabilities.
#pragma once

#include <cstdint>

#include "mlp/base/types.h"
#include "mlp/methods/activation.h"

namespace mlp {

// What one layer computed for a batch. Sized once for the largest batch; a smaller one uses the
// first m columns.
template <typename Scalar>
struct LayerCache {
  Matrix<Scalar> Z;   // (n_l, m)
  Matrix<Scalar> A;   // (n_l, m)
  Matrix<Scalar> D;   // (n_l, m), written by draw_masks(); not of the last layer
  Matrix<Scalar> dA;  // (n_l, m), written by backward(); not of the last layer
  Matrix<Scalar> dZ;  // (n_l, m), written by backward()
};

// Element l - 1 is layer l.
template <typename Scalar>
using Cache = std::vector<LayerCache<Scalar>>;

// Room for batches of up to max_m examples.
//   with_gradients  false leaves D, dA and dZ empty: enough for forward(), not for backward()
template <typename Scalar>
Cache<Scalar> make_cache(const Parameters<Scalar>& parameters, Index max_m, bool with_gradients);

// Whether forward() and backward() let D_l drop units of the hidden layers.
enum class Dropout : std::uint8_t { kOff, kOn };

// Which masks are drawn: those of some examples of a batch.
struct Masks {
  double rate = 0.0;         // of dropping a hidden unit, at least 0 and below 1
  std::uint64_t seed = 1;    // of the network
  std::uint64_t update = 0;  // number of the update that the batch makes, from 0
  Index before = 0;          // examples of the batch before the first of these
};

// Draws the masks of inverted dropout (regulariser_formulas.h): each number of D_l is 0 with
// probability `rate`, else 1 / (1 - rate). m: examples. No heap use.
template <typename Scalar>
void draw_masks(const Masks& masks, Index m, Cache<Scalar>& cache);

// Writes Z_l and A_l of every layer into the first X.cols() columns of the cache:
//   Z_l = W_l A_{l-1} + b_l,  A_l = g(Z_l),  A_L = sigmoid(Z_L) or softmax(Z_L)
// with dropout A_l = g(Z_l) * D_l in the hidden layers, with the masks that draw_masks() left.
// X: (n_0, m) with 1 <= m <= max_m. No heap use.
template <typename Scalar>
void forward(const Parameters<Scalar>& parameters, Functions g, MatrixView<Scalar> X,
             Cache<Scalar>& cache, Dropout dropout = Dropout::kOff);

}  // namespace mlp
