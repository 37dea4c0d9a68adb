// SPDX-License-Identifier: MIT
#include "mlp/notes/update.h"

#include <gtest/gtest.h>

#include <cmath>

#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
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

// One weight, two steps, by hand; PyTorch's numbers are in parity_test.cpp.
double after_two_steps(const Optimizer& optimizer, double alpha) {
  Parameters<double> parameters = zeros<double>({.layers = {1, 1}});
  Gradients<double> gradients = zeros<double>({.layers = {1, 1}});
  OptimizerState<double> state = make_state(optimizer.method, parameters);
  parameters[0].W(0, 0) = 1.0;
  for (const double g : {2.0, -1.0}) {
    gradients[0].W(0, 0) = g;
    update(parameters, gradients, optimizer, alpha, 0.0, state);
  }
  return parameters[0].W(0, 0);
}

TEST(Update, OfEachMethodIsItsFormula) {
  EXPECT_DOUBLE_EQ(after_two_steps({.method = Method::kGradientDescent}, 0.1), 1.0 - 0.2 + 0.1);
  // v = 2, then 0.5 * 2 - 1 = 0.
  EXPECT_DOUBLE_EQ(after_two_steps({.method = Method::kMomentum, .momentum = 0.5}, 0.1), 1.0 - 0.2);
  // g + mu v = 2 + 1, then -1 + 0.
  EXPECT_DOUBLE_EQ(after_two_steps({.method = Method::kNesterov, .momentum = 0.5}, 0.1),
                   1.0 - 0.3 + 0.1);
  // s = 2, then 0.5 * 2 + 0.5 = 1.5.
  EXPECT_NEAR(after_two_steps({.method = Method::kRmsprop, .rho = 0.5}, 0.1),
              1.0 - 0.2 / std::sqrt(2.0) + 0.1 / std::sqrt(1.5), 1e-8);
  // The first step of Adam has the size of alpha.
  const double m = (0.5 * 1.0 - 0.5) / (1 - 0.25);
  EXPECT_NEAR(after_two_steps({.method = Method::kAdam, .beta_1 = 0.5, .beta_2 = 0.5}, 0.1),
              1.0 - 0.1 - 0.1 * m / std::sqrt((0.5 * 2.0 + 0.5) / (1 - 0.25)), 1e-8);
}

TEST(Update, AdamWDecaysWeightsAndNotBiases) {
  Parameters<double> parameters = zeros<double>({.layers = {1, 1}});
  parameters[0].W(0, 0) = 2.0;
  parameters[0].b(0) = 2.0;
  const Gradients<double> gradients = zeros<double>({.layers = {1, 1}});
  OptimizerState<double> state = make_state(Method::kAdamW, parameters);
  update(parameters, gradients, {.method = Method::kAdamW}, 0.5, 0.1, state);
  EXPECT_DOUBLE_EQ(parameters[0].W(0, 0), 2.0 * (1.0 - 0.05));
  EXPECT_DOUBLE_EQ(parameters[0].b(0), 2.0);
}

// Full-batch gradient descent, as in the notes: the cost falls at every step.
TEST(Update, LowersTheCostAtEveryStepOfGradientDescent) {
  for (const Network& network : {Network{.layers = {9, 8, 5}},
                                 Network{.layers = {9, 8, 1}, .g = {.output = Output::kSigmoid}}}) {
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
      backward<double>(problem.parameters, network.g.hidden, problem.X, problem.Y, 30, cache,
                       gradients);
      update(problem.parameters, gradients, 0.05);
    }
  }
}

}  // namespace
}  // namespace mlp
