// SPDX-License-Identifier: MIT
#include "mlp/methods/activation.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mlp {
namespace {

double value(Activation g, double z) {
  Matrix<double> A(1, 1);
  activate<double>(g, Matrix<double>::Constant(1, 1, z), A);
  return A(0, 0);
}

double slope(Activation g, double z) {
  Matrix<double> dZ(1, 1);
  activate_backward<double>(g, Matrix<double>::Constant(1, 1, z),
                            Matrix<double>::Constant(1, 1, 2.0), dZ);
  return dZ(0, 0) / 2.0;
}

TEST(Activation, AreTheirDefinitions) {
  for (double z = -6.0; z <= 6.0; z += 0.37) {
    EXPECT_DOUBLE_EQ(value(Activation::kRelu, z), std::max(z, 0.0));
    EXPECT_DOUBLE_EQ(value(Activation::kLeakyRelu, z), z > 0 ? z : 0.01 * z);
    EXPECT_NEAR(value(Activation::kTanh, z), std::tanh(z), 1e-15);
    EXPECT_NEAR(value(Activation::kSigmoid, z), 1.0 / (1.0 + std::exp(-z)), 1e-15);
    // Within 0.001 of the exact z Phi(z), which the formula approximates.
    EXPECT_NEAR(value(Activation::kGelu, z), 0.5 * z * std::erfc(-z / std::sqrt(2.0)), 1e-3);
  }
}

TEST(Activation, SlopesAreDerivatives) {
  for (const Activation g : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                             Activation::kSigmoid, Activation::kGelu}) {
    for (double z = -5.03; z <= 5.0; z += 0.31) {
      const double h = 1e-6;
      const double numerical = (value(g, z + h) - value(g, z - h)) / (2 * h);
      EXPECT_NEAR(slope(g, z), numerical, 1e-9) << static_cast<int>(g) << " at " << z;
    }
  }
}

TEST(Activation, SurviveLargeZ) {
  for (const double z : {-1e30, 1e30}) {
    EXPECT_EQ(value(Activation::kTanh, z), z > 0 ? 1.0 : -1.0);
    EXPECT_EQ(value(Activation::kSigmoid, z), z > 0 ? 1.0 : 0.0);
    EXPECT_EQ(slope(Activation::kSigmoid, z), 0.0);
  }
}

}  // namespace
}  // namespace mlp
