// SPDX-License-Identifier: MIT
#include "mlp/methods/regularise.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mlp/notes/forward.h"
#include "mlp/notes/initialise.h"
#include "small_problem.h"

namespace mlp {
namespace {

double norm(const Parameters<double>& of) {
  double sum = 0.0;
  for (const Layer<double>& layer : of) sum += layer.W.squaredNorm() + layer.b.squaredNorm();
  return std::sqrt(sum);
}

TEST(Clip, ScalesAllGradientsTogetherToTheLimit) {
  const SmallProblem<double> problem({.layers = {9, 8, 5}}, 1);
  Gradients<double> gradients = problem.parameters;
  const double before = norm(gradients);
  EXPECT_NEAR(clip(0.5, gradients), before, 1e-12);
  EXPECT_NEAR(norm(gradients), 0.5, 1e-12);
  EXPECT_TRUE(gradients[0].W.isApprox(problem.parameters[0].W * (0.5 / before), 1e-12));
  EXPECT_NEAR(clip(1.0, gradients), 0.5, 1e-12) << "below the limit nothing changes";
  EXPECT_NEAR(norm(gradients), 0.5, 1e-12);
}

TEST(LimitNorms, ScalesTheWeightsIntoAUnit) {
  Parameters<double> parameters = zeros<double>({.layers = {2, 2, 1}});
  parameters[0].W << 3.0, 4.0, 0.3, 0.4;
  parameters[0].b << 7.0, 7.0;
  limit_norms(2.5, parameters);
  Matrix<double> expected(2, 2);
  expected << 1.5, 2.0, 0.3, 0.4;
  EXPECT_TRUE(parameters[0].W.isApprox(expected, 1e-15));
  EXPECT_EQ(parameters[0].b(0), 7.0) << "biases are free";
}

TEST(Penalty, IsHalfLambdaTimesTheSquaresOfTheWeights) {
  Parameters<double> parameters = zeros<double>({.layers = {2, 1}});
  parameters[0].W << 3.0, 4.0;
  parameters[0].b << 100.0;
  EXPECT_DOUBLE_EQ(penalty(parameters, 0.1), 1.25);
  Gradients<double> gradients = zeros<double>({.layers = {2, 1}});
  add_penalty(parameters, 0.1, gradients);
  EXPECT_DOUBLE_EQ(gradients[0].W(0, 1), 0.4);
  EXPECT_EQ(gradients[0].b(0), 0.0);
}

TEST(SmoothLabels, KeepsEachColumnASumOfOne) {
  Matrix<double> Y = Matrix<double>::Zero(4, 1);
  Y(2, 0) = 1.0;
  smooth_labels<double>(Output::kSoftmax, 0.2, Y);
  EXPECT_DOUBLE_EQ(Y(2, 0), 0.85);
  EXPECT_DOUBLE_EQ(Y(0, 0), 0.05);
  Matrix<double> yes = Matrix<double>::Ones(1, 1);
  smooth_labels<double>(Output::kSigmoid, 0.2, yes);
  EXPECT_DOUBLE_EQ(yes(0, 0), 0.9);
}

TEST(Masks, DropTheirShareAndKeepTheMean) {
  const SmallProblem<double> problem({.layers = {9, 200, 5}}, 100);
  Cache<double> cache = make_cache(problem.parameters, 100, true);
  draw_masks({.rate = 0.25, .seed = 3}, 100, cache);
  const Matrix<double>& D = cache[0].D;
  const double dropped = (D.array() == 0.0).cast<double>().mean();
  // 20,000 numbers: a standard error of 0.003; five of those.
  EXPECT_NEAR(dropped, 0.25, 0.016);
  EXPECT_NEAR(D.mean(), 1.0, 0.021);
  EXPECT_NEAR(D.maxCoeff(), 4.0 / 3.0, 1e-15);
  EXPECT_EQ(cache[1].D.size(), 0) << "the last layer drops nothing";
}

}  // namespace
}  // namespace mlp
