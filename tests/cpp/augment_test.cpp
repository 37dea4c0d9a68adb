// SPDX-License-Identifier: MIT
#include "mlp/augment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "mlp/digits.h"

namespace mlp {
namespace {

constexpr Index kSide = 28;
constexpr Index kPixels = 784;
constexpr Index kVariants = 300;

using Bytes = std::vector<std::uint8_t>;

// Amount of ink, its mean place, and the angle of its longer axis.
struct Ink {
  double sum = 0.0;
  double x = 0.0;
  double y = 0.0;
  double xx = 0.0;
  double xy = 0.0;
  double yy = 0.0;

  double angle() const { return 0.5 * std::atan2(2.0 * xy, xx - yy); }
};

Ink ink_of(const std::uint8_t* image, Index side = kSide) {
  Ink ink;
  const auto each = [&](auto add) {
    for (Index y = 0; y < side; ++y) {
      for (Index x = 0; x < side; ++x) {
        add(image[y * side + x], static_cast<double>(x), static_cast<double>(y));
      }
    }
  };
  each([&](double value, double x, double y) {
    ink.sum += value;
    ink.x += value * x;
    ink.y += value * y;
  });
  ink.x /= ink.sum;
  ink.y /= ink.sum;
  each([&](double value, double x, double y) {
    ink.xx += value * (x - ink.x) * (x - ink.x) / ink.sum;
    ink.xy += value * (x - ink.x) * (y - ink.y) / ink.sum;
    ink.yy += value * (y - ink.y) * (y - ink.y) / ink.sum;
  });
  return ink;
}

// A bar with soft ends in the middle of the image, 16 x 4 pixels of full ink.
Bytes bar() {
  Bytes image(kPixels);
  for (Index y = 12; y < 16; ++y) {
    for (Index x = 6; x < 22; ++x) image[static_cast<std::size_t>(y * kSide + x)] = 255;
  }
  return image;
}

Bytes variants(const Augmentation& augmentation, const Bytes& image, Index count = kVariants,
               std::uint64_t seed = 1) {
  Bytes made(image.size() * static_cast<std::size_t>(count));
  const auto pixels = static_cast<Index>(image.size());
  EXPECT_TRUE(augment(augmentation, seed, pixels, count, image, made).ok());
  return made;
}

// Calls check(ink) for each variant of the bar.
template <typename Check>
void for_variants(const Augmentation& augmentation, Check check) {
  const Bytes made = variants(augmentation, bar());
  for (std::size_t at = 0; at < made.size(); at += kPixels) check(ink_of(&made[at]));
}

TEST(Augment, ChangesNothingWhenOff) {
  EXPECT_FALSE(is_on({}));
  Bytes digits(3 * kPixels);
  Bytes labels(3);
  ASSERT_TRUE(generate_digits(1, 0, digits, labels).ok());
  Bytes made(digits.size());
  ASSERT_TRUE(augment({}, 1, kPixels, 1, digits, made).ok());
  EXPECT_EQ(made, digits);
  // The least change leaves all that is seen.
  for (std::uint8_t& ink : digits) ink = ink > 8 ? ink : std::uint8_t{0};
  for (const Augmentation& least : {Augmentation{.shift = 1e-9}, Augmentation{.thickness = 1e-9}}) {
    ASSERT_TRUE(augment(least, 1, kPixels, 1, digits, made).ok());
    EXPECT_EQ(made, digits);
  }
}

TEST(Augment, ShiftsByFractionsOfAPixelUpToItsLimit) {
  double least = 0.0;
  double most = 0.0;
  int between = 0;
  for_variants({.shift = 4.0}, [&](const Ink& ink) {
    const double x = ink.x - 13.5;
    const double y = ink.y - 13.5;
    EXPECT_NEAR(ink.sum, 64 * 255.0, 64 * 2.0);
    EXPECT_LE(std::max(std::abs(x), std::abs(y)), 4.01);
    least = std::min({least, x, y});
    most = std::max({most, x, y});
    between += std::abs(x - std::round(x)) > 0.1 ? 1 : 0;
  });
  EXPECT_LT(least, -3.8);
  EXPECT_GT(most, 3.8);
  EXPECT_GT(between, kVariants / 2);
}

TEST(Augment, ScalesWidthAndHeightWithinItsLimit) {
  const Ink before = ink_of(bar().data());
  double least = 1.0;
  double most = 1.0;
  double unequal = 0.0;
  for_variants({.scale = 0.3}, [&](const Ink& ink) {
    EXPECT_NEAR(ink.x, 13.5, 0.05);
    EXPECT_NEAR(ink.y, 13.5, 0.05);
    const double width = std::sqrt(ink.xx / before.xx);
    const double area = ink.sum / before.sum;
    EXPECT_GT(width, 0.68);
    EXPECT_LT(width, 1.33);
    least = std::min(least, width);
    most = std::max(most, width);
    unequal = std::max(unequal, std::abs(area / (width * width) - 1.0));
  });
  EXPECT_LT(least, 0.78);
  EXPECT_GT(most, 1.22);
  EXPECT_GT(unequal, 0.08);
}

TEST(Augment, RotatesAboutTheCentreWithinItsLimit) {
  const double limit = 30.0;
  double least = 0.0;
  double most = 0.0;
  for_variants({.rotation = limit}, [&](const Ink& ink) {
    EXPECT_NEAR(ink.x, 13.5, 0.05);
    EXPECT_NEAR(ink.y, 13.5, 0.05);
    EXPECT_NEAR(ink.sum, 64 * 255.0, 64 * 3.0);
    const double degrees = ink.angle() * 180.0 / std::acos(-1.0);
    least = std::min(least, degrees);
    most = std::max(most, degrees);
  });
  EXPECT_GT(least, -limit - 0.3);
  EXPECT_LT(least, -limit + 2.0);
  EXPECT_LT(most, limit + 0.3);
  EXPECT_GT(most, limit - 2.0);
}

TEST(Augment, ShearsAlongXWithinItsLimit) {
  const Ink before = ink_of(bar().data());
  double most = 0.0;
  for_variants({.shear = 0.5}, [&](const Ink& ink) {
    EXPECT_NEAR(ink.yy, before.yy, 0.06) << "heights stay";
    EXPECT_NEAR(ink.sum, before.sum, 64 * 3.0);
    // x = x + k y: the mixed moment is k times that of y.
    const double shear = ink.xy / ink.yy;
    EXPECT_LE(std::abs(shear), 0.52);
    most = std::max(most, std::abs(shear));
  });
  EXPECT_GT(most, 0.45);
}

TEST(Augment, ChangesTheThicknessOfStrokesByFractions) {
  double least = 0.0;
  double most = 0.0;
  for_variants({.thickness = 1.5}, [&](const Ink& ink) {
    EXPECT_NEAR(ink.x, 13.5, 1e-9);
    // A stroke that is thicker by t has 16 t more pixels of ink, and 4 t at its ends.
    const double thicker = (ink.sum / 255.0 - 64.0) / 20.0;
    EXPECT_LE(std::abs(thicker), 1.52);
    least = std::min(least, thicker);
    most = std::max(most, thicker);
  });
  EXPECT_LT(least, -1.2) << "less at the corners";
  EXPECT_GT(most, 1.4);
}

TEST(Augment, LeavesPaperAroundInkAtTheEdge) {
  const Bytes full(kPixels, 255);
  const Bytes made = variants({.shift = 8.0, .thickness = 1.5}, full, 50);
  for (std::size_t at = 0; at < made.size(); at += kPixels) {
    const auto row = [&](std::size_t y) { return &made[at + y * kSide]; };
    const bool paper_left = std::all_of(row(14), row(14) + 1, [](int v) { return v == 0; });
    const bool paper_right = row(14)[kSide - 1] == 0;
    EXPECT_FALSE(paper_left && paper_right) << "it is moved, not made smaller";
    EXPECT_LE(ink_of(&made[at]).sum, 784 * 255.0);
  }
}

// The paper's alpha = 34 and sigma = 4.
TEST(ElasticFields, SpreadAndAreAsSmoothAsTheyAreSaidToBe) {
  for (const double sigma : {2.0, 4.0, 8.0}) {
    ElasticFields fields;
    double sum = 0.0;
    double squares = 0.0;
    double steps = 0.0;
    double both = 0.0;
    Index count = 0;
    for (std::uint64_t epoch = 0; epoch < 20; ++epoch) {
      fields.make(kSide, sigma, 1, epoch);
      for (Index row = 0; row + 1 < fields.size(); ++row) {
        for (Index column = 0; column < fields.size(); ++column, ++count) {
          const double x = *fields.at(0, row, column);
          const double below = *fields.at(0, row + 1, column);
          sum += x;
          squares += x * x;
          steps += (below - x) * (below - x);
          both += x * *fields.at(1, row, column);
        }
      }
    }
    const double variance = squares / static_cast<double>(count);
    // That of even noise, 1/3, times the sum of the squares of the Gaussian's weights.
    const double expected = 1.0 / 3.0 / (4.0 * std::acos(-1.0) * sigma * sigma);
    EXPECT_NEAR(variance, expected, 0.15 * expected) << sigma;
    EXPECT_NEAR(std::sqrt(variance) * sigma, 0.163, 0.012) << sigma;
    EXPECT_NEAR(sum / static_cast<double>(count), 0.0, 0.2 * std::sqrt(expected));
    // Correlated with the pixel beside it as exp(-1 / (4 sigma^2)).
    EXPECT_NEAR(steps / static_cast<double>(count) / variance,
                2.0 * (1.0 - std::exp(-0.25 / (sigma * sigma))), 0.1 / (sigma * sigma));
    EXPECT_NEAR(both / static_cast<double>(count) / variance, 0.0, 0.15) << "x and y independent";
  }
}

TEST(Augment, BendsElasticallyAboutAsFarAsStated) {
  // A dot moves by the displacement at its place.
  Bytes dot(kPixels);
  for (const Index y : {13, 14}) {
    for (const Index x : {13, 14}) dot[static_cast<std::size_t>(y * kSide + x)] = 255;
  }
  const Bytes made = variants({.elastic = 34.0}, dot, 2000);
  double squares = 0.0;
  for (std::size_t at = 0; at < made.size(); at += kPixels) {
    const Ink ink = ink_of(&made[at]);
    squares += (ink.x - 13.5) * (ink.x - 13.5) + (ink.y - 13.5) * (ink.y - 13.5);
  }
  EXPECT_NEAR(std::sqrt(squares / 4000.0), 1.4, 0.3);
}

const Augmentation& everything() {
  static const Augmentation all{.shift = 2.0,
                                .scale = 0.15,
                                .rotation = 15.0,
                                .shear = 0.2,
                                .elastic = 34.0,
                                .elastic_sigma = 4.0,
                                .thickness = 1.0};
  return all;
}

TEST(Augment, DependsOnSeedEpochAndPlaceAlone) {
  Bytes digit(kPixels);
  Bytes label(1);
  ASSERT_TRUE(generate_digits(1, 0, digit, label).ok());
  EXPECT_EQ(variants(everything(), digit, 20), variants(everything(), digit, 20));
  EXPECT_NE(variants(everything(), digit, 20), variants(everything(), digit, 20, 2));
  const auto once = [&](std::uint64_t epoch, std::uint64_t place) {
    ElasticFields fields;
    fields.make(kSide, 4.0, 1, epoch);
    Augmenter augmenter(kSide);
    Bytes to(kPixels);
    Rng rng = augmentation_rng(1, epoch, place);
    augmenter.augment(everything(), fields, rng, digit, to);
    // What was there before must not shine through.
    Bytes again(kPixels, 9);
    Rng same = augmentation_rng(1, epoch, place);
    augmenter.augment(everything(), fields, same, digit, again);
    EXPECT_EQ(to, again);
    return to;
  };
  EXPECT_EQ(once(3, 5), once(3, 5));
  EXPECT_NE(once(3, 5), once(4, 5));
  EXPECT_NE(once(3, 5), once(3, 6));
}

// FNV-1a; the same natively and as WebAssembly, with SIMD and without.
std::uint64_t checksum(const Bytes& bytes) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  for (const std::uint8_t byte : bytes) hash = (hash ^ byte) * 0x100000001b3ULL;
  return hash;
}

TEST(Augment, GivesTheSameBytesOnEveryMachine) {
  Bytes digits(200 * kPixels);
  Bytes labels(200);
  ASSERT_TRUE(generate_digits(1, 0, digits, labels).ok());
  const auto of = [&](const Augmentation& augmentation) {
    Bytes made(digits.size() * 5);
    EXPECT_TRUE(augment(augmentation, 7, kPixels, 5, digits, made).ok());
    return checksum(made);
  };
  EXPECT_EQ(of(everything()), 2123101245600671257U);
  EXPECT_EQ(of({.thickness = 1.5}), 18363470670088165231U);
  EXPECT_EQ(of({.elastic = 60.0, .elastic_sigma = 7.3}), 13766038760486306501U);
}

TEST(Augment, TakesSquaresOfAnySize) {
  for (const Index side : {1, 2, 3, 5, 16, 31, 128}) {
    Bytes image(static_cast<std::size_t>(side * side), 255);
    const Bytes same = variants({.shift = 1e-9}, image, 1);
    EXPECT_EQ(same, image) << side;
    const Bytes made = variants(everything(), image, 10);
    if (side < 8) continue;
    EXPECT_NE(made[static_cast<std::size_t>((side / 2) * side + side / 2)], 0) << side;
  }
}

TEST(Augment, SaysWhatIsOutsideItsLimits) {
  const Bytes image(kPixels);
  Bytes to(kPixels);
  const std::vector<std::pair<Augmentation, std::string>> cases = {
      {{.shift = 8.1}, "shift:"},
      {{.scale = 0.51}, "scale:"},
      {{.rotation = 46.0}, "rotation:"},
      {{.shear = -0.1}, "shear:"},
      {{.elastic = 101.0}, "elastic:"},
      {{.elastic = std::nan("")}, "elastic:"},
      {{.elastic_sigma = 1.0}, "elasticSigma:"},
      {{.elastic_sigma = 11.0}, "elasticSigma:"},
      {{.thickness = 1.6}, "thickness:"},
  };
  for (const auto& [augmentation, begin] : cases) {
    const Status status = augment(augmentation, 1, kPixels, 1, image, to);
    EXPECT_EQ(status.code, Code::kBadSetting) << begin;
    EXPECT_EQ(status.text.substr(0, begin.size()), begin);
  }
  EXPECT_EQ(augment({}, 1, 783, 1, Bytes(783), to).code, Code::kBadData);
  EXPECT_EQ(augment({}, 1, kPixels, 2, image, to).code, Code::kBadData);
  EXPECT_EQ(augment({}, 1, kPixels, -1, image, to).code, Code::kBadData);
  EXPECT_TRUE(augment({}, 1, kPixels, 2, {}, {}).ok());
  // 784 times as many bytes are, as far as they can be counted, 784.
  constexpr Index kWraps = (Index{1} << (8 * sizeof(Index) - 4)) + 1;
  EXPECT_EQ(augment({}, 1, kPixels, kWraps, image, to).code, Code::kBadData);
  EXPECT_EQ(side_of(784), 28);
  EXPECT_EQ(side_of(783), 0);
  EXPECT_EQ(side_of(785), 0);
}

}  // namespace
}  // namespace mlp
