// SPDX-License-Identifier: MIT
// Step 6 of the notes: the weights take a step that lowers the cost.
#pragma once

#include "mlp/base/types.h"
#include "mlp/methods/optimizer.h"

namespace mlp {

// The state before the first step, all zeros.
template <typename Scalar>
OptimizerState<Scalar> make_state(Method method, const Parameters<Scalar>& parameters);

// W_l = W_l - alpha dW_l,  b_l = b_l - alpha db_l  for every layer: the update of the notes.
//   alpha  the learning rate, above 0
// No heap use.
template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients, Scalar alpha);

// One step of the optimizer's method; `state` must have been made for that method. No heap use.
//   decay  by kAdamW, of W_l alone: at least 0
template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients,
            const Optimizer& optimizer, double alpha, double decay, OptimizerState<Scalar>& state);

// Sets every dW_l and db_l to 0, before the first backward() of a batch.
template <typename Scalar>
void clear(Gradients<Scalar>& gradients);

}  // namespace mlp
