// SPDX-License-Identifier: MIT
#include "mlp/insight/histogram.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace mlp {
namespace {

// False for NaN too.
bool counts(double x) { return std::abs(x) <= std::numeric_limits<float>::max(); }

}  // namespace

Histogram histogram(std::span<const double> numbers, Index bins) {
  Histogram histogram;
  histogram.counts.assign(static_cast<std::size_t>(bins), 0U);
  double smallest = std::numeric_limits<double>::infinity();
  double largest = -smallest;
  for (const double x : numbers) {
    if (!counts(x)) continue;
    smallest = std::min(smallest, x);
    largest = std::max(largest, x);
  }
  if (smallest > largest) {
    histogram.to = 1.0;
    return histogram;
  }
  const double margin = smallest == largest ? 0.5 : 0.0;
  histogram.from = smallest - margin;
  histogram.to = largest + margin;
  const double width = histogram.to - histogram.from;
  for (const double x : numbers) {
    if (!counts(x)) continue;
    const double place = (x - histogram.from) / width * static_cast<double>(bins);
    const auto bin = static_cast<std::size_t>(place);
    ++histogram.counts[std::min(bin, histogram.counts.size() - 1)];
  }
  return histogram;
}

}  // namespace mlp
