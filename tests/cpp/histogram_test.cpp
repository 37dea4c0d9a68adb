// SPDX-License-Identifier: MIT
#include "mlp/insight/histogram.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace mlp {
namespace {

using Counts = std::vector<std::uint32_t>;

TEST(Histogram, GoesFromTheSmallestToTheLargest) {
  const std::array<double, 7> numbers = {-1.0, 3.0, 0.0, 0.5, 2.999, -0.5, 1.0};
  const Histogram four = histogram(numbers, 4);  // -1, 0, 1, 2, 3
  EXPECT_EQ(four.from, -1.0);
  EXPECT_EQ(four.to, 3.0);
  EXPECT_EQ(four.counts, Counts({2, 2, 1, 2}));
  EXPECT_EQ(histogram(numbers, 1).counts, Counts({7}));
}

TEST(Histogram, PutsEqualNumbersInTheMiddle) {
  const std::array<double, 3> numbers = {2.0, 2.0, 2.0};
  const Histogram three = histogram(numbers, 3);
  EXPECT_EQ(three.from, 1.5);
  EXPECT_EQ(three.to, 2.5);
  EXPECT_EQ(three.counts, Counts({0, 3, 0}));
}

TEST(Histogram, LeavesOutWhatHasNoPlace) {
  const double infinity = std::numeric_limits<double>::infinity();
  const std::array<double, 6> numbers = {infinity,  0.0, std::numeric_limits<double>::quiet_NaN(),
                                         -infinity, 1.0, 1e300};
  const Histogram two = histogram(numbers, 2);
  EXPECT_EQ(two.to, 1.0);
  EXPECT_EQ(two.counts, Counts({1, 1}));
  EXPECT_EQ(histogram(std::span(numbers).first(1), 2).counts, Counts({0, 0}));
  EXPECT_EQ(histogram({}, 2).to, 1.0);
}

TEST(Histogram, HoldsNumbersFarApartAndCloseTogether) {
  const double largest = std::numeric_limits<float>::max();
  EXPECT_EQ(histogram(std::array{-largest, largest, 0.0}, 2).counts, Counts({1, 2}));
  const double smallest = std::numeric_limits<double>::denorm_min();
  EXPECT_EQ(histogram(std::array{0.0, smallest}, 2).counts, Counts({1, 1}));
}

}  // namespace
}  // namespace mlp
