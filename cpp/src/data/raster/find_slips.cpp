// SPDX-License-Identifier: MIT
#include <algorithm>

#include "data/raster/layout.h"
#include "mlp/data/rasterise.h"

namespace mlp {
namespace {

constexpr std::size_t kMostSlips = 2;
// Of the largest stroke's extent: smaller than any part of a digit.
constexpr double kTiny = 1.0 / 12.0;
// Of the extent of all others: no part of a digit is so small and so far from the rest.
constexpr double kSmall = 1.0 / 5.0;
constexpr double kFar = 1.0 / 6.0;
// Of the extent of what is left: no digit has only strokes smaller than that; dots have.
constexpr double kLarge = 1.0 / 3.0;

// Between the nearest sides of two boxes; 0 when they meet.
double gap(const Box& a, const Box& b) {
  const double x = std::max({0.0, a.left - b.right, b.left - a.right});
  const double y = std::max({0.0, a.top - b.bottom, b.top - a.bottom});
  return std::max(x, y);
}

}  // namespace

std::vector<std::size_t> find_slips(std::span<const Stroke> strokes) {
  std::vector<std::size_t> slips;
  if (strokes.size() < 2) return slips;
  std::vector<Box> boxes;
  double largest = 0.0;
  for (const Stroke& stroke : strokes) {
    boxes.push_back(box_of(stroke));
    largest = std::max(largest, boxes.back().extent());
  }
  const auto is_tiny = [&](const Box& box) { return box.extent() < kTiny * largest; };
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (boxes[i].empty()) continue;
    Box others;
    for (std::size_t j = 0; j < boxes.size(); ++j) {
      if (j != i && !is_tiny(boxes[j])) others.add(boxes[j]);
    }
    const bool lost = !others.empty() && boxes[i].extent() < kSmall * others.extent() &&
                      gap(boxes[i], others) > kFar * others.extent();
    if (is_tiny(boxes[i]) || lost) slips.push_back(i);
  }
  Box rest;
  for (std::size_t i = 0; i < boxes.size(); ++i) {
    if (std::ranges::find(slips, i) == slips.end()) rest.add(boxes[i]);
  }
  if (slips.size() > kMostSlips || largest < kLarge * rest.extent()) slips.clear();
  return slips;
}

}  // namespace mlp
