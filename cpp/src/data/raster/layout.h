// SPDX-License-Identifier: MIT
// Where a drawing comes to lie on the pixels.
#pragma once

#include <cmath>
#include <limits>
#include <span>

#include "mlp/data/rasterise.h"

namespace mlp {

inline bool is_finite(const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

// Bounding box of the pen's path.
struct Box {
  double left = std::numeric_limits<double>::infinity();
  double top = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();

  bool empty() const { return left > right; }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
  // The longer side; 0 when it is empty.
  double extent() const;
  void add(double x, double y);
  void add(const Box& other);
};

// Of the finite points; x less shear * y instead of x.
Box box_of(const Stroke& stroke, double shear = 0.0);

// The shear that the moments of the path ask for, -1 ... 1: x less shear * y leans to no side.
double shear_of(std::span<const Stroke> strokes);

// Maps the strokes' units to pixels.
class Layout {
 public:
  // Of a box in the middle of `side` pixels, its longer side as long as they are less the pen's
  // width. The box holds the ink up to where it is half grey, as the box of MNIST's black and white
  // scans did; the faint rest of the edge, outside it, is cut off. A dot has no extent to scale,
  // and stays as large as the pen's tip.
  Layout(const Box& box, double shear, float pen_width, int side);
  // Of the square 0 ... frame, to all of the side's pixels.
  Layout(double shear, float frame, int side) : shear_(shear), scale_(side / double{frame}) {}

  Point operator()(const Point& p) const {
    const double x = p.x - shear_ * p.y;
    return {static_cast<float>((x - left_) * scale_ + offset_x_),
            static_cast<float>((p.y - top_) * scale_ + offset_y_), p.pressure};
  }

 private:
  double shear_;
  double left_ = 0.0;
  double top_ = 0.0;
  double scale_ = 0.0;
  double offset_x_ = 0.0;
  double offset_y_ = 0.0;
};

}  // namespace mlp
