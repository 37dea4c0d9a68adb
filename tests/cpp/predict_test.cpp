// SPDX-License-Identifier: MIT
#include "mlp/notes/predict.h"

#include <gtest/gtest.h>

namespace mlp {
namespace {

TEST(Predict, SaysYesFromOneHalf) {
  Matrix<float> A(1, 3);
  A << 0.49F, 0.5F, 0.9F;
  EXPECT_EQ(predict<float>(Output::kSigmoid, A, 0), 0);
  EXPECT_EQ(predict<float>(Output::kSigmoid, A, 1), 1);
  EXPECT_EQ(predict<float>(Output::kSigmoid, A, 2), 1);
}

TEST(Predict, TakesTheMostProbableClassAndTheFirstOfEquals) {
  Matrix<float> A(3, 2);
  A << 0.2F, 0.4F, 0.5F, 0.4F, 0.3F, 0.2F;
  EXPECT_EQ(predict<float>(Output::kSoftmax, A, 0), 1);
  EXPECT_EQ(predict<float>(Output::kSoftmax, A, 1), 0);
}

}  // namespace
}  // namespace mlp
