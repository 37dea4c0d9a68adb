// SPDX-License-Identifier: MIT
// The one stroke rasteriser of the project, for drawn and generated digits alike. It repeats what
// the makers of MNIST did with scanned digits: the box of the ink scaled until its longer side has
// 20 pixels, grey edges, the darkest pixel 255, and a move by whole pixels that brings the centre
// of mass to within half a pixel of the centre of pixel (14, 14), counted from 0.
#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "mlp/digits.h"

namespace mlp {
namespace {

// The pixel whose centre the centre of mass is brought to, along x and y, as in MNIST's files.
constexpr int kCentre = 14;
// Pen movements shorter than this, in pixels, are not drawn one by one.
constexpr float kShortest = 0.1F;

// Bounding box of the pen's path.
struct Box {
  double left = std::numeric_limits<double>::infinity();
  double top = std::numeric_limits<double>::infinity();
  double right = -std::numeric_limits<double>::infinity();
  double bottom = -std::numeric_limits<double>::infinity();

  bool empty() const { return left > right; }
  double width() const { return right - left; }
  double height() const { return bottom - top; }
};

bool is_finite(const Point& p) { return std::isfinite(p.x) && std::isfinite(p.y); }

Box box_of(std::span<const Stroke> strokes) {
  Box box;
  for (const Stroke& stroke : strokes) {
    for (const Point& p : stroke) {
      if (!is_finite(p)) continue;
      box.left = std::min(box.left, static_cast<double>(p.x));
      box.right = std::max(box.right, static_cast<double>(p.x));
      box.top = std::min(box.top, static_cast<double>(p.y));
      box.bottom = std::max(box.bottom, static_cast<double>(p.y));
    }
  }
  return box;
}

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

// Maps the path's units to pixels of the 20 x 20 box.
class Fit {
 public:
  // The box holds the ink up to where it is half grey, as the box of MNIST's black and white scans
  // did; the faint rest of the edge, outside it, is cut off.
  Fit(const Box& box, const Pen& pen) : left_(box.left), top_(box.top) {
    const double room = kDigitBox - static_cast<double>(pen.width);
    const double longer = std::max(box.width(), box.height());
    // A dot has no extent to scale, and stays as large as the pen's tip.
    scale_ = longer > 0.0 ? room / longer : 0.0;
    offset_x_ = 0.5 * (kDigitBox - box.width() * scale_);
    offset_y_ = 0.5 * (kDigitBox - box.height() * scale_);
  }

  Point operator()(const Point& p) const {
    return {static_cast<float>((p.x - left_) * scale_ + offset_x_),
            static_cast<float>((p.y - top_) * scale_ + offset_y_)};
  }

 private:
  double left_;
  double top_;
  double scale_ = 0.0;
  double offset_x_ = 0.0;
  double offset_y_ = 0.0;
};

// The 20 x 20 box while it is drawn: for each pixel how far its centre is from the path, and in the
// end how much of it is ink.
class InkBox {
 public:
  explicit InkBox(const Pen& pen) : pen_(pen), reach_(0.5F * (pen.width + pen.softness)) {
    values_.fill(reach_ * reach_);  // out of the pen's reach
  }

  void draw(const Stroke& stroke, const Fit& fit) {
    bool down = false;
    Point last{};     // the end of what is drawn
    Point current{};  // where the pen is
    for (const Point& p : stroke) {
      if (!is_finite(p)) continue;
      current = fit(p);
      if (!down) {
        draw_segment(current, current);
        last = current;
        down = true;
      } else if (std::abs(current.x - last.x) + std::abs(current.y - last.y) >= kShortest) {
        draw_segment(last, current);
        last = current;
      }
    }
    if (down) draw_segment(last, current);
  }

  // From squared distances to ink of 0 ... 1, the darkest pixel 1.
  void lay_ink() {
    const float darkest = ink_at(*std::min_element(values_.begin(), values_.end()));
    for (float& value : values_) {
      value = ink_at(value) / darkest;
    }
  }

