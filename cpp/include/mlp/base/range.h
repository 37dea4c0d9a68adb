// SPDX-License-Identifier: MIT
// How work is cut into parts, for threads and for kernels.
#pragma once

#include <algorithm>

#include "mlp/base/types.h"

namespace mlp {

// First and one past the last of a range.
struct Range {
  Index begin = 0;
  Index end = 0;
};

// The part number `part` of `parts` of `whole`, cut at multiples of `grain`.
constexpr Range share(Range whole, Index part, Index parts, Index grain) {
  const Index grains = (whole.end - whole.begin + grain - 1) / grain;
  const auto cut = [&](Index at) { return whole.begin + grains * at / parts * grain; };
  return {std::min(cut(part), whole.end), std::min(cut(part + 1), whole.end)};
}

}  // namespace mlp
