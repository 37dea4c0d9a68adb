// SPDX-License-Identifier: MIT
// Step 7 of the notes: from probabilities to an answer.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

// The answer for one example.
//   kSigmoid: 1 for 'yes' when the probability is at least 0.5, else 0
//   kSoftmax: the class of the largest probability, the smaller number of two that are equal
// A: (n_L, m), probabilities; column: below m
template <typename Scalar>
int predict(Output output, MatrixView<Scalar> A, Index column);

}  // namespace mlp
