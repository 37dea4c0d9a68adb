// SPDX-License-Identifier: MIT
#include "mlp/notes/cost.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mlp {
namespace {

// z with sigmoid(z) = p.
double logit(double p) { return std::log(p / (1.0 - p)); }

// The notes' definition for one example, -(y log p + (1 - y) log(1 - p)).
double by_definition(double y, double p) {
  return -(y * std::log(p) + (1.0 - y) * std::log(1.0 - p));
}

double binary_cost(double z, double y) {
  return cost<double>(Output::kSigmoid, Matrix<double>::Constant(1, 1, z),
                      Matrix<double>::Constant(1, 1, y));
}

// The four cases worked in the notes: log 0.9 = -0.105 and log 0.2 = -1.609.
TEST(Cost, OfTheFourCasesOfTheNotes) {
  EXPECT_NEAR(binary_cost(logit(0.9), 1.0), 0.105, 5e-4);
  EXPECT_NEAR(binary_cost(logit(0.2), 1.0), 1.609, 5e-4);
  EXPECT_NEAR(binary_cost(logit(0.1), 0.0), 0.105, 5e-4);
  EXPECT_NEAR(binary_cost(logit(0.8), 0.0), 1.609, 5e-4);
}

TEST(Cost, BinaryIsTheDefinition) {
  for (const double y : {0.0, 0.3, 1.0}) {
    for (double z = -8.0; z <= 8.0; z += 0.25) {
      const double p = 1.0 / (1.0 + std::exp(-z));
      EXPECT_NEAR(binary_cost(z, y), by_definition(y, p), 1e-12) << "y " << y << " z " << z;
    }
  }
}

TEST(Cost, CategoricalIsTheDefinition) {
  Matrix<double> Z(3, 2);  // (n_L, m)
  Z << 1.0, -2.0, 0.5, 3.0, -1.0, 0.0;
  Matrix<double> Y(3, 2);  // (n_L, m)
  Y << 0.0, 0.0, 1.0, 0.0, 0.0, 1.0;
  const Matrix<double> e = Z.array().exp();
  const double first = -std::log(e(1, 0) / e.col(0).sum());
  const double second = -std::log(e(2, 1) / e.col(1).sum());
  EXPECT_NEAR(cost<double>(Output::kSoftmax, Z, Y), (first + second) / 2.0, 1e-14);
}

TEST(Cost, StaysFiniteWhereTheDefinitionIsNot) {
  // sigmoid(1000) rounds to 1, and log(1 - 1) is infinite; the cost is 1000 all the same.
  EXPECT_DOUBLE_EQ(binary_cost(1000.0, 0.0), 1000.0);
  EXPECT_DOUBLE_EQ(binary_cost(-1000.0, 1.0), 1000.0);
  EXPECT_DOUBLE_EQ(binary_cost(1000.0, 1.0), 0.0);
  Matrix<float> Z(2, 1);
  Z << 1000.0F, -1000.0F;
  Matrix<float> Y(2, 1);
  Y << 0.0F, 1.0F;
  EXPECT_DOUBLE_EQ(cost<float>(Output::kSoftmax, Z, Y), 2000.0);
}

TEST(Cost, OfAnInfiniteOrUndefinedZIsNotFinite) {
  EXPECT_FALSE(std::isfinite(binary_cost(std::nan(""), 1.0)));
  EXPECT_FALSE(std::isfinite(binary_cost(-std::numeric_limits<double>::infinity(), 1.0)));
  Matrix<float> Z(2, 1);
  Z << std::numeric_limits<float>::quiet_NaN(), 1.0F;
  Matrix<float> Y(2, 1);
  Y << 0.0F, 1.0F;
  EXPECT_FALSE(std::isfinite(cost<float>(Output::kSoftmax, Z, Y)));
}

// What a network that knows nothing costs: log of the number of answers.
TEST(Cost, OfKnowingNothing) {
  EXPECT_NEAR(binary_cost(0.0, 1.0), std::log(2.0), 1e-15);
  Matrix<double> Y = Matrix<double>::Zero(10, 1);
  Y(4, 0) = 1.0;
  EXPECT_NEAR(cost<double>(Output::kSoftmax, Matrix<double>::Zero(10, 1), Y), std::log(10.0),
              1e-14);
}

}  // namespace
}  // namespace mlp
