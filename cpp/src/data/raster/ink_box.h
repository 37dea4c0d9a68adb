// SPDX-License-Identifier: MIT
// The pixels while a drawing is put on them.
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "data/raster/layout.h"
#include "mlp/data/rasterise.h"

namespace mlp {

// A square of pixels: for each how far its centre is from the path, in the end how much is ink.
class InkBox {
 public:
  // side: 1 ... kDigitSide pixels. The pen must be usable (see rasterise.cpp).
  InkBox(const Pen& pen, int side);

  // Draws a stroke where the layout says. mean_pressure: of the drawing; the line is as wide as the
  // pen where it is pressed so.
  void draw(const Stroke& stroke, const Layout& layout, float mean_pressure);

  // From distances to ink of 0 ... 1, the darkest pixel 1; false when there is none.
  bool lay_ink();

  // Writes the box to the image, moved by whole pixels: its centre of mass to the image's.
  void centre(std::span<std::uint8_t, kDigitPixels> image) const;
  // Writes it to the image with its corner at (left, top).
  void place(int left, int top, std::span<std::uint8_t, kDigitPixels> image) const;

 private:
  std::size_t index(int x, int y) const { return static_cast<std::size_t>(y * side_ + x); }
  std::span<float> values() { return std::span(values_).first(index(0, side_)); }
  float ink_at(float distance2) const;
  float factor_of(const Point& p, float mean_pressure) const;
  void draw_segment(const Point& a, const Point& b, float factor);

  // First and last pixel whose centre (at i + 0.5) can be within reach of [low, high]; limited
  // before they become whole numbers, since a frame may leave the pen as far outside as floats go.
  int first(float low, float reach) const {
    return static_cast<int>(std::clamp(low - reach + 0.5F, 0.0F, static_cast<float>(side_)));
  }
  int last(float high, float reach) const {
    return static_cast<int>(std::clamp(high + reach - 0.5F, -1.0F, static_cast<float>(side_ - 1)));
  }

  Pen pen_;
  int side_;
  float reach_;
  std::array<float, static_cast<std::size_t>(kDigitPixels)> values_;
};

}  // namespace mlp
