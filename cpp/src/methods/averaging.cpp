// SPDX-License-Identifier: MIT
#include "mlp/methods/averaging.h"

#include "mlp/methods/number.h"

namespace mlp {

double averaging_factor(Averaging averaging, double decay, Index n) {
  if (averaging == Averaging::kEpochs) return 1.0 / static_cast<double>(n);
  // The weights that were taken count 1, d, d^2 ... from the last back: (1 - d^n) / (1 - d) in all.
  const double d = power(decay, kAveragedUpdates);
  return (1.0 - d) / (1.0 - power(d, n));
}

}  // namespace mlp
