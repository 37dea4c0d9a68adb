// SPDX-License-Identifier: MIT
#include "mlp/initialise.h"

#include <gtest/gtest.h>

#include <cmath>

namespace mlp {
namespace {

double deviation(const Matrix<double>& W) {
  const double mean = W.mean();
  return std::sqrt((W.array() - mean).square().mean());
}

TEST(Initialise, GivesTheShapesOfTheNotes) {
  const Parameters<float> parameters = initialise<float>(Network{});
  ASSERT_EQ(parameters.size(), 3U);
  EXPECT_EQ(parameters[0].W.rows(), 128);
  EXPECT_EQ(parameters[0].W.cols(), 784);
  EXPECT_EQ(parameters[0].b.size(), 128);
  EXPECT_EQ(parameters[2].W.rows(), 10);
  EXPECT_EQ(parameters[2].W.cols(), 64);
}

TEST(Initialise, UsesHeForHiddenLayersAndXavierForTheLast) {
  const Parameters<double> parameters = initialise<double>(Network{});
  // The standard error of a standard deviation is sigma / sqrt(2 n); five of those.
  EXPECT_NEAR(deviation(parameters[0].W) / std::sqrt(2.0 / 784), 1.0, 5 / std::sqrt(2.0 * 100352));
  EXPECT_NEAR(deviation(parameters[1].W) / std::sqrt(2.0 / 128), 1.0, 5 / std::sqrt(2.0 * 8192));
  EXPECT_NEAR(deviation(parameters[2].W) / std::sqrt(2.0 / 74), 1.0, 5 / std::sqrt(2.0 * 640));
  for (const Layer<double>& layer : parameters) {
    EXPECT_TRUE((layer.b.array() == 0.0).all());
    const double error = std::sqrt(layer.W.squaredNorm()) / static_cast<double>(layer.W.size());
    EXPECT_NEAR(layer.W.mean(), 0.0, 5 * error);
  }
}

TEST(Initialise, DependsOnTheSeedAlone) {
  Network network;
  const Parameters<float> first = initialise<float>(network);
  const Parameters<float> again = initialise<float>(network);
  EXPECT_EQ(first[0].W, again[0].W);
  EXPECT_EQ(first[2].W, again[2].W);
  network.seed = 2;
  EXPECT_NE(first[0].W, initialise<float>(network)[0].W);
}

TEST(Initialise, GivesFloatTheRoundedDoubles) {
  const Parameters<float> floats = initialise<float>(Network{});
  const Parameters<double> doubles = initialise<double>(Network{});
  EXPECT_EQ(floats[1].W, doubles[1].W.cast<float>());
}

struct BadNetwork {
  Network network;
  std::string word;  // that the message must have
};

TEST(Check, NamesTheBadSetting) {
  const std::vector<BadNetwork> cases = {
      {{.layers = {}}, "layers"},
      {{.layers = {784}}, "2 to 65"},
      {{.layers = {784, 0, 10}}, "layer 1"},
      {{.layers = {784, 20000, 10}}, "16384"},
      {{.layers = {784, 16384, 16384, 10}}, "weights"},
      {{.layers = {784, 10}, .g = {.output = Output::kSigmoid}}, "1 unit"},
      {{.layers = {784, 1}, .g = {.output = Output::kSoftmax}}, "2 to 256"},
      {{.layers = {784, 300}, .g = {.output = Output::kSoftmax}}, "2 to 256"},
      {{.layers = {784, 1}, .g = {.output = Output::kSigmoid}, .positive = 256}, "positive"},
      {{.layers = std::vector<Index>(66, 10)}, "2 to 65"},
  };
  for (const BadNetwork& bad : cases) {
    const Status status = check(bad.network);
    EXPECT_EQ(status.code, Code::kBadSetting);
    EXPECT_NE(status.text.find(bad.word), std::string::npos) << status.text;
  }
  EXPECT_TRUE(check(Network{}).ok());
  EXPECT_TRUE(check({.layers = {784, 1}, .g = {.output = Output::kSigmoid}, .positive = 0}).ok());
}

}  // namespace
}  // namespace mlp
