// SPDX-License-Identifier: MIT
#include "mlp/notes/reshape.h"

#include <gtest/gtest.h>

#include <vector>

namespace mlp {
namespace {

// X[m,28,28] -> X[784,m]: pixel (row, column) of image i is X(28 row + column, i), scaled to 0
// ... 1.
TEST(Reshape, PutsEachChosenImageIntoAColumn) {
  constexpr std::size_t kPixels = 28 * 28;
  std::vector<std::uint8_t> images(3 * kPixels);
  for (std::size_t i = 0; i < images.size(); ++i) images[i] = static_cast<std::uint8_t>(i % 256);
  const std::vector<std::uint32_t> chosen = {2, 0};
  Matrix<float> X(kPixels, 2);
  reshape<float>(images, chosen, X);
  for (const std::size_t row : {0U, 13U, 27U}) {
    for (const std::size_t column : {0U, 5U, 27U}) {
      const std::size_t pixel = 28 * row + column;
      const auto r = static_cast<Index>(pixel);
      EXPECT_FLOAT_EQ(X(r, 0), static_cast<float>(images[2 * kPixels + pixel]) / 255.0F);
      EXPECT_FLOAT_EQ(X(r, 1), static_cast<float>(images[pixel]) / 255.0F);
    }
  }
}

TEST(Reshape, ScalesWhiteToZeroAndInkToOne) {
  const std::vector<std::uint8_t> images = {0, 255};
  const std::vector<std::uint32_t> chosen = {0};
  Matrix<double> X(2, 1);
  reshape<double>(images, chosen, X);
  EXPECT_EQ(X(0, 0), 0.0);
  EXPECT_DOUBLE_EQ(X(1, 0), 1.0);
}

TEST(ReshapeLabels, AreOneHotForSoftmax) {
  const std::vector<std::uint8_t> labels = {1, 0, 2};
  const std::vector<std::uint32_t> chosen = {2, 0, 1};
  Matrix<float> Y = Matrix<float>::Constant(3, 3, 7.0F);
  reshape_labels<float>(labels, chosen, Output::kSoftmax, 0, Y);
  Matrix<float> expected(3, 3);
  expected << 0, 0, 1, 0, 1, 0, 1, 0, 0;
  EXPECT_EQ(Y, expected);
}

TEST(ReshapeLabels, SayWhetherItIsThePositiveOneForSigmoid) {
  const std::vector<std::uint8_t> labels = {3, 8, 3};
  const std::vector<std::uint32_t> chosen = {0, 1, 2};
  Matrix<float> Y(1, 3);
  reshape_labels<float>(labels, chosen, Output::kSigmoid, 3, Y);
  Matrix<float> expected(1, 3);
  expected << 1, 0, 1;
  EXPECT_EQ(Y, expected);
}

}  // namespace
}  // namespace mlp
