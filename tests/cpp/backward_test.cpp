// SPDX-License-Identifier: MIT
#include "mlp/backward.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "mlp/cost.h"
#include "mlp/update.h"
#include "small_problem.h"

namespace mlp {
namespace {

double cost_of(const SmallProblem<double>& problem, const Parameters<double>& parameters,
               Cache<double>& cache) {
  forward<double>(parameters, problem.network.g, problem.X, cache);
  return cost<double>(problem.network.g.output, cache.back().Z, problem.Y);
}

Gradients<double> gradients_of(const SmallProblem<double>& problem) {
  Cache<double> cache = make_cache(problem.parameters, problem.X.cols(), true);
  Gradients<double> gradients = zeros<double>(problem.network);
  forward<double>(problem.parameters, problem.network.g, problem.X, cache);
  backward<double>(problem.parameters, problem.network.g.hidden, problem.X, problem.Y, problem.X.cols(), cache, gradients);
  return gradients;
}

// |analytic - numerical| / (|analytic| + |numerical|) of a whole dW_l or db_l, where
// numerical = (J(w + h) - J(w - h)) / 2h, weight by weight.
template <typename Numbers>
double relative_error(const SmallProblem<double>& problem, Parameters<double>& parameters,
                      Numbers& weights, const Numbers& analytic) {
  constexpr double h = 1e-5;
  Cache<double> cache = make_cache(parameters, problem.X.cols(), false);
  Numbers numerical = analytic;
  for (Index i = 0; i < weights.size(); ++i) {
    const double w = weights(i);
    weights(i) = w + h;
    const double above = cost_of(problem, parameters, cache);
    weights(i) = w - h;
    const double below = cost_of(problem, parameters, cache);
    weights(i) = w;
    numerical(i) = (above - below) / (2.0 * h);
  }
  return (analytic - numerical).norm() / (analytic.norm() + numerical.norm());
}

class GradientCheck : public testing::TestWithParam<Network> {};

TEST_P(GradientCheck, AnalyticIsNumericalForEveryWAndB) {
  const SmallProblem<double> problem(GetParam(), 6);
  const Gradients<double> gradients = gradients_of(problem);
  Parameters<double> parameters = problem.parameters;
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    SCOPED_TRACE("layer " + std::to_string(l));
    Matrix<double>& W = parameters[l - 1].W;
    Vector<double>& b = parameters[l - 1].b;
    EXPECT_LT(relative_error(problem, parameters, W, gradients[l - 1].W), 1e-7);
    EXPECT_LT(relative_error(problem, parameters, b, gradients[l - 1].b), 1e-7);
  }
}

INSTANTIATE_TEST_SUITE_P(
    BothHeadsOneToFourLayers, GradientCheck,
    testing::Values(Network{.layers = {9, 5}}, Network{.layers = {9, 8, 5}},
                    Network{.layers = {9, 8, 7, 5}}, Network{.layers = {9, 8, 7, 6, 5}},
                    Network{.layers = {9, 1}, .g = {.output = Output::kSigmoid}},
                    Network{.layers = {9, 8, 1}, .g = {.output = Output::kSigmoid}},
                    Network{.layers = {9, 8, 7, 1}, .g = {.output = Output::kSigmoid}},
                    Network{.layers = {9, 8, 7, 6, 1}, .g = {.output = Output::kSigmoid}}));

TEST(Backward, OfPartsAddsUpToThatOfTheWholeBatch) {
  const SmallProblem<double> problem({.layers = {9, 8, 5}}, 6);
  const Gradients<double> whole = gradients_of(problem);
  Cache<double> cache = make_cache(problem.parameters, 4, true);
  Gradients<double> parts = zeros<double>(problem.network);
  for (const auto& [begin, m] : {std::pair<Index, Index>{0, 4}, {4, 2}}) {
    const MatrixView<double> X = problem.X.middleCols(begin, m);
    forward<double>(problem.parameters, problem.network.g, X, cache);
    backward<double>(problem.parameters, problem.network.g.hidden, X, problem.Y.middleCols(begin, m), 6, cache, parts);
  }
  for (std::size_t l = 0; l < whole.size(); ++l) {
    EXPECT_TRUE(parts[l].W.isApprox(whole[l].W, 1e-13));
    EXPECT_TRUE(parts[l].b.isApprox(whole[l].b, 1e-13));
  }
}

TEST(Backward, OfOneOutputIsTheFormulaOfTheNotes) {
  // One layer, one example: dW = (p - y) x^T and db = p - y.
  const SmallProblem<double> problem({.layers = {4, 1}, .g = {.output = Output::kSigmoid}}, 1);
  const Gradients<double> gradients = gradients_of(problem);
  Cache<double> cache = make_cache(problem.parameters, 1, false);
  forward<double>(problem.parameters, {.output = Output::kSigmoid}, problem.X, cache);
  const double dZ = cache[0].A(0, 0) - problem.Y(0, 0);
  EXPECT_NEAR(gradients[0].b(0), dZ, 1e-16);
  EXPECT_TRUE(gradients[0].W.isApprox(dZ * problem.X.transpose(), 1e-15));
}

TEST(Backward, PassesNothingThroughAUnitAtRest) {
  SmallProblem<double> problem({.layers = {9, 8, 5}}, 6);
  problem.parameters[0].b(2) = -1e6;  // unit 2 never fires
  const Gradients<double> gradients = gradients_of(problem);
  EXPECT_TRUE((gradients[0].W.row(2).array() == 0.0).all());
  EXPECT_EQ(gradients[0].b(2), 0.0);
  EXPECT_GT(gradients[0].W.norm(), 0.0);
}

}  // namespace
}  // namespace mlp
