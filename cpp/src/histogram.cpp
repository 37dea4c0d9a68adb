// SPDX-License-Identifier: MIT
#include "mlp/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mlp {

Histogram histogram(std::span<const float> numbers, Index bins) {
  Histogram histogram;
  histogram.counts.assign(static_cast<std::size_t>(bins), 0U);
  float smallest = std::numeric_limits<float>::infinity();
  float largest = -smallest;
  for (const float x : numbers) {
    if (!std::isfinite(x)) continue;
    smallest = std::min(smallest, x);
    largest = std::max(largest, x);
  }
  if (smallest > largest) {
    histogram.to = 1.0;
    return histogram;
  }
  const double margin = smallest == largest ? 0.5 : 0.0;
  histogram.from = static_cast<double>(smallest) - margin;
  histogram.to = static_cast<double>(largest) + margin;
  const double bins_per_unit = static_cast<double>(bins) / (histogram.to - histogram.from);
  for (const float x : numbers) {
    if (!std::isfinite(x)) continue;
    const auto bin =
        static_cast<std::size_t>((static_cast<double>(x) - histogram.from) * bins_per_unit);
    ++histogram.counts[std::min(bin, histogram.counts.size() - 1)];
  }
  return histogram;
}

}  // namespace mlp
