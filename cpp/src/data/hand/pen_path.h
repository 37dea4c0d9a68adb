// SPDX-License-Identifier: MIT
// The path of a pen.
#pragma once

#include <span>

#include "data/hand/ways.h"
#include "mlp/data/digits.h"

namespace mlp {

// A knot of a way, shaken.
struct Waypoint {
  float x;
  float y;
  Join join;
};

// Writes to stroke, in place of what it held, the points of one stroke through the waypoints, in
// their units: a smooth curve that turns sharply at corners. Between two waypoints there is a point
// for every 1 / points_per_unit units, at least one.
void trace(std::span<const Waypoint> waypoints, float points_per_unit, Stroke& stroke);

}  // namespace mlp
