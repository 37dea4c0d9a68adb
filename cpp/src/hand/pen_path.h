// SPDX-License-Identifier: MIT
// The path of a pen through knots.
#pragma once

#include <span>

#include "hand/ways.h"
#include "mlp/digits.h"

namespace mlp {

// Writes to stroke, in place of what it held, the points of one stroke through the knots, in their
// units: a smooth curve that turns sharply at corners. Between two knots there is a point for every
// 1 / points_per_unit units, at least one.
void trace(std::span<const Knot> knots, float points_per_unit, Stroke& stroke);

}  // namespace mlp
