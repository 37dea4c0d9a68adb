// SPDX-License-Identifier: MIT
// The random numbers of handwriting.
#pragma once

#include "mlp/base/portable_math.h"
#include "mlp/base/rng.h"

namespace mlp {

// About normal with mean 0 and this standard deviation, but never beyond three of them: a far
// outlier would no longer be the digit that its label says.
inline float noise(Rng& rng, float deviation) {
  const double sum = rng.uniform() + rng.uniform() + rng.uniform();  // variance 3 / 12
  return deviation * static_cast<float>(2.0 * sum - 3.0);
}

// A random factor around 1; deviation is that of its logarithm.
inline float factor(Rng& rng, float deviation) {
  return static_cast<float>(portable::exp(static_cast<double>(noise(rng, deviation))));
}

inline float uniform(Rng& rng, float low, float high) {
  return low + (high - low) * static_cast<float>(rng.uniform());
}

// True with this probability.
inline bool chance(Rng& rng, float probability) {
  return static_cast<float>(rng.uniform()) < probability;
}

}  // namespace mlp
