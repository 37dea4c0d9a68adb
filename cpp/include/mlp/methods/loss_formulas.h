// SPDX-License-Identifier: MIT
// The losses of one example, in float64, once: notes/cost.cpp and kernels/head.cpp take them. Fused
// with the last layer's function, so that no probability is rounded to 0 before its logarithm.
#pragma once

#include <algorithm>
#include <cmath>

#include "mlp/base/portable_math.h"

namespace mlp {

// softplus(z) = log(1 + e^z) = max(z, 0) + log(1 + e^-|z|), which never overflows.
inline double softplus(double z) {
  // softplus(z) = max(z, 0) + log(1 + e^-|z|)
  return std::max(z, 0.0) + portable::log1p(portable::exp(-std::abs(z)));
}

// logsumexp(z) = log sum_k e^(z_k)
//   largest  max_k z_k
//   sum      sum_k e^(z_k - largest), which never overflows
inline double logsumexp(double largest, double sum) {
  // logsumexp(z) = max z + log sum e^(z - max z)
  return largest + portable::log(sum);
}

// Binary cross-entropy -(y log p + (1 - y) log(1 - p)) with p = sigma(z); y: 0 ... 1.
inline double binary_cross_entropy(double z, double y) {
  // softplus(z) - y z
  return softplus(z) - y * z;
}

// Categorical cross-entropy -sum_k y_k log p_k with p = softmax(z), where the y_k sum to 1.
//   largest, sum  as for logsumexp()
//   weighted      sum_k y_k z_k
inline double categorical_cross_entropy(double largest, double sum, double weighted) {
  // logsumexp(z) - sum_k y_k z_k
  return logsumexp(largest, sum) - weighted;
}

}  // namespace mlp
