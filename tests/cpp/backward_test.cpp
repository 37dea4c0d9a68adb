// SPDX-License-Identifier: MIT
#include "mlp/notes/backward.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "mlp/methods/regularise.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/update.h"
#include "small_problem.h"

namespace mlp {
namespace {

// A problem with everything that has a gradient: a cost of its own, and that cost's derivatives.
struct Variation {
  Network network;
  double dropout = 0.0;
  double weight_decay = 0.0;
  double label_smoothing = 0.0;
  double positive_weight = 1.0;
};

class Problem {
 public:
  explicit Problem(const Variation& variation)
      : variation_(variation),
        problem_(variation.network, 6),
        cache_(make_cache(problem_.parameters, 6, true)) {
    if (variation.positive_weight != 1.0) {
      for (const double y : problem_.Y.reshaped()) {
        c_.push_back(y > 0.5 ? variation.positive_weight : 1.0);
      }
    }
    smooth_labels<double>(variation.network.g.output, variation.label_smoothing, problem_.Y);
    draw_masks({.rate = variation.dropout, .seed = 4}, 6, cache_);
  }

  Parameters<double>& parameters() { return problem_.parameters; }

  double cost() {
    run_forward();
    return mlp::cost<double>(variation_.network.g.output, cache_.back().Z, problem_.Y, weights()) +
           penalty(problem_.parameters, variation_.weight_decay);
  }

  Gradients<double> gradients() {
    Gradients<double> gradients = zeros<double>(variation_.network);
    run_forward();
    backward<double>(problem_.parameters, variation_.network.g.hidden, problem_.X, problem_.Y, 6,
                     cache_, gradients, dropout(), weights());
    add_penalty(problem_.parameters, variation_.weight_decay, gradients);
    return gradients;
  }

 private:
  void run_forward() {
    forward<double>(problem_.parameters, variation_.network.g, problem_.X, cache_, dropout());
  }
  Dropout dropout() const { return variation_.dropout > 0.0 ? Dropout::kOn : Dropout::kOff; }
  std::span<const double> weights() const { return c_; }

  Variation variation_;
  SmallProblem<double> problem_;
  Cache<double> cache_;
  std::vector<double> c_;
};

Gradients<double> gradients_of(const SmallProblem<double>& problem) {
  Cache<double> cache = make_cache(problem.parameters, problem.X.cols(), true);
  Gradients<double> gradients = zeros<double>(problem.network);
  forward<double>(problem.parameters, problem.network.g, problem.X, cache);
  backward<double>(problem.parameters, problem.network.g.hidden, problem.X, problem.Y,
                   problem.X.cols(), cache, gradients);
  return gradients;
}

// |analytic - numerical| / (|analytic| + |numerical|) of a whole dW_l or db_l, where
// numerical = (J(w + h) - J(w - h)) / 2h, weight by weight.
template <typename Numbers>
double relative_error(Problem& problem, Numbers& weights, const Numbers& analytic) {
  constexpr double h = 1e-5;
  Numbers numerical = analytic;
  for (Index i = 0; i < weights.size(); ++i) {
    const double w = weights(i);
    weights(i) = w + h;
    const double above = problem.cost();
    weights(i) = w - h;
    const double below = problem.cost();
    weights(i) = w;
    numerical(i) = (above - below) / (2.0 * h);
  }
  return (analytic - numerical).norm() / (analytic.norm() + numerical.norm());
}

void expect_gradients(const Variation& variation, double limit) {
  Problem problem(variation);
  const Gradients<double> gradients = problem.gradients();
  for (std::size_t l = 1; l <= gradients.size(); ++l) {
    SCOPED_TRACE("layer " + std::to_string(l));
    Layer<double>& layer = problem.parameters()[l - 1];
    EXPECT_LT(relative_error(problem, layer.W, gradients[l - 1].W), limit);
    EXPECT_LT(relative_error(problem, layer.b, gradients[l - 1].b), limit);
  }
}

class GradientCheckOfLayers : public testing::TestWithParam<Network> {};

TEST_P(GradientCheckOfLayers, AnalyticIsNumericalForEveryWAndB) {
  expect_gradients({.network = GetParam()}, 1e-7);
}

constexpr Functions kYesNo = {.output = Output::kSigmoid};

INSTANTIATE_TEST_SUITE_P(BothHeadsOneToFourLayers, GradientCheckOfLayers,
                         testing::Values(Network{.layers = {9, 5}}, Network{.layers = {9, 8, 5}},
                                         Network{.layers = {9, 8, 7, 5}},
                                         Network{.layers = {9, 8, 7, 6, 5}},
                                         Network{.layers = {9, 1}, .g = kYesNo},
                                         Network{.layers = {9, 8, 1}, .g = kYesNo},
                                         Network{.layers = {9, 8, 7, 1}, .g = kYesNo},
                                         Network{.layers = {9, 8, 7, 6, 1}, .g = kYesNo}));

// Every activation with every head and every set of the regularisers that have a gradient.
TEST(GradientCheckOfCombinations, AnalyticIsNumerical) {
  int checked = 0;
  for (const Activation hidden : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                  Activation::kSigmoid, Activation::kGelu}) {
    for (const Output output : {Output::kSoftmax, Output::kSigmoid}) {
      for (unsigned set = 0; set < 16; ++set) {
        const bool weighted = (set & 8U) != 0;
        if (weighted && output == Output::kSoftmax) continue;
        Variation variation;
        variation.network = {.layers = {9, 8, 7, output == Output::kSoftmax ? 5 : 1},
                             .g = {hidden, output}};
        variation.dropout = (set & 1U) != 0 ? 0.3 : 0.0;
        variation.weight_decay = (set & 2U) != 0 ? 0.05 : 0.0;
        variation.label_smoothing = (set & 4U) != 0 ? 0.1 : 0.0;
        variation.positive_weight = weighted ? 9.0 : 1.0;
        SCOPED_TRACE("activation " + std::to_string(static_cast<int>(hidden)) + " output " +
                     std::to_string(static_cast<int>(output)) + " set " + std::to_string(set));
        expect_gradients(variation, 1e-6);
        ++checked;
      }
    }
  }
  EXPECT_EQ(checked, 5 * (8 + 16));
}

TEST(Backward, OfPartsAddsUpToThatOfTheWholeBatch) {
  const SmallProblem<double> problem({.layers = {9, 8, 5}}, 6);
  const Gradients<double> whole = gradients_of(problem);
  Cache<double> cache = make_cache(problem.parameters, 4, true);
  Gradients<double> parts = zeros<double>(problem.network);
  for (const auto& [begin, m] : {std::pair<Index, Index>{0, 4}, {4, 2}}) {
    const MatrixView<double> X = problem.X.middleCols(begin, m);
    forward<double>(problem.parameters, problem.network.g, X, cache);
    backward<double>(problem.parameters, problem.network.g.hidden, X,
                     problem.Y.middleCols(begin, m), 6, cache, parts);
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
