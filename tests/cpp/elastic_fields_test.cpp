// SPDX-License-Identifier: MIT
// The displacements of elastic distortion, of which an image takes a window.
#include <gtest/gtest.h>

#include <cmath>

#include "mlp/data/augment.h"

namespace mlp {
namespace {

constexpr Index kSide = 28;

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

}  // namespace
}  // namespace mlp
