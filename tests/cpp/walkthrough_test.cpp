// SPDX-License-Identifier: MIT
#include "mlp/insight/walkthrough.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "made_up_data.h"
#include "mlp/base/precision.h"
#include "mlp/insight/gradient_check.h"
#include "mlp/methods/activation.h"
#include "mlp/notes/initialise.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr std::size_t kPixels = 49;

struct Setting {
  Network network = {.layers = {kPixels, 12, 8, 10}, .g = {.hidden = Activation::kTanh}};
  Parameters<float> parameters = initialise<float>(network);
  MadeUpData data{4, kPixels};

  Walkthrough walk(Index updates) {
    Walkthrough w;
    const Status status = mlp::walk(network, parameters, data.images, data.labels, 0.1, updates, w);
    EXPECT_TRUE(status.ok()) << status.text;
    return w;
  }
};

TEST(Walkthrough, IsWhatTrainingDoes) {
  Setting setting;
  const Walkthrough w = setting.walk(0);
  Trainer trainer;
  ASSERT_TRUE(trainer.configure(setting.network).ok());
  ASSERT_TRUE(trainer.load(Part::kTrain, setting.data.images, setting.data.labels).ok());
  Progress progress;
  ASSERT_TRUE(trainer.advance({.batch_size = 4, .learning_rate = 0.1}, 4, true, progress).ok());
  EXPECT_NEAR(progress.cost, w.cost, 1e-6);
  for (std::size_t l = 0; l < w.after.size(); ++l) {
    // Training sums in float32, and in another order.
    const Layer<double> trained = widen(trainer.parameters())[l];
    EXPECT_TRUE(w.after[l].W.isApprox(trained.W, 1e-6));
    EXPECT_TRUE(w.after[l].b.isApprox(trained.b, 1e-6));
    EXPECT_EQ(w.before[l].W, setting.parameters[l].W.cast<double>());
    EXPECT_TRUE(w.after[l].W.isApprox(w.before[l].W - 0.1 * w.gradients[l].W, 1e-15));
  }
}

TEST(Walkthrough, HoldsTheNumbersOfEachStep) {
  Setting setting;
  const Walkthrough w = setting.walk(0);
  EXPECT_EQ(w.X.cols(), 4);
  EXPECT_EQ(w.Y.colwise().sum(), Matrix<double>::Ones(1, 4));
  const Matrix<double> Z_1 = (w.before[0].W * w.X).colwise() + w.before[0].b;
  EXPECT_TRUE(w.cache[0].Z.isApprox(Z_1, 1e-12));
  EXPECT_TRUE(w.cache[2].dZ.isApprox(w.cache[2].A - w.Y, 1e-12));
  const Matrix<double> dW_2 = w.cache[1].dZ * w.cache[0].A.transpose() / 4.0;
  EXPECT_TRUE(w.gradients[1].W.isApprox(dW_2, 1e-12));
}

// The notes' chain rule of the last layer, entry by entry, beside the short form that trains.
TEST(Walkthrough, HasTheChainRuleOfClasses) {
  Setting setting;
  const Walkthrough w = setting.walk(0);
  const Matrix<double>& A = w.cache[2].A;
  for (Index i = 0; i < A.cols(); ++i) {
    for (Index j = 0; j < A.rows(); ++j) {
      const double dA = w.Y(j, i) == 1.0 ? -1.0 / A(j, i) : 0.0;
      EXPECT_NEAR(w.cache[2].dA(j, i), dA, 1e-12);
      EXPECT_NEAR(w.slopes[2](j, i), A(j, i) * (1.0 - A(j, i)), 1e-15);
      double dz = 0.0;
      for (Index k = 0; k < A.rows(); ++k) {
        dz += w.cache[2].dA(k, i) * A(k, i) * ((k == j ? 1.0 : 0.0) - A(j, i));
      }
      EXPECT_NEAR(w.dZ_chain(j, i), dz, 1e-12);
      EXPECT_NEAR(w.dZ_chain(j, i), w.cache[2].dZ(j, i), 1e-12);
    }
  }
}

