// SPDX-License-Identifier: MIT
// The digits in the ways people write them, as knots that the pen passes through.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

namespace mlp {

// What the pen does at a knot.
enum class Join : std::uint8_t {
  kSmooth,  // passes through on a smooth curve
  kCorner,  // turns sharply
  kLift,    // ends the stroke; the next knot begins another
};

struct Knot {
  float x;  // to the right; a digit is about 60 wide
  float y;  // downward; a digit is about 100 high
  Join join = Join::kSmooth;
};

// One way of writing a digit.
struct Way {
  const char* name;
  float share;  // how often, relative to the other ways of the same digit
  std::span<const Knot> knots;
};

// No way has more knots or strokes than this (checked where they are written down).
inline constexpr std::size_t kMostKnots = 16;
inline constexpr std::size_t kMostStrokes = 3;

// The ways of writing the digit label, 0 ... 9.
std::span<const Way> ways_of(int label);

}  // namespace mlp
