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
  std::int8_t x;  // to the right; a digit is about 60 wide
  std::int8_t y;  // downward; a digit is about 100 high
  Join join = Join::kSmooth;
};

// One way of writing a digit, from one extreme to another: a short flag and a long one, a bar high
// and low. Each stroke is written somewhere between the two.
struct Way {
  const char* name;
  // How often, relative to the other ways of the same digit: as MNIST's writers do, and where what
  // they do seldom or never is wanted (Hands::kAll and kOther); 0: not at all.
  float all;
  float other;
  std::span<const Knot> knots;
  std::span<const Knot> to = {};  // the other extreme: as many knots, with the same joins; or none
};

// No way has more knots or strokes than this.
inline constexpr std::size_t kMostKnots = 20;
inline constexpr std::size_t kMostStrokes = 3;

// Every stroke has at least two knots, the extremes have the same joins, and all fits its memory.
constexpr bool is_sound(const Way& way) {
  std::size_t strokes = 1;
  std::size_t in_stroke = 0;
  for (const Knot& knot : way.knots) {
    ++in_stroke;
    if (knot.join != Join::kLift) continue;
    if (in_stroke < 2) return false;
    in_stroke = 0;
    ++strokes;
  }
  if (in_stroke < 2 || strokes > kMostStrokes || way.knots.size() > kMostKnots) return false;
  if (way.all < 0.0F || way.other < 0.0F || way.all + way.other == 0.0F) return false;
  if (way.to.empty()) return true;
  if (way.to.size() != way.knots.size()) return false;
  for (std::size_t i = 0; i < way.to.size(); ++i) {
    if (way.to[i].join != way.knots[i].join) return false;
  }
  return true;
}

constexpr bool are_sound(std::span<const Way> ways) {
  for (const Way& way : ways) {
    if (!is_sound(way)) return false;
  }
  return true;
}

// The ways of each digit, in files of their own.
std::span<const Way> ways_of_0();
std::span<const Way> ways_of_1();
std::span<const Way> ways_of_2();
std::span<const Way> ways_of_3();
std::span<const Way> ways_of_4();
std::span<const Way> ways_of_5();
std::span<const Way> ways_of_6();
std::span<const Way> ways_of_7();
std::span<const Way> ways_of_8();
std::span<const Way> ways_of_9();

// The ways of writing the digit label, 0 ... 9.
std::span<const Way> ways_of(int label);

}  // namespace mlp
