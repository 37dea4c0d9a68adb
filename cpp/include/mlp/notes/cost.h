// SPDX-License-Identifier: MIT
// Step 4 of the notes: how wrong the probabilities are.
#pragma once

#include <span>

#include "mlp/base/types.h"

namespace mlp {

// The mean cross-entropy of m examples, each with a weight c_i that is 1 unless given:
//   kSigmoid, binary:       J = -(1/m) sum_i c_i (y_i log p_i + (1 - y_i) log(1 - p_i))
//   kSoftmax, categorical:  J = -(1/m) sum_i c_i sum_k y_ki log p_ki
// computed from Z_L, not from the probabilities, since log(0) of a probability that was rounded
// to 0 is infinite:
//   binary       -(y log p + (1 - y) log(1 - p)) = softplus(z) - y z,  softplus(z) = log(1 + e^z)
//   categorical  -sum_k y_k log p_k = logsumexp(z) - sum_k y_k z_k     (the y_k sum to 1)
//   Z  (n_L, m), before the sigmoid or softmax
//   Y  (n_L, m), 0 ... 1 for the sigmoid, each column sums to 1 for the softmax
//   c  m weights, or none
// Infinite or NaN when Z is.
template <typename Scalar>
double cost(Output output, MatrixView<Scalar> Z, MatrixView<Scalar> Y,
            std::span<const Scalar> c = {});

}  // namespace mlp