TEST(Walkthrough, HasTheChainRuleOfAYesNoQuestion) {
  Setting setting;
  setting.network = {.layers = {kPixels, 12, 1}, .g = {.output = Output::kSigmoid}};
  setting.network.positive = setting.data.labels.front();
  setting.parameters = initialise<float>(setting.network);
  const Walkthrough w = setting.walk(0);
  EXPECT_EQ(w.Y(0, 0), 1.0);
  for (Index i = 0; i < w.Y.cols(); ++i) {
    const double a = w.cache[1].A(0, i);
    const double dA = w.Y(0, i) == 1.0 ? -1.0 / a : 1.0 / (1.0 - a);
    EXPECT_NEAR(w.cache[1].dA(0, i), dA, 1e-12);
    EXPECT_NEAR(w.slopes[1](0, i), a * (1.0 - a), 1e-15);
    EXPECT_NEAR(w.dZ_chain(0, i), dA * a * (1.0 - a), 1e-12);
    EXPECT_NEAR(w.dZ_chain(0, i), w.cache[1].dZ(0, i), 1e-12);
  }
}

TEST(Walkthrough, HasTheSlopeOfEachHiddenLayer) {
  for (const Activation hidden : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                  Activation::kSigmoid, Activation::kGelu}) {
    Setting setting;
    setting.network.g.hidden = hidden;
    const Walkthrough w = setting.walk(0);
    for (std::size_t l = 1; l <= 2; ++l) {
      const LayerCache<double>& layer = w.cache[l - 1];
      EXPECT_TRUE(layer.dZ.isApprox(layer.dA.cwiseProduct(w.slopes[l - 1]), 1e-15));
      constexpr double kH = 1e-6;
      Matrix<double> above = layer.Z.array() + kH;
      Matrix<double> below = layer.Z.array() - kH;
      activate<double>(hidden, above, above);
      activate<double>(hidden, below, below);
      EXPECT_TRUE(w.slopes[l - 1].isApprox((above - below) / (2.0 * kH), 1e-6));
    }
  }
}

// Why training takes the short form: a sure answer rounds to 1, and the chain rule divides by 0.
TEST(Walkthrough, KeepsTheShortFormWhereTheChainRuleBreaks) {
  Setting setting;
  setting.network = {.layers = {kPixels, 1}, .g = {.output = Output::kSigmoid}};
  setting.network.positive = 255;  // so the answer is no
  setting.parameters = initialise<float>(setting.network);
  setting.parameters.back().b(0) = 200.0F;
  const Walkthrough w = setting.walk(0);
  EXPECT_TRUE(std::isinf(w.cache[0].dA(0, 0)));
  EXPECT_TRUE(std::isnan(w.dZ_chain(0, 0)));
  EXPECT_EQ(w.cache[0].dZ(0, 0), 1.0);
  EXPECT_TRUE(std::isfinite(w.cost));
}

TEST(Walkthrough, GivesEachMatrixByItsName) {
  Setting setting;
  const Walkthrough w = setting.walk(0);
  const auto holds = [&](WalkMatrix of, Index l, const auto& matrix) {
    const std::span<const double> numbers = w.numbers(of, l);
    return numbers.data() == matrix.data() &&
           static_cast<Index>(numbers.size()) == static_cast<Index>(matrix.size());
  };
  EXPECT_TRUE(holds(WalkMatrix::kX, 0, w.X));
  EXPECT_TRUE(holds(WalkMatrix::kY, 0, w.Y));
  EXPECT_TRUE(holds(WalkMatrix::kDZChain, 0, w.dZ_chain));
  for (Index l = 1; l <= 3; ++l) {
    const auto at = static_cast<std::size_t>(l - 1);
    EXPECT_TRUE(holds(WalkMatrix::kW, l, w.before[at].W));
    EXPECT_TRUE(holds(WalkMatrix::kB, l, w.before[at].b));
    EXPECT_TRUE(holds(WalkMatrix::kZ, l, w.cache[at].Z));
    EXPECT_TRUE(holds(WalkMatrix::kA, l, w.cache[at].A));
    EXPECT_TRUE(holds(WalkMatrix::kSlope, l, w.slopes[at]));
    EXPECT_TRUE(holds(WalkMatrix::kDA, l, w.cache[at].dA));
    EXPECT_TRUE(holds(WalkMatrix::kDZ, l, w.cache[at].dZ));
    EXPECT_TRUE(holds(WalkMatrix::kDW, l, w.gradients[at].W));
    EXPECT_TRUE(holds(WalkMatrix::kDb, l, w.gradients[at].b));
    EXPECT_TRUE(holds(WalkMatrix::kWAfter, l, w.after[at].W));
    EXPECT_TRUE(holds(WalkMatrix::kBAfter, l, w.after[at].b));
  }
  EXPECT_TRUE(w.numbers(WalkMatrix::kZ, 0).empty());
  EXPECT_TRUE(w.numbers(WalkMatrix::kZ, 4).empty());
}

