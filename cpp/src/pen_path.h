// SPDX-License-Identifier: MIT
// The path of a pen through knots.
#pragma once

#include <span>

#include "digit_skeletons.h"
#include "mlp/digits.h"

namespace mlp {

// Writes to stroke, in place of what it held, the points of one stroke through the knots, in their
// units: a smooth curve that turns sharply at corners. Points are at most about 7 units apart.
void trace(std::span<const Knot> knots, Stroke& stroke);

}  // namespace mlp
