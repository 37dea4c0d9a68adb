// SPDX-License-Identifier: MIT
// Step 5 of the notes: the derivative of the cost by every W_l and b_l, by the chain rule.
#pragma once

#include "mlp/forward.h"
#include "mlp/types.h"

namespace mlp {

// Adds the gradients of these m examples to those of the same batch that went before.
//   dZ_L = A_L - Y
//   dW_l = dW_l + (1/batch) dZ_l A_{l-1}^T,  db_l = db_l + (1/batch) sum of dZ_l over the examples
//   dA_{l-1} = W_l^T dZ_l,  dZ_{l-1} = dA_{l-1} where Z_{l-1} > 0, else 0
// A batch that fits the cache is done in one call on gradients of zeros; a larger one in several
// calls, which add up to the gradient of the mean over the whole batch.
//   X      (n_0, m), as it was given to forward()
//   Y      (n_L, m)
//   batch  examples in the whole batch, at least m
//   cache  as forward() left it, made with gradients; its dA and dZ are written
// No heap use.
template <typename Scalar>
void backward(const Parameters<Scalar>& parameters, MatrixView<Scalar> X, MatrixView<Scalar> Y,
              Index batch, Cache<Scalar>& cache, Gradients<Scalar>& gradients);

}  // namespace mlp
