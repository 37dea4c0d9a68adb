// SPDX-License-Identifier: MIT
#include "mlp/base/rng.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <vector>

namespace mlp {
namespace {

// The output of the generator's own demonstration program (pcg32-demo) for seed 42, stream 54.
TEST(Rng, GivesThePublishedReferenceOutput) {
  Rng rng(42, 54);
  for (const std::uint32_t expected :
       {0xa15c02b7U, 0x7b47f409U, 0xba1d3330U, 0x83d2f293U, 0xbfa4784bU, 0xcbed606eU}) {
    EXPECT_EQ(rng.next(), expected);
  }
}

TEST(Rng, StreamsOfOneSeedDiffer) {
  Rng a(1, 1);
  Rng b(1, 2);
  int equal = 0;
  for (int i = 0; i < 1000; ++i) equal += static_cast<int>(a.next() == b.next());
  EXPECT_LE(equal, 1);
}

TEST(Rng, BelowIsUniform) {
  Rng rng(7);
  std::array<int, 6> counts{};
  for (int i = 0; i < 60000; ++i) ++counts[rng.below(6)];
  // Each count is 10000 with a standard deviation of 91; five of those on either side.
  for (const int count : counts) EXPECT_NEAR(count, 10000, 460);
  EXPECT_EQ(Rng(3).below(1), 0U);
}

TEST(Rng, NormalHasTheMomentsOfANormal) {
  Rng rng(11);
  constexpr int kCount = 100000;
  double sum = 0.0;
  double squares = 0.0;
  int beyond_two = 0;
  for (int i = 0; i < kCount; ++i) {
    const double value = rng.normal();
    sum += value;
    squares += value * value;
    beyond_two += static_cast<int>(std::abs(value) > 2.0);
  }
  EXPECT_NEAR(sum / kCount, 0.0, 0.016);      // five standard errors: 5 / sqrt(100000)
  EXPECT_NEAR(squares / kCount, 1.0, 0.023);  // 5 sqrt(2 / 100000)
  EXPECT_NEAR(beyond_two, 4550, 330);         // 4.55 %
}

TEST(Shuffle, KeepsEveryValueAndReachesEveryOrder) {
  Rng rng(5);
  std::array<int, 6> seen{};
  for (int i = 0; i < 6000; ++i) {
    std::vector<std::uint32_t> values = {0, 1, 2};
    shuffle(values, rng);
    const std::uint32_t code = values[0] * 2 + static_cast<std::uint32_t>(values[1] > values[2]);
    EXPECT_EQ(std::accumulate(values.begin(), values.end(), 0U), 3U);
    ++seen[code];
  }
  for (const int count : seen) EXPECT_NEAR(count, 1000, 150);
}

}  // namespace
}  // namespace mlp