  // Writes the box to the image, moved by whole pixels: its centre of mass to the image's.
  void place(std::span<std::uint8_t, kDigitPixels> image) const {
    float sum = 0.0F;
    float sum_x = 0.0F;
    float sum_y = 0.0F;
    for (int y = 0; y < kDigitBox; ++y) {
      for (int x = 0; x < kDigitBox; ++x) {
        const float ink = values_[index(x, y)];
        sum += ink;
        sum_x += ink * static_cast<float>(x);
        sum_y += ink * static_cast<float>(y);
      }
    }
    const int left = shift_of(sum_x / sum);
    const int top = shift_of(sum_y / sum);
    for (int y = 0; y < kDigitBox; ++y) {
      for (int x = 0; x < kDigitBox; ++x) {
        const auto pixel = static_cast<std::size_t>((y + top) * kDigitSide + x + left);
        image[pixel] = static_cast<std::uint8_t>(values_[index(x, y)] * 255.0F + 0.5F);
      }
    }
  }

 private:
  static std::size_t index(int x, int y) { return static_cast<std::size_t>(y * kDigitBox + x); }

  // The ink of a pixel whose centre is at this squared distance from the path: full inside the
  // line, none out of reach, and a smooth step between (the grey levels of MNIST's edges are
  // mostly near its ends).
  float ink_at(float distance2) const {
    const float depth = (reach_ - std::sqrt(distance2)) / pen_.softness;
    const float t = std::clamp(depth, 0.0F, 1.0F);
    return t * t * (3.0F - 2.0F * t);
  }

  // Where the box begins in the image; kept inside it, so that no ink is lost.
  static int shift_of(float mean) {
    return std::clamp(kCentre - static_cast<int>(mean + 0.5F), 0, kDigitSide - kDigitBox);
  }

  // First and last pixel whose centre (at i + 0.5) can be within reach of [low, high].
  int first(float low) const { return std::max(0, static_cast<int>(low - reach_ + 0.5F)); }
  int last(float high) const {
    return std::min(kDigitBox - 1, static_cast<int>(high + reach_ - 0.5F));
  }

  // Takes the squared distance of each pixel near to the segment a ... b into account.
  void draw_segment(const Point& a, const Point& b) {
    const float dx = b.x - a.x;
    const float dy = b.y - a.y;
    const float length2 = dx * dx + dy * dy;
    const float inverse = length2 > 0.0F ? 1.0F / length2 : 0.0F;
    const int x0 = first(std::min(a.x, b.x));
    const int x1 = last(std::max(a.x, b.x));
    const int y1 = last(std::max(a.y, b.y));
    for (int y = first(std::min(a.y, b.y)); y <= y1; ++y) {
      const float py = static_cast<float>(y) + 0.5F - a.y;
      float* row = &values_[index(0, y)];
      for (int x = x0; x <= x1; ++x) {
        const float px = static_cast<float>(x) + 0.5F - a.x;
        const float along = std::clamp((px * dx + py * dy) * inverse, 0.0F, 1.0F);
        const float ex = px - along * dx;
        const float ey = py - along * dy;
        row[x] = std::min(row[x], ex * ex + ey * ey);
      }
    }
  }

  Pen pen_;
  float reach_;
  std::array<float, static_cast<std::size_t>(kDigitBox* kDigitBox)> values_;
};

}  // namespace

void rasterise(std::span<const Stroke> strokes, const Pen& pen,
               std::span<std::uint8_t, kDigitPixels> image) {
  std::fill(image.begin(), image.end(), std::uint8_t{0});
  const Box box = box_of(strokes);
  if (box.empty()) return;
  const Pen tip = usable(pen);
  const Fit fit(box, tip);
  InkBox ink(tip);
  for (const Stroke& stroke : strokes) ink.draw(stroke, fit);
  ink.lay_ink();
  ink.place(image);
}

}  // namespace mlp
