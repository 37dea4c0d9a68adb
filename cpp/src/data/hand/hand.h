// SPDX-License-Identifier: MIT
// A hand that writes digits: a way of writing, shaken, bent, and traced by a pen.
#pragma once

#include <array>
#include <cstddef>
#include <span>

#include "data/hand/pen_path.h"
#include "data/hand/ways.h"
#include "mlp/base/rng.h"
#include "mlp/data/digits.h"

namespace mlp {

// One of the digit's ways, as often as its share says.
const Way& random_way(int label, Hands hands, Rng& rng);

// No stroke of any way has more points, however far its knots are shaken.
inline constexpr std::size_t kMostPoints = 192;

// Writes digits one after another, in the same memory.
class Hand {
 public:
  // Takes memory for all that it will write.
  Hand();

  // The strokes of the digit label in one of its ways, in any unit; valid until the next call.
  std::span<const Stroke> write(int label, const Way& way, Hands hands, Rng& rng);

 private:
  void shake(const Way& way, float looseness, Hands hands, Rng& rng);
  void add(float x, float y, Join join) { waypoints_[waypoint_count_++] = {x, y, join}; }
  void trace_strokes(float points_per_unit);

  // With a hook at either end of each stroke.
  std::array<Waypoint, kMostKnots + 2 * kMostStrokes> waypoints_{};
  std::size_t waypoint_count_ = 0;
  std::array<Stroke, kMostStrokes> strokes_;
  std::size_t stroke_count_ = 0;
};

}  // namespace mlp
