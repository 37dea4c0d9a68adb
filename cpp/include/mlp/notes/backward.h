// SPDX-License-Identifier: MIT
// Step 5 of the notes: the derivative of the cost by every W_l and b_l, by the chain rule.
#pragma once

#include <span>

#include "mlp/base/types.h"
#include "mlp/notes/forward.h"

namespace mlp {

// dA_{l-1} = W_l^T dZ_l for m examples, and with l = 1 the derivative by the input.
//   layer  W_l and b_l
//   of     of layer l: its dZ
//   dA     its first m columns are written
// No heap use.
template <typename Scalar>
void backward_product(const Layer<Scalar>& layer, Index m, const LayerCache<Scalar>& of,
                      Matrix<Scalar>& dA);

// One step of the chain rule down the layers, for m examples:
//   dA_{l-1} = W_l^T dZ_l, with dropout times D_{l-1},  dZ_{l-1} = dA_{l-1} * g'(Z_{l-1})
//   layer   W_l and b_l, l > 1
//   of      of layer l: its dZ
//   before  of layer l - 1: as forward() left it; its dA and dZ are written
// No heap use.
template <typename Scalar>
void backward_layer(const Layer<Scalar>& layer, Activation hidden, Index m,
                    const LayerCache<Scalar>& of, LayerCache<Scalar>& before,
                    Dropout dropout = Dropout::kOff);

// Adds the gradients of these m examples to those of the same batch that went before.
//   dZ_L = c (A_L - Y), with the weight c of each example
//   dW_l = dW_l + (1/batch) dZ_l A_{l-1}^T,  db_l = db_l + (1/batch) sum of dZ_l over the examples
//   dA_{l-1} = W_l^T dZ_l, with dropout times D_{l-1},  dZ_{l-1} = dA_{l-1} * g'(Z_{l-1})
// A batch that fits the cache is done in one call on gradients of zeros; a larger one in several
// calls, which add up to the gradient of the mean over the whole batch.
//   X      (n_0, m), as it was given to forward()
//   Y      (n_L, m)
//   batch  examples in the whole batch, at least m
//   cache  as forward() left it, with the same dropout; its dA and dZ are written
//   c      weights of the examples as in cost(); none: 1 for each
// No heap use.
template <typename Scalar>
void backward(const Parameters<Scalar>& parameters, Activation hidden, MatrixView<Scalar> X,
              MatrixView<Scalar> Y, Index batch, Cache<Scalar>& cache, Gradients<Scalar>& gradients,
              Dropout dropout = Dropout::kOff, std::span<const Scalar> c = {});

}  // namespace mlp
