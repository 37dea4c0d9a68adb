// SPDX-License-Identifier: MIT
// The one stroke rasteriser of the project, for drawn and generated digits alike. It repeats what
// the makers of MNIST did with scanned digits: the box of the ink scaled until its longer side has
// 20 pixels, grey edges, the darkest pixel 255, and a move by whole pixels that brings the centre
// of mass to within half a pixel of the centre of pixel (14, 14), counted from 0.
#include "mlp/data/rasterise.h"

#include <algorithm>
#include <cmath>

#include "data/raster/ink_box.h"
#include "data/raster/layout.h"

namespace mlp {
namespace {

// A value within limits, and `otherwise` for one that is not a number.
float limited(float value, float low, float high, float otherwise) {
  return std::isnan(value) ? otherwise : std::clamp(value, low, high);
}

// The thinnest pen still reaches the centre of the nearest pixel, wherever the path runs
// (half the diagonal of a pixel, 0.71); the thickest leaves room for a shape in the box.
Pen usable(const Pen& pen) {
  return {limited(pen.width, 1.0F, 10.0F, Pen{}.width),
          limited(pen.softness, 0.5F, 4.0F, Pen{}.softness)};
}

// Of the points that have one; 0 when none has.
float mean_pressure(std::span<const Stroke> strokes) {
  double sum = 0.0;
  double count = 0.0;
  for (const Stroke& stroke : strokes) {
    for (const Point& p : stroke) {
      if (!is_finite(p) || !std::isfinite(p.pressure)) continue;
      sum += double{p.pressure};
      count += 1.0;
    }
  }
  return count > 0.0 ? static_cast<float>(sum / count) : 0.0F;
}

}  // namespace

void rasterise(std::span<const Stroke> strokes, const Preprocessing& preprocessing,
               std::span<std::uint8_t, kDigitPixels> image) {
  std::ranges::fill(image, std::uint8_t{0});
  std::vector<Stroke> kept;
  if (!preprocessing.keep_slips) {
    const std::vector<std::size_t> slips = find_slips(strokes);
    if (!slips.empty()) {
      for (std::size_t i = 0; i < strokes.size(); ++i) {
        if (std::ranges::find(slips, i) == slips.end()) kept.push_back(strokes[i]);
      }
      strokes = kept;
    }
  }
  const double shear = preprocessing.deskew ? shear_of(strokes) : 0.0;
  Box box;
  for (const Stroke& stroke : strokes) box.add(box_of(stroke, shear));
  if (box.empty()) return;
  const Pen pen = usable(preprocessing.pen);
  const bool fitted = !(preprocessing.frame > 0.0F);
  const int side = fitted ? kDigitBox : kDigitSide;
  const Layout layout =
      fitted ? Layout(box, shear, pen.width, side) : Layout(shear, preprocessing.frame, side);
  InkBox ink(pen, side);
  const float pressure = mean_pressure(strokes);
  for (const Stroke& stroke : strokes) ink.draw(stroke, layout, pressure);
  if (!ink.lay_ink()) return;
  if (fitted) {
    ink.centre(image);
  } else {
    ink.place(0, 0, image);
  }
}

}  // namespace mlp
