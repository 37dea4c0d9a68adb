// SPDX-License-Identifier: MIT
// What keeps a network from learning its training data by heart. Dropout is in forward.h.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

// The L2 penalty (lambda / 2) sum_l |W_l|^2, which is added to the cost; biases are free.
template <typename Scalar>
double penalty(const Parameters<Scalar>& parameters, double lambda);

// Its gradient: dW_l = dW_l + lambda W_l. No heap use.
template <typename Scalar>
void add_penalty(const Parameters<Scalar>& parameters, double lambda, Gradients<Scalar>& gradients);

// Scales all gradients together so that their norm, over every dW_l and db_l, is at most `limit`
// (Pascanu et al. 2013, alg. 1). limit: above 0. Returns the norm before. No heap use.
template <typename Scalar>
double clip(double limit, Gradients<Scalar>& gradients);

// Scales each row of every W_l, the weights into one unit, to a norm of at most `limit`
// (Srivastava et al. 2014, sec. 5.1). limit: above 0. No heap use.
template <typename Scalar>
void limit_norms(double limit, Parameters<Scalar>& parameters);

// Moves the answers a little towards 'any': y = (1 - epsilon) y + epsilon / n, with n = n_L
// answers of a softmax and n = 2 of a sigmoid (Szegedy et al. 2016, sec. 7).
//   epsilon  at least 0 and below 1
//   Y        (n_L, m), changed in place
template <typename Scalar>
void smooth_labels(Output output, double epsilon, MatrixRef<Scalar> Y);

}  // namespace mlp
