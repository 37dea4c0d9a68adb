// SPDX-License-Identifier: MIT
#include "mlp/data/augment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "ink.h"
#include "mlp/data/digits.h"

namespace mlp {
namespace {

constexpr Index kSide = 28;
constexpr Index kPixels = 784;
constexpr Index kVariants = 300;

using Bytes = std::vector<std::uint8_t>;

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
  for (std::size_t at = 0; at < made.size(); at += kPixels) {
    check(ink_of(std::span(made).subspan(at, kPixels)));
  }
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
  const Ink before = ink_of(bar());
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
  const Ink before = ink_of(bar());
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

// Strokes may grow into what is around the image, where a shift would show them. The shifts of a
// seed are the same with a change of thickness and without.
TEST(Augment, LeavesPaperAroundInkAtTheEdge) {
  const Bytes full(kPixels, 255);
  const Bytes moved = variants({.shift = 8.0}, full);
  const Bytes changed = variants({.shift = 8.0, .thickness = 1.5}, full);
  int thicker = 0;
  for (std::size_t at = 0; at < moved.size(); at += kPixels) {
    const std::span<const std::uint8_t> plain = std::span(moved).subspan(at, kPixels);
    const std::span<const std::uint8_t> made = std::span(changed).subspan(at, kPixels);
    for (std::size_t i = 0; i < made.size(); ++i) EXPECT_LE(made[i], plain[i]) << "pixel " << i;
    // What has no paper in it cannot become thicker, but thinner from its edges on.
    if (std::ranges::equal(made, plain)) {
      ++thicker;
    } else {
      EXPECT_LT(ink_of(made).sum, ink_of(plain).sum);
    }
  }
  EXPECT_NEAR(thicker, kVariants / 2, kVariants / 6);
}

// The paper's alpha = 34 and sigma = 4.
TEST(Augment, BendsElasticallyAboutAsFarAsStated) {
  // A dot moves by the displacement at its place.
  Bytes dot(kPixels);
  for (const Index y : {13, 14}) {
    for (const Index x : {13, 14}) dot[static_cast<std::size_t>(y * kSide + x)] = 255;
  }
  const Bytes made = variants({.elastic = 34.0}, dot, 2000);
  double squares = 0.0;
  for (std::size_t at = 0; at < made.size(); at += kPixels) {
    const Ink ink = ink_of(std::span(made).subspan(at, kPixels));
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

// Natively and as WebAssembly, with SIMD and without.
TEST(Augment, GivesTheSameBytesOnEveryMachine) {
  Bytes digits(200 * kPixels);
  Bytes labels(200);
  ASSERT_TRUE(generate_digits(1, 0, digits, labels).ok());
  const auto of = [&](const Augmentation& augmentation) {
    Bytes made(digits.size() * 5);
    EXPECT_TRUE(augment(augmentation, 7, kPixels, 5, digits, made).ok());
    return fnv1a(made);
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
