// SPDX-License-Identifier: MIT
#include "data/raster/layout.h"

#include <algorithm>

namespace mlp {
namespace {

// Does something with each segment of the path: its middle, its half, and its length.
template <typename Do>
void for_each_segment(std::span<const Stroke> strokes, Do&& act) {
  for (const Stroke& stroke : strokes) {
    const Point* last = nullptr;
    for (const Point& p : stroke) {
      if (!is_finite(p)) continue;
      if (last != nullptr) {
        const double dx = 0.5 * (double{p.x} - double{last->x});
        const double dy = 0.5 * (double{p.y} - double{last->y});
        act(last->x + dx, last->y + dy, dx, dy, 2.0 * std::sqrt(dx * dx + dy * dy));
      }
      last = &p;
    }
  }
}

}  // namespace

double Box::extent() const { return empty() ? 0.0 : std::max(width(), height()); }

void Box::add(double x, double y) {
  left = std::min(left, x);
  right = std::max(right, x);
  top = std::min(top, y);
  bottom = std::max(bottom, y);
}

void Box::add(const Box& other) {
  if (other.empty()) return;
  add(other.left, other.top);
  add(other.right, other.bottom);
}

Box box_of(const Stroke& stroke, double shear) {
  Box box;
  for (const Point& p : stroke) {
    if (is_finite(p)) box.add(p.x - shear * p.y, p.y);
  }
  return box;
}

double shear_of(std::span<const Stroke> strokes) {
  double length = 0.0;
  double mean_x = 0.0;
  double mean_y = 0.0;
  for_each_segment(strokes, [&](double x, double y, double, double, double l) {
    length += l;
    mean_x += l * x;
    mean_y += l * y;
  });
  if (length == 0.0) return 0.0;
  mean_x /= length;
  mean_y /= length;
  double xy = 0.0;
  double yy = 0.0;
  // A segment spreads over its length: a third of its half's products comes to those of its middle.
  for_each_segment(strokes, [&](double x, double y, double dx, double dy, double l) {
    xy += l * ((x - mean_x) * (y - mean_y) + dx * dy / 3.0);
    yy += l * ((y - mean_y) * (y - mean_y) + dy * dy / 3.0);
  });
  return yy > 0.0 ? std::clamp(xy / yy, -1.0, 1.0) : 0.0;
}

Layout::Layout(const Box& box, double shear, float pen_width, int side)
    : shear_(shear), left_(box.left), top_(box.top) {
  const double room = side - static_cast<double>(pen_width);
  const double longer = box.extent();
  scale_ = longer > 0.0 ? room / longer : 0.0;
  offset_x_ = 0.5 * (side - box.width() * scale_);
  offset_y_ = 0.5 * (side - box.height() * scale_);
}

}  // namespace mlp
