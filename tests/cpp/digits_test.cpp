// SPDX-License-Identifier: MIT
#include "mlp/digits.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <vector>

namespace mlp {
namespace {

using Image = std::array<std::uint8_t, kDigitPixels>;

// The box of the pixels with ink, the amount of ink (255 is one full pixel) and its mean place.
struct Ink {
  int left = kDigitSide;
  int top = kDigitSide;
  int right = -1;
  int bottom = -1;
  double sum = 0.0;
  double x = 0.0;
  double y = 0.0;

  int width() const { return right - left + 1; }
  int height() const { return bottom - top + 1; }
};

Ink ink_of(std::span<const std::uint8_t> image) {
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
  return ink;
}

Image drawn(const std::vector<Stroke>& strokes, const Pen& pen = {}) {
  Image image;
  image.fill(77);  // whatever was there before must not shine through
  rasterise(strokes, pen, image);
  return image;
}

// A closed ellipse of so many points, the centre at (x, y).
Stroke ellipse(double x, double y, double radius_x, double radius_y, int points) {
  Stroke stroke;
  for (int i = 0; i <= points; ++i) {
    const double angle = 6.283185307179586 * i / points;
    stroke.push_back({static_cast<float>(x + radius_x * std::cos(angle)),
                      static_cast<float>(y + radius_y * std::sin(angle))});
  }
  return stroke;
}

// Centre of mass as in MNIST: within half a pixel of the centre of pixel (14, 14).
void expect_centred(const Ink& ink) {
  EXPECT_NEAR(ink.x, 14.0, 0.51);
  EXPECT_NEAR(ink.y, 14.0, 0.51);
}

std::uint64_t fnv1a(std::span<const std::uint8_t> bytes, std::uint64_t hash) {
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001B3ULL;
  return hash;
}

struct Digits {
  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
};

Digits generated(std::uint64_t seed, std::uint64_t first, std::size_t count,
                 Hands hands = Hands::kAll) {
  Digits digits{std::vector<std::uint8_t>(count * kDigitPixels), std::vector<std::uint8_t>(count)};
  EXPECT_TRUE(generate_digits(seed, first, digits.images, digits.labels, hands).ok());
  return digits;
}

TEST(Rasterise, FitsTheLongerSideTo20PixelsAndKeepsTheAspect) {
  // The path takes 20 pixels less the pen's width; the other side is half of that, and the pen.
  const Pen pen{2.0F, 1.0F};
  const Ink tall = ink_of(drawn({ellipse(100, 200, 50, 100, 200)}, pen));
  EXPECT_EQ(tall.height(), 20);
  EXPECT_NEAR(tall.width(), 11, 1);
  expect_centred(tall);
  const Ink wide = ink_of(drawn({ellipse(0, 0, 3, 1.5, 200)}, pen));
  EXPECT_EQ(wide.width(), 20);
  EXPECT_NEAR(wide.height(), 11, 1);
  expect_centred(wide);
}

TEST(Rasterise, DrawsStraightLinesOfThePensWidth) {
  const Image across = drawn({{{5, 3}, {90, 3}}}, Pen{2.0F, 1.0F});
  const Ink ink = ink_of(across);
  EXPECT_EQ(ink.width(), 20);
  EXPECT_EQ(ink.height(), 2);
  EXPECT_NEAR(ink.sum / 255.0, 40.0, 1.0);  // 20 x 2 pixels, less the round corners
  expect_centred(ink);
  const Ink down = ink_of(drawn({{{3, 5}, {3, 90}}}, Pen{2.0F, 1.0F}));
  EXPECT_EQ(down.width(), 2);
  EXPECT_EQ(down.height(), 20);
}

TEST(Rasterise, MovesTheCentreOfMassToTheCentre) {
  // Most ink of these is far from the middle of their box.
  const Stroke shape_of_6 = {{30, 0}, {0, 60}, {0, 90}, {30, 100}, {50, 85}, {30, 65}, {0, 80}};
  expect_centred(ink_of(drawn({shape_of_6})));
  const Stroke shape_of_7 = {{0, 0}, {60, 0}, {50, 10}, {0, 10}, {60, 5}, {20, 100}};
  expect_centred(ink_of(drawn({shape_of_7})));
}

TEST(Rasterise, KeepsStrokesApart) {
  const Image image = drawn({{{0, 0}, {0, 100}}, {{100, 0}, {100, 100}}});
  const Ink ink = ink_of(image);
  EXPECT_EQ(ink.width(), 20);
  const int middle = (ink.left + ink.right) / 2;
  for (int y = 0; y < kDigitSide; ++y) {
    EXPECT_EQ(image[static_cast<std::size_t>(y * kDigitSide + middle)], 0);
  }
}

TEST(Rasterise, IsTheSameInAnyUnitAndPlace) {
  const auto scaled = [](float scale, float shift) {
    Stroke stroke;
    for (const Point& p : Stroke{{0, 0}, {4, 1}, {5, 7}, {2, 8}, {0, 6}}) {
      stroke.push_back({p.x * scale + shift, p.y * scale - shift});
    }
    return drawn({stroke});
  };
  const Image expected = scaled(1.0F, 0.0F);
  EXPECT_EQ(scaled(0x1p+120F, 0.0F), expected);  // near the largest float
  EXPECT_EQ(scaled(0x1p-140F, 0.0F), expected);  // below the normal numbers
  EXPECT_EQ(scaled(16.0F, 1024.0F), expected);
}

TEST(Rasterise, LeavesADotAsLargeAsThePen) {
  for (const Stroke& dot : {Stroke{{7, 9}}, Stroke{{7, 9}, {7, 9}, {7, 9}}}) {
    const Ink ink = ink_of(drawn({dot}, Pen{3.0F, 1.0F}));
    EXPECT_GE(ink.width(), 3);
    EXPECT_LE(ink.width(), 4);
    EXPECT_EQ(ink.width(), ink.height());
    expect_centred(ink);
  }
}

TEST(Rasterise, GivesPaperWhenThereIsNothingToDraw) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  const Image paper{};
  EXPECT_EQ(drawn({}), paper);
  EXPECT_EQ(drawn({{}, {}}), paper);
  EXPECT_EQ(drawn({{{kNaN, 0}, {0, kNaN}}}), paper);
}

TEST(Rasterise, LeavesOutPointsThatAreNotFinite) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  constexpr float kInfinity = std::numeric_limits<float>::infinity();
  const Image expected = drawn({{{0, 0}, {5, 9}, {9, 2}}});
  EXPECT_EQ(drawn({{{kNaN, 1}, {0, 0}, {5, 9}, {kInfinity, 3}, {9, 2}, {1, -kInfinity}}}),
            expected);
}