TEST(Walkthrough, UpdatesLowerTheCostOfTheirBatch) {
  Setting setting;
  double before = 1e9;
  for (Index updates = 0; updates < 20; ++updates) {
    const Walkthrough w = setting.walk(updates);
    EXPECT_LT(w.cost, before);
    EXPECT_LT(w.cost_after, w.cost);
    before = w.cost;
  }
  EXPECT_NEAR(setting.walk(3).cost, setting.walk(2).cost_after, 1e-12);
}

TEST(Walkthrough, SaysWhatIsWrong) {
  Setting setting;
  Walkthrough w;
  const auto walk = [&](std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
                        double alpha) {
    return mlp::walk(setting.network, setting.parameters, images, labels, alpha, 0, w).code;
  };
  const auto& [images, labels] = setting.data;
  EXPECT_EQ(walk(images, labels, 0.0), Code::kBadSetting);
  EXPECT_EQ(walk(images, {}, 0.1), Code::kBadData);
  EXPECT_EQ(walk({images.data(), 10}, labels, 0.1), Code::kBadData);
  const std::vector<std::uint8_t> wrong(4, 10);
  EXPECT_EQ(walk(images, wrong, 0.1), Code::kBadData);
}

TEST(GradientCheck, PassesForEveryLayerOfEveryActivation) {
  for (const Activation hidden : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                  Activation::kSigmoid, Activation::kGelu}) {
    Setting setting;
    setting.network.g.hidden = hidden;
    GradientCheck check;
    ASSERT_TRUE(
        check.begin(setting.network, setting.parameters, setting.data.images, setting.data.labels)
            .ok());
    for (const Index layer : {1, 2, 3}) {
      for (const Index column : {-1, 0, 5}) {
        CheckedWeight weight;
        ASSERT_TRUE(check.check(layer, 3, column, weight).ok());
        EXPECT_LT(weight.relative_error, kGradientCheckLimit);
      }
    }
    CheckedWeight weight;
    EXPECT_EQ(check.check(0, 0, 0, weight).code, Code::kBadSetting);
    EXPECT_EQ(check.check(4, 0, 0, weight).code, Code::kBadSetting);
    EXPECT_EQ(check.check(1, 12, 0, weight).code, Code::kBadSetting);
    EXPECT_EQ(check.check(1, 0, 49, weight).code, Code::kBadSetting);
  }
}

// The cost is then the difference of two large numbers, and its rounding all that is left.
TEST(GradientCheck, PassesForAnswersThatAreSure) {
  for (const float sure : {10.0F, 20.0F, 40.0F}) {
    Setting setting;
    const std::uint8_t label = setting.data.labels.front();
    setting.parameters.back().b(label) = sure;
    GradientCheck check;
    ASSERT_TRUE(check
                    .begin(setting.network, setting.parameters,
                           {setting.data.images.data(), kPixels}, {&label, 1})
                    .ok());
    double worst = 0.0;
    for (const Index layer : {1, 2, 3}) {
      const auto& W = setting.parameters[static_cast<std::size_t>(layer - 1)].W;
      for (Index row = 0; row < W.rows(); ++row) {
        for (Index column = -1; column < W.cols(); ++column) {
          CheckedWeight weight;
          ASSERT_TRUE(check.check(layer, row, column, weight).ok());
          worst = std::max(worst, weight.relative_error);
        }
      }
    }
    EXPECT_LT(worst, kGradientCheckLimit) << "a largest Z_L of " << sure;
  }
}

}  // namespace
}  // namespace mlp
