// SPDX-License-Identifier: MIT
// How many of some numbers lie where.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/types.h"

namespace mlp {

struct Histogram {
  double from = 0.0;  // the lower end of the first bin, and the upper end of the last
  double to = 0.0;
  std::vector<std::uint32_t> counts;  // of each bin; all have the same width
};

// From the smallest number to the largest, which the last bin holds; 0.5 on either side of numbers
// that are all the same; from 0 to 1 when there are none. NaN, and numbers that are beyond float32,
// are not counted.
//   bins  at least 1
Histogram histogram(std::span<const double> numbers, Index bins);

}  // namespace mlp