TEST(Rasterise, TakesThousandsOfPoints) {
  const Image coarse = drawn({ellipse(0, 0, 30, 50, 400)});
  const Image fine = drawn({ellipse(0, 0, 30, 50, 100000)});
  for (std::size_t i = 0; i < coarse.size(); ++i) EXPECT_NEAR(coarse[i], fine[i], 16);
}

TEST(Rasterise, DrawsWithAnyPen) {
  constexpr float kNaN = std::numeric_limits<float>::quiet_NaN();
  const std::vector<Stroke> strokes = {ellipse(0, 0, 30, 50, 100)};
  double last = 0.0;
  for (const float width : {-1e9F, 2.0F, 3.0F, 4.0F, 1e9F}) {
    const Ink ink = ink_of(drawn(strokes, Pen{width, 1.0F}));
    EXPECT_GT(ink.sum, last);
    EXPECT_EQ(ink.height(), 20);
    last = ink.sum;
  }
  EXPECT_EQ(drawn(strokes, Pen{kNaN, kNaN}), drawn(strokes));
  for (const float softness : {-1.0F, 0.0F, 1e9F}) {
    EXPECT_GT(ink_of(drawn(strokes, Pen{2.0F, softness})).sum, 0.0);
  }
}

TEST(Rasterise, MakesTheDarkestPixelFullInk) {
  for (const float width : {1.0F, 1.5F, 2.0F, 5.0F}) {
    const Image image = drawn({ellipse(0, 0, 30, 50, 100)}, Pen{width, 1.5F});
    EXPECT_EQ(*std::max_element(image.begin(), image.end()), 255);
  }
}

