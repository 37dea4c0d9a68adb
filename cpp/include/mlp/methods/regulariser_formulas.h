// SPDX-License-Identifier: MIT
// The formulas of what keeps a network from learning its training data by heart, once, for a
// number, an Eigen array or the kernels' four floats; regularise.h does whole matrices.
#pragma once

#include <cstdint>

#include "mlp/base/rng.h"
#include "mlp/base/streams.h"
#include "mlp/methods/number.h"

namespace mlp {

// The gradient with that of the L2 penalty (lambda / 2) |W|^2.
template <typename Factor, typename Gradient, typename Numbers>
auto with_penalty(Factor lambda, const Numbers& w, const Gradient& g) {
  // g = g + lambda w
  return madd(lambda, w, g);
}

// The answer y, moved a little towards 'any' of n answers (Szegedy et al. 2016, sec. 7).
template <typename Factor, typename Numbers>
auto smoothed(Factor epsilon, Factor n, const Numbers& y) {
  // y = (1 - epsilon) y + epsilon / n
  return (Factor(1) - epsilon) * y + epsilon / n;
}

// Adds the squares of the numbers to `sum`: in float64 and in one order, so that a sum of many
// loses nothing.
template <typename Numbers>
double add_squares(double sum, const Numbers& numbers) {
  for (const auto value : numbers) sum += static_cast<double>(value) * static_cast<double>(value);
  return sum;
}

// What numbers of a norm are scaled by, so that it is at most `limit` (Pascanu et al. 2013, alg. 1;
// Srivastava et al. 2014, sec. 5.1): 1 where it is.
inline double scale_within(double limit, double norm) {
  // limit / |g| where |g| > limit, else 1
  return norm > limit ? limit / norm : 1.0;
}

// The mask of inverted dropout for one example (Srivastava et al. 2014; inverted, so that nothing
// need be scaled when the network answers). Each example of each update has a generator of its own:
// whoever draws it, and however a batch is split, the numbers are the same.
template <typename Scalar>
class DropoutMask {
 public:
  //   rate     of dropping a unit; at least 0 and below 1
  //   update   number of the update, from 0
  //   example  number of the example in the batch, from 0
  DropoutMask(double rate, std::uint64_t seed, std::uint64_t update, std::uint64_t example)
      : threshold_(static_cast<std::uint32_t>(rate * 0x1p32)),
        kept_(static_cast<Scalar>(1.0 / (1.0 - rate))),
        rng_(mix(seed, (update << 24U) + example), kMaskStream) {}

  // For the next unit, layer after layer from the first on.
  Scalar next() {
    // D = 0 with probability `rate`, else 1 / (1 - rate)
    return rng_.next() < threshold_ ? Scalar(0) : kept_;
  }

 private:
  std::uint32_t threshold_;
  Scalar kept_;
  Rng rng_;
};

}  // namespace mlp
