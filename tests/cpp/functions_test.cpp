// SPDX-License-Identifier: MIT
// The functions in float32 against those in double, over all that a training may bring.
#include "kernels/functions.h"

#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <string>

#include "mlp/base/portable_math.h"
#include "operands.h"

namespace mlp::kernels {
namespace {

constexpr float kNan = std::numeric_limits<float>::quiet_NaN();

template <typename Function>
double of_one(Function function, float x) {
  float results[4];
  store(results, function(splat(x)));
  return results[2];
}

double in_double(Activation g, double z) {
  Matrix<double> A(1, 1);
  activate<double>(g, Matrix<double>::Constant(1, 1, z), A);
  return A(0, 0);
}

double slope_in_double(Activation g, double z) {
  const Matrix<double> one = Matrix<double>::Ones(1, 1);
  Matrix<double> dZ(1, 1);
  activate_backward<double>(g, Matrix<double>::Constant(1, 1, z), one, dZ);
  return dZ(0, 0);
}

// Calls check(z) for numbers of either sign: close together near 0, and far out.
template <typename Check>
void for_numbers(float largest, Check check) {
  for (float z = 1e-30F; z < largest; z *= z < 1e-3F ? 3.0F : 1.003F) {
    check(z);
    check(-z);
  }
  check(0.0F);
}

TEST(Functions, ExpOfNegativeIsOffByLessThanThreeTenMillionths) {
  double largest = 0.0;
  for_numbers(87.0F, [&](float z) {
    const float x = -std::abs(z);
    const double exact = portable::exp(x);
    const double error = std::abs(of_one(exp_of_negative<F32x4>, x) - exact) / exact;
    largest = std::max(largest, error);
  });
  EXPECT_LT(largest, 3e-7);
  const double least = of_one(exp_of_negative<F32x4>, -87.0F);
  EXPECT_EQ(of_one(exp_of_negative<F32x4>, -1e30F), least);
  EXPECT_EQ(of_one(exp_of_negative<F32x4>, -std::numeric_limits<float>::infinity()), least);
  EXPECT_EQ(of_one(exp_of_negative<F32x4>, 0.0F), 1.0);
}

TEST(Functions, ActivationsAreThoseInDouble) {
  for (const Activation g : kActivations) {
    SCOPED_TRACE(name_of(g));
    double largest = 0.0;
    for_numbers(1e6F, [&](float z) {
      const double error =
          std::abs(of_one([g](F32x4 of) { return activation(g, of); }, z) - in_double(g, z));
      largest = std::max(largest, error / (1.0 + std::abs(static_cast<double>(z))));
    });
    EXPECT_LT(largest, kActivationError);
  }
}

TEST(Functions, SlopesAreThoseInDouble) {
  for (const Activation g : kActivations) {
    SCOPED_TRACE(name_of(g));
    double largest = 0.0;
    for_numbers(1e6F, [&](float z) {
      const double error =
          std::abs(of_one([g](F32x4 of) { return slope(g, of); }, z) - slope_in_double(g, z));
      largest = std::max(largest, error);
    });
    EXPECT_LT(largest, kSlopeError);
  }
}

TEST(Functions, KeepNan) {
  EXPECT_TRUE(std::isnan(of_one(exp_of_negative<F32x4>, kNan)));
  for (const Activation g : kActivations) {
    EXPECT_TRUE(std::isnan(of_one([g](F32x4 z) { return activation(g, z); }, kNan))) << name_of(g);
  }
}

// A cost that grows beyond all bounds must be seen as such, and not as NaN before its time.
TEST(Functions, AreFiniteForEveryFiniteNumberThatTheirValueIsFiniteFor) {
  for (const Activation g : kActivations) {
    for (const float z : {-3e38F, -1e20F, -1e13F, 1e13F, 1e20F, 3e38F}) {
      SCOPED_TRACE(name_of(g) + " of " + std::to_string(z));
      EXPECT_TRUE(std::isfinite(of_one([g](F32x4 of) { return activation(g, of); }, z)));
      EXPECT_TRUE(std::isfinite(of_one([g](F32x4 of) { return slope(g, of); }, z)));
    }
  }
}

}  // namespace
}  // namespace mlp::kernels