// These very bytes are made on every machine, natively and in WebAssembly. Whoever changes the
// generator on purpose changes this number; it must then come out the same in both builds.
TEST(GenerateDigits, MakesTheSameBytesEverywhere) {
  const auto hash = [](Hands hands) {
    const Digits digits = generated(1, 0, 1000, hands);
    return fnv1a(digits.images, fnv1a(digits.labels, 0xCBF29CE484222325ULL));
  };
  EXPECT_EQ(hash(Hands::kAll), 7604322582855613254ULL);
  EXPECT_EQ(hash(Hands::kOther), 10716679674509291564ULL);
}

TEST(GenerateDigits, DependOnTheSeedAndTheirNumberAlone) {
  const Digits whole = generated(5, 100, 50);
  const Digits part = generated(5, 120, 10);
  EXPECT_TRUE(std::equal(part.labels.begin(), part.labels.end(), whole.labels.begin() + 20));
  EXPECT_TRUE(
      std::equal(part.images.begin(), part.images.end(), whole.images.begin() + 20 * kDigitPixels));
  EXPECT_EQ(generated(5, 100, 50).images, whole.images);
  EXPECT_NE(generated(6, 100, 50).images, whole.images);
  const Digits other = generated(5, 100, 50, Hands::kOther);
  EXPECT_EQ(other.labels, whole.labels);
  EXPECT_NE(other.images, whole.images);
}

TEST(GenerateDigits, HaveLabelsThatAreEquallyLikely) {
  const Digits digits = generated(3, 0, 10000);
  std::array<int, 10> counts{};
  for (const std::uint8_t label : digits.labels) ++counts.at(label);
  // Each count is 1000 with a standard deviation of 30; five of those on either side.
  for (const int count : counts) EXPECT_NEAR(count, 1000, 150);
}

TEST(GenerateDigits, LookLikeMnistInSizePlaceAndInk) {
  constexpr std::size_t kCount = 5000;
  const Digits digits = generated(2, 0, kCount);
  double sum = 0.0;
  for (std::size_t i = 0; i < kCount; ++i) {
    const Ink ink = ink_of(std::span(digits.images).subspan(i * kDigitPixels, kDigitPixels));
    ASSERT_EQ(std::max(ink.width(), ink.height()), kDigitBox) << "digit number " << i;
    ASSERT_NEAR(ink.x, 14.0, 1.0);
    ASSERT_NEAR(ink.y, 14.0, 1.0);
    sum += ink.sum;
  }
  EXPECT_NEAR(sum / (255.0 * kCount * kDigitPixels), 0.1307, 0.008);  // MNIST's mean ink
}

TEST(GenerateDigits, RefuseMemoryOfTheWrongSize) {
  std::vector<std::uint8_t> images(2 * kDigitPixels - 1, 7);
  std::vector<std::uint8_t> labels(2, 7);
  const Status status = generate_digits(1, 0, images, labels);
  EXPECT_EQ(status.code, Code::kBadData);
  EXPECT_NE(status.text.find("784"), std::string::npos) << status.text;
  EXPECT_EQ(labels[0], 7);
  EXPECT_TRUE(generate_digits(1, 0, {}, {}).ok());
}

TEST(GenerateDigit, WritesTheDigitAskedFor) {
  Rng rng(9);
  Image first;
  Image second;
  for (int label = 0; label < 10; ++label) {
    generate_digit(label, rng, first);
    generate_digit(label, rng, second);
    EXPECT_GT(ink_of(first).sum, 0.0);
    EXPECT_NE(first, second);  // no two are alike
  }
}

}  // namespace
}  // namespace mlp
