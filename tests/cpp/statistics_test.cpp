// SPDX-License-Identifier: MIT
#include "mlp/insight/statistics.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "made_up_data.h"
#include "mlp/insight/walkthrough.h"
#include "mlp/notes/initialise.h"

namespace mlp {
namespace {

constexpr std::size_t kPixels = 49;
constexpr std::size_t kImages = 100;

void finish(StatisticsCollector& collector, Index slice) {
  while (collector.advance(slice) > 0) {
  }
}

TEST(Statistics, OfASmallNetworkByHand) {
  const Network network = {.layers = {2, 3, 2}};
  Parameters<float> parameters = zeros<float>(network);
  parameters[0].W << 3.0F, 4.0F, 0.0F, 0.0F, 1.0F, -1.0F;
  parameters[0].b << 0.0F, -1.0F, 0.0F;
  const std::array<std::uint8_t, 4> images = {255, 0, 0, 255};  // x = (1, 0) and (0, 1)
  const std::array<std::uint8_t, 2> labels = {0, 1};
  StatisticsCollector collector;
  ASSERT_TRUE(collector.begin(network, parameters, images, labels).ok());
  finish(collector, 1);
  EXPECT_EQ(collector.done(), 2);
  // A_1 = (3, 0, 1) and (4, 0, 0)
  const LayerStatistics first = collector.layer(1, 7);
  EXPECT_TRUE(first.norms.isApprox(Vector<double>{{5.0, 0.0, std::sqrt(2.0)}}));
  EXPECT_TRUE(first.activity.isApprox(Vector<double>{{3.5, 0.0, 0.5}}));
  EXPECT_EQ(first.dead, std::vector<std::uint32_t>({1}));
  EXPECT_EQ(first.weights.from, -1.0);
  EXPECT_EQ(first.weights.to, 4.0);
  EXPECT_EQ(std::accumulate(first.weights.counts.begin(), first.weights.counts.end(), 0U), 6U);
  EXPECT_EQ(first.gradient_norm, 0.0) << "W_2 is 0, so nothing comes back";
  // A_2 = 1/2, so dZ_2 = (-1/2, 1/2) and (1/2, -1/2),
  // dW_2 = 1/2 (dZ_2 A_1^T summed): (-3 + 4) / 4, 0, -1 / 4 in row 0, and minus that in row 1
  const LayerStatistics last = collector.layer(2, 3);
  EXPECT_TRUE(last.activity.isApprox(Vector<double>{{0.5, 0.5}}));
  EXPECT_NEAR(last.gradient_norm, 0.5, 1e-12);
  EXPECT_EQ(last.gradients.from, -0.25);
  EXPECT_EQ(last.gradients.to, 0.25);
  EXPECT_EQ(last.gradients.counts, std::vector<std::uint32_t>({2, 2, 2}));
  EXPECT_TRUE(last.dead.empty()) << "the last layer has no ReLU";
}

TEST(Statistics, AreThoseOfOneFullBatchHoweverSliced) {
  for (const Activation hidden : {Activation::kRelu, Activation::kGelu}) {
    const Network network = {.layers = {kPixels, 12, 8, 10}, .g = {.hidden = hidden}};
    const Parameters<float> parameters = initialise<float>(network);
    const MadeUpData data(kImages, kPixels);
    Walkthrough walked;
    ASSERT_TRUE(walk(network, parameters, data.images, data.labels, 0.1, 0, walked).ok());
    for (const Index slice : {1, 7, 1000}) {
      StatisticsCollector collector;
      ASSERT_TRUE(collector.begin(network, parameters, data.images, data.labels).ok());
      finish(collector, slice);
      EXPECT_EQ(collector.examples(), static_cast<Index>(kImages));
      EXPECT_EQ(collector.done(), static_cast<Index>(kImages));
      for (std::size_t l = 1; l <= 3; ++l) {
        const LayerStatistics layer = collector.layer(static_cast<Index>(l), 20);
        const Matrix<double>& dW = walked.gradients[l - 1].W;
        EXPECT_NEAR(layer.gradient_norm, dW.norm(), 1e-12 * dW.norm());
        EXPECT_NEAR(layer.gradients.from, dW.minCoeff(), 1e-12);
        EXPECT_NEAR(layer.gradients.to, dW.maxCoeff(), 1e-12);
        EXPECT_TRUE(layer.norms.isApprox(walked.before[l - 1].W.rowwise().norm()));
        EXPECT_TRUE(layer.activity.isApprox(walked.cache[l - 1].A.rowwise().mean(), 1e-12));
      }
    }
  }
}

TEST(Statistics, NameDeadUnitsOfReluAlone) {
  for (const auto& [hidden, dead] :
       {std::pair(Activation::kRelu, true), std::pair(Activation::kLeakyRelu, false),
        std::pair(Activation::kSigmoid, false)}) {
    const Network network = {.layers = {kPixels, 12, 8, 10}, .g = {.hidden = hidden}};
    Parameters<float> parameters = initialise<float>(network);
    parameters[0].b.setConstant(1e3F);  // so that these are above 0 for every image
    parameters[1].b.setConstant(1e6F);
    parameters[1].b(2) = -1e6F;
    parameters[1].b(7) = -1e6F;
    const MadeUpData data(kImages, kPixels);
    StatisticsCollector collector;
    ASSERT_TRUE(collector.begin(network, parameters, data.images, data.labels).ok());
    finish(collector, 64);
    EXPECT_TRUE(collector.layer(1, 1).dead.empty());
    EXPECT_EQ(collector.layer(2, 1).dead,
              dead ? std::vector<std::uint32_t>({2, 7}) : std::vector<std::uint32_t>());
    EXPECT_TRUE(collector.layer(3, 1).dead.empty());
  }
}

TEST(Statistics, BeginAnewWithOtherNetworks) {
  const MadeUpData data(kImages, kPixels);
  const Network large = {.layers = {kPixels, 12, 8, 10}};
  const Network yes_no = {.layers = {kPixels, 5, 1}, .g = {.output = Output::kSigmoid}};
  StatisticsCollector collector;
  ASSERT_TRUE(collector.begin(large, initialise<float>(large), data.images, data.labels).ok());
  finish(collector, 64);
  ASSERT_TRUE(collector.begin(yes_no, initialise<float>(yes_no), data.images, data.labels).ok());
  finish(collector, 64);
  StatisticsCollector fresh;
  ASSERT_TRUE(fresh.begin(yes_no, initialise<float>(yes_no), data.images, data.labels).ok());
  finish(fresh, 64);
  EXPECT_EQ(collector.layer(1, 9).gradients.counts, fresh.layer(1, 9).gradients.counts);
  EXPECT_EQ(collector.layer(2, 9).activity, fresh.layer(2, 9).activity);
}

TEST(Statistics, SayWhatIsWrong) {
  const MadeUpData data(kImages, kPixels);
  StatisticsCollector collector;
  const auto code = [&](const Network& network, std::span<const std::uint8_t> images) {
    return collector.begin(network, initialise<float>(network), images, data.labels).code;
  };
  EXPECT_EQ(code({.layers = {kPixels, 5, 10}}, {data.images.data(), 10}), Code::kBadData);
  EXPECT_EQ(code({.layers = {kPixels + 1, 5, 10}}, data.images), Code::kBadData);
  EXPECT_EQ(code({.layers = {kPixels, 5, 3}}, data.images), Code::kBadData);
}

}  // namespace
}  // namespace mlp
