// SPDX-License-Identifier: MIT
#include "data/raster/ink_box.h"

namespace mlp {
namespace {

// The pixel whose centre the centre of mass is brought to, along x and y, as in MNIST's files.
constexpr int kCentre = 14;
// Pen movements shorter than this, in pixels, are not drawn one by one.
constexpr float kShortest = 0.1F;
// By how much of its excess over the mean the pressure widens the line, and the limits.
constexpr float kPressed = 0.5F;
constexpr float kThinnest = 0.6F;
constexpr float kWidest = 1.5F;

}  // namespace

InkBox::InkBox(const Pen& pen, int side)
    : pen_(pen), side_(side), reach_(0.5F * (pen.width + pen.softness)) {
  std::ranges::fill(values(), reach_ * reach_);  // out of the pen's reach
}

// The width of the line at a point, of the pen's; a line thinner than a pixel would have gaps.
float InkBox::factor_of(const Point& p, float mean_pressure) const {
  if (p.pressure == mean_pressure || !std::isfinite(p.pressure) || !(mean_pressure > 0.0F)) {
    return 1.0F;
  }
  const float factor = 1.0F + kPressed * (p.pressure / mean_pressure - 1.0F);
  return std::clamp(factor, std::max(kThinnest, 1.0F / pen_.width), kWidest);
}

void InkBox::draw(const Stroke& stroke, const Layout& layout, float mean_pressure) {
  bool down = false;
  Point last{};     // the end of what is drawn
  Point current{};  // where the pen is
  const auto draw_to = [&](const Point& p) {
    const float factor = 0.5F * (factor_of(last, mean_pressure) + factor_of(p, mean_pressure));
    draw_segment(last, p, factor);
    last = p;
  };
  for (const Point& p : stroke) {
    if (!is_finite(p)) continue;
    current = layout(p);
    if (!down) {
      last = current;
      draw_to(current);
      down = true;
    } else if (std::abs(current.x - last.x) + std::abs(current.y - last.y) >= kShortest) {
      draw_to(current);
    }
  }
  if (down) draw_to(current);
}

bool InkBox::lay_ink() {
  const float darkest = ink_at(*std::ranges::min_element(values()));
  if (darkest == 0.0F) return false;
  for (float& value : values()) value = ink_at(value) / darkest;
  return true;
}

void InkBox::centre(std::span<std::uint8_t, kDigitPixels> image) const {
  float sum = 0.0F;
  float sum_x = 0.0F;
  float sum_y = 0.0F;
  for (int y = 0; y < side_; ++y) {
    for (int x = 0; x < side_; ++x) {
      const float ink = values_[index(x, y)];
      sum += ink;
      sum_x += ink * static_cast<float>(x);
      sum_y += ink * static_cast<float>(y);
    }
  }
  // Kept inside the image, so that no ink is lost.
  const auto shift_of = [this](float mean) {
    return std::clamp(kCentre - static_cast<int>(mean + 0.5F), 0, kDigitSide - side_);
  };
  place(shift_of(sum_x / sum), shift_of(sum_y / sum), image);
}

void InkBox::place(int left, int top, std::span<std::uint8_t, kDigitPixels> image) const {
  for (int y = 0; y < side_; ++y) {
    for (int x = 0; x < side_; ++x) {
      const auto pixel = static_cast<std::size_t>((y + top) * kDigitSide + x + left);
      image[pixel] = static_cast<std::uint8_t>(values_[index(x, y)] * 255.0F + 0.5F);
    }
  }
}

// The ink of a pixel whose centre is at this squared distance from the path: full inside the line,
// none out of reach, and a smooth step between (the grey levels of MNIST's edges are mostly near
// its ends).
float InkBox::ink_at(float distance2) const {
  const float depth = (reach_ - std::sqrt(distance2)) / pen_.softness;
  const float t = std::clamp(depth, 0.0F, 1.0F);
  return t * t * (3.0F - 2.0F * t);
}

// Takes the squared distance of each pixel near to the segment a ... b into account, as if the line
// were as wide as the pen: a wider line's distances are the smaller.
void InkBox::draw_segment(const Point& a, const Point& b, float factor) {
  const float dx = b.x - a.x;
  const float dy = b.y - a.y;
  const float length2 = dx * dx + dy * dy;
  const float inverse = length2 > 0.0F ? 1.0F / length2 : 0.0F;
  const float reach = reach_ * factor;
  const float to_pen = 1.0F / (factor * factor);
  const int x0 = first(std::min(a.x, b.x), reach);
  const int x1 = last(std::max(a.x, b.x), reach);
  const int y1 = last(std::max(a.y, b.y), reach);
  for (int y = first(std::min(a.y, b.y), reach); y <= y1; ++y) {
    const float py = static_cast<float>(y) + 0.5F - a.y;
    float* row = &values_[index(0, y)];
    for (int x = x0; x <= x1; ++x) {
      const float px = static_cast<float>(x) + 0.5F - a.x;
      const float along = std::clamp((px * dx + py * dy) * inverse, 0.0F, 1.0F);
      const float ex = px - along * dx;
      const float ey = py - along * dy;
      row[x] = std::min(row[x], (ex * ex + ey * ey) * to_pen);
    }
  }
}

}  // namespace mlp
