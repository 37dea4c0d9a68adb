// SPDX-License-Identifier: MIT
// What the tests of drawn, generated and changed digits look at: the ink of an image.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

#include "mlp/data/rasterise.h"

namespace mlp {

using Image = std::array<std::uint8_t, kDigitPixels>;

// The box of the pixels with ink, the amount of ink (255 is one full pixel), its mean place, and
// how it spreads about that: the variances and the covariance.
struct Ink {
  int left = kDigitSide;
  int top = kDigitSide;
  int right = -1;
  int bottom = -1;
  double sum = 0.0;
  double x = 0.0;
  double y = 0.0;
  double xx = 0.0;
  double xy = 0.0;
  double yy = 0.0;

  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
  // Of the longer axis, in radians.
  double angle() const { return 0.5 * std::atan2(2.0 * xy, xx - yy); }
};

inline Ink ink_of(std::span<const std::uint8_t> image) {
  Ink ink;
  for (int y = 0; y < kDigitSide; ++y) {
    for (int x = 0; x < kDigitSide; ++x) {
      const double value = image[static_cast<std::size_t>(y * kDigitSide + x)];
      if (value == 0.0) continue;
      ink.left = std::min(ink.left, x);
      ink.right = std::max(ink.right, x);
      ink.top = std::min(ink.top, y);
      ink.bottom = std::max(ink.bottom, y);
      ink.sum += value;
      ink.x += value * x;
      ink.y += value * y;
    }
  }
  ink.x /= ink.sum;
  ink.y /= ink.sum;
  for (int y = 0; y < kDigitSide; ++y) {
    for (int x = 0; x < kDigitSide; ++x) {
      const double share = image[static_cast<std::size_t>(y * kDigitSide + x)] / ink.sum;
      ink.xx += share * (x - ink.x) * (x - ink.x);
      ink.xy += share * (x - ink.x) * (y - ink.y);
      ink.yy += share * (y - ink.y) * (y - ink.y);
    }
  }
  return ink;
}

// The checksum of bytes, or of those before them and these.
inline std::uint64_t fnv1a(std::span<const std::uint8_t> bytes,
                           std::uint64_t hash = 0xcbf29ce484222325ULL) {
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3ULL;
  return hash;
}

inline Image drawn(const std::vector<Stroke>& strokes, const Preprocessing& preprocessing = {}) {
  Image image;
  image.fill(77);  // whatever was there before must not shine through
  rasterise(strokes, preprocessing, image);
  return image;
}

// A closed ellipse of so many points, the centre at (x, y).
inline Stroke ellipse(double x, double y, double radius_x, double radius_y, int points) {
  Stroke stroke;
  for (int i = 0; i <= points; ++i) {
    const double angle = 6.283185307179586 * i / points;
    stroke.push_back({static_cast<float>(x + radius_x * std::cos(angle)),
                      static_cast<float>(y + radius_y * std::sin(angle))});
  }
  return stroke;
}

// Centre of mass as in MNIST: within half a pixel of the centre of pixel (14, 14).
inline void expect_centred(const Ink& ink) {
  EXPECT_NEAR(ink.x, 14.0, 0.51);
  EXPECT_NEAR(ink.y, 14.0, 0.51);
}

}  // namespace mlp
