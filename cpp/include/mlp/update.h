// SPDX-License-Identifier: MIT
// Step 6 of the notes: one step of gradient descent.
#pragma once

#include "mlp/types.h"

namespace mlp {

// W_l = W_l - alpha dW_l,  b_l = b_l - alpha db_l  for every layer.
//   alpha  the learning rate, above 0
// No heap use.
template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients, Scalar alpha);

// Sets every dW_l and db_l to 0, before the first backward() of a batch.
template <typename Scalar>
void clear(Gradients<Scalar>& gradients);

}  // namespace mlp
