// SPDX-License-Identifier: MIT
#include "mlp/base/precision.h"

namespace mlp {

Parameters<double> widen(const Parameters<float>& parameters) {
  Parameters<double> wide;
  wide.reserve(parameters.size());
  for (const Layer<float>& layer : parameters) {
    wide.push_back({layer.W.cast<double>(), layer.b.cast<double>()});
  }
  return wide;
}

}  // namespace mlp
