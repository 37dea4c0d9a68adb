// SPDX-License-Identifier: MIT
#include "mlp/notes/forward.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mlp/notes/initialise.h"
#include "small_problem.h"

namespace mlp {
namespace {

// A network small enough to work out by hand: 2 - 2 - 1.
Parameters<double> by_hand() {
  Parameters<double> parameters = zeros<double>({.layers = {2, 2, 1}});
  parameters[0].W << 1.0, -1.0, 2.0, 0.5;
  parameters[0].b << 0.5, -1.0;
  parameters[1].W << 3.0, -2.0;
  parameters[1].b << 0.25;
  return parameters;
}

TEST(Forward, IsWhatOneWorksOutByHand) {
  const Parameters<double> parameters = by_hand();
  Matrix<double> X(2, 2);  // (n_0, m)
  X << 1.0, 0.0, 2.0, 1.0;
  Cache<double> cache = make_cache(parameters, 2, false);
  forward<double>(parameters, {.output = Output::kSigmoid}, X, cache);
  Matrix<double> Z_1(2, 2);
  Z_1 << -0.5, -0.5, 2.0, -0.5;
  EXPECT_EQ(cache[0].Z, Z_1);
  EXPECT_EQ(cache[0].A, Z_1.cwiseMax(0.0));
  EXPECT_DOUBLE_EQ(cache[1].Z(0, 0), -3.75);
  EXPECT_DOUBLE_EQ(cache[1].Z(0, 1), 0.25);
  EXPECT_NEAR(cache[1].A(0, 0), 1.0 / (1.0 + std::exp(3.75)), 1e-15);
}

TEST(Forward, SoftmaxColumnsSumToOne) {
  const SmallProblem<float> problem({.layers = {12, 9, 10}}, 17);
  Cache<float> cache = make_cache(problem.parameters, 17, false);
  forward<float>(problem.parameters, {}, problem.X, cache);
  for (Index i = 0; i < 17; ++i) EXPECT_NEAR(cache[1].A.col(i).sum(), 1.0F, 2e-6F);
  EXPECT_GE(cache[1].A.minCoeff(), 0.0F);
}

TEST(Forward, SurvivesLargeZ) {
  Parameters<float> parameters = zeros<float>({.layers = {1, 3}});
  parameters[0].W << 1.0F, 0.0F, -1.0F;
  Cache<float> cache = make_cache(parameters, 1, false);
  forward<float>(parameters, {}, Matrix<float>::Constant(1, 1, 1e30F), cache);
  EXPECT_EQ(cache[0].A(0, 0), 1.0F);
  EXPECT_EQ(cache[0].A(2, 0), 0.0F);
}

// Examples do not see each other: a part of a batch gives the same numbers as the whole.
TEST(Forward, TreatsEachExampleAlone) {
  const SmallProblem<double> problem({.layers = {12, 9, 7, 4}}, 8);
  Cache<double> whole = make_cache(problem.parameters, 8, false);
  forward<double>(problem.parameters, {}, problem.X, whole);
  Cache<double> part = make_cache(problem.parameters, 8, false);
  forward<double>(problem.parameters, {}, problem.X.middleCols(3, 2), part);
  EXPECT_TRUE(part[2].A.leftCols(2).isApprox(whole[2].A.middleCols(3, 2), 1e-14));
}

}  // namespace
}  // namespace mlp
