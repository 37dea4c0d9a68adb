// SPDX-License-Identifier: MIT
#include "mlp/base/portable_math.h"

#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace mlp::portable {
namespace {

constexpr double kInfinity = std::numeric_limits<double>::infinity();
constexpr double kTolerance = 4e-16;  // relative: what the header promises

TEST(PortableMath, ExpIsThatOfTheLibraryWithinItsPromise) {
  for (double x = -700.0; x < 700.0; x += 0.37) {
    EXPECT_NEAR(exp(x) / std::exp(x), 1.0, kTolerance) << x;
  }
  for (double x = -1.0; x < 1.0; x += 0.0011) {
    EXPECT_NEAR(exp(x) / std::exp(x), 1.0, kTolerance) << x;
  }
}

TEST(PortableMath, LogIsThatOfTheLibraryWithinItsPromise) {
  for (double x = 1e-300; x < 1e300; x *= 1.7) {
    EXPECT_NEAR(log(x) / std::log(x), 1.0, kTolerance) << x;
  }
  for (double x = 0.5; x < 2.0; x += 0.0013) {
    EXPECT_NEAR(log(x), std::log(x), kTolerance * std::abs(std::log(x)) + 1e-300) << x;
  }
}

TEST(PortableMath, Log1pKeepsTinyNumbers) {
  for (double x = 1e-20; x < 1e20; x *= 1.9) {
    EXPECT_NEAR(log1p(x) / std::log1p(x), 1.0, 2 * kTolerance) << x;
  }
  EXPECT_EQ(log1p(0.0), 0.0);
}

TEST(PortableMath, EdgesAreThoseOfTheLibrary) {
  EXPECT_EQ(exp(0.0), 1.0);
  EXPECT_EQ(log(1.0), 0.0);
  EXPECT_EQ(exp(-800.0), 0.0);
  EXPECT_EQ(exp(800.0), kInfinity);
  EXPECT_GT(exp(-745.0), 0.0);
  EXPECT_LT(exp(709.7), kInfinity);
  EXPECT_EQ(log(0.0), -kInfinity);
  EXPECT_EQ(log(kInfinity), kInfinity);
  EXPECT_TRUE(std::isnan(log(-1.0)));
  EXPECT_TRUE(std::isnan(exp(std::nan(""))));
  EXPECT_NEAR(log(5e-324) / std::log(5e-324), 1.0, kTolerance);
}

// FNV-1a over the bits of many results: the same number natively and in WebAssembly.
TEST(PortableMath, GivesTheSameBitsEverywhere) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&hash](double value) {
    hash = (hash ^ std::bit_cast<std::uint64_t>(value)) * 0x100000001b3ULL;
  };
  for (double x = 0.001; x < 50.0; x += 0.001) {
    add(exp(x));
    add(exp(-x));
    add(log(x));
    add(log1p(x));
  }
  EXPECT_EQ(hash, 0x99be8e5c7a43d7e2ULL);
}

}  // namespace
}  // namespace mlp::portable
