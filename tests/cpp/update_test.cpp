// SPDX-License-Identifier: MIT
#include "mlp/update.h"

#include <gtest/gtest.h>

#include "mlp/backward.h"
#include "mlp/cost.h"
#include "small_problem.h"

namespace mlp {
namespace {

TEST(Update, IsOneStepAgainstTheGradient) {
  Parameters<double> parameters = zeros<double>({.layers = {2, 1}});
  parameters[0].W << 1.0, -2.0;
  parameters[0].b << 0.5;
  Gradients<double> gradients = zeros<double>({.layers = {2, 1}});
  gradients[0].W << 10.0, -4.0;
  gradients[0].b << 1.0;
  update(parameters, gradients, 0.25);
  EXPECT_DOUBLE_EQ(parameters[0].W(0, 0), -1.5);
  EXPECT_DOUBLE_EQ(parameters[0].W(0, 1), -1.0);
  EXPECT_DOUBLE_EQ(parameters[0].b(0), 0.25);
  clear(gradients);
  EXPECT_EQ(gradients[0].W.norm() + gradients[0].b.norm(), 0.0);
}

// Full-batch gradient descent, as in the notes: the cost falls at every step.
TEST(Update, LowersTheCostAtEveryStepOfGradientDescent) {
  for (const Network& network :
       {Network{.layers = {9, 8, 5}}, Network{.layers = {9, 8, 1}, .g = {.output = Output::kSigmoid}}}) {
    SmallProblem<double> problem(network, 30);
    Cache<double> cache = make_cache(problem.parameters, 30, true);
    Gradients<double> gradients = zeros<double>(network);
    double before = 1e9;
    for (int step = 0; step < 50; ++step) {
      forward<double>(problem.parameters, network.g, problem.X, cache);
      const double now = cost<double>(network.g.output, cache.back().Z, problem.Y);
      EXPECT_LT(now, before);
      before = now;
      clear(gradients);
      backward<double>(problem.parameters, network.g.hidden, problem.X, problem.Y, 30, cache, gradients);
      update(problem.parameters, gradients, 0.05);
    }
  }
}

}  // namespace
}  // namespace mlp
