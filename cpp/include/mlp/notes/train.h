// SPDX-License-Identifier: MIT
// The loop of the notes: forward, cost, backward, update, and again.
#pragma once

#include <vector>

#include "mlp/methods/engine.h"
#include "mlp/methods/network.h"
#include "mlp/notes/forward.h"
#include "mlp/notes/update.h"

namespace mlp {

// All that the loop works with: the letters of the notes.
template <typename Scalar>
struct Training {
  Parameters<Scalar> parameters;  // W_l, b_l
  Matrix<Scalar> X;               // (n_0, max_m); a chunk of m examples uses the first m columns
  Matrix<Scalar> Y;               // (n_L, max_m)
  std::vector<Scalar> c;          // weights of the examples in the cost, max_m
  Cache<Scalar> cache;            // Z_l, A_l, D_l, dA_l, dZ_l
  Gradients<Scalar> gradients;    // dW_l, db_l of the batch under way
  Method method = Method::kGradientDescent;
  OptimizerState<Scalar> state;  // of that method
  double gradient_norm = 0.0;    // of the last update, before clipping; 0 without clipping
};

// Room for chunks of up to max_m examples; the parameters are zeros.
template <typename Scalar>
Training<Scalar> make_training(const Network& network, Index max_m);

// The optimizer begins anew with a method.
template <typename Scalar>
void begin_optimizer(Method method, Training<Scalar>& training);

// Once round the loop for some examples: a whole batch, or a chunk of one, which adds to the
// gradients and leaves the update to the batch's last chunk. Returns how they were answered before
// the update. Where the cost is not finite nothing is learned.
//   examples  1 ... max_m, with labels
//   context   its settings' method is the training's
template <typename Scalar>
Answers train(const Network& network, const Examples& examples, const BatchContext& context,
              Training<Scalar>& training);

}  // namespace mlp
