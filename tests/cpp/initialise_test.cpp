// SPDX-License-Identifier: MIT
#include "mlp/notes/initialise.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

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

TEST(Initialise, HasTheDeviationOfEachScheme) {
  const auto deviation_of = [](Initialiser initialiser, Activation hidden) {
    const Network network = {
        .layers = {784, 128, 10}, .g = {.hidden = hidden}, .initialiser = initialiser};
    return deviation(initialise<double>(network)[0].W);
  };
  const double tolerance = 5 / std::sqrt(2.0 * 100352);
  const Activation relu = Activation::kRelu;
  EXPECT_NEAR(deviation_of(Initialiser::kHe, relu) / std::sqrt(2.0 / 784), 1.0, tolerance);
  EXPECT_NEAR(deviation_of(Initialiser::kXavier, relu) / std::sqrt(2.0 / 912), 1.0, tolerance);
  EXPECT_NEAR(deviation_of(Initialiser::kLecun, relu) / std::sqrt(1.0 / 784), 1.0, tolerance);
  EXPECT_NEAR(deviation_of(Initialiser::kNormal, relu) / 0.05, 1.0, tolerance);
  EXPECT_NEAR(deviation_of(Initialiser::kUniform, relu) / (0.05 / std::sqrt(3.0)), 1.0, tolerance);
  EXPECT_EQ(deviation_of(Initialiser::kZeros, relu), 0.0);
  // The notes: He for ReLU, Xavier for the sigmoid.
  EXPECT_EQ(deviation_of(Initialiser::kNotes, relu), deviation_of(Initialiser::kHe, relu));
  EXPECT_EQ(deviation_of(Initialiser::kNotes, Activation::kSigmoid),
            deviation_of(Initialiser::kXavier, relu));
}

TEST(Initialise, UniformStaysWithinItsScale) {
  const Network network = {.initialiser = Initialiser::kUniform, .initial_scale = 0.2};
  const Matrix<double> W = initialise<double>(network)[0].W;
  EXPECT_LE(W.cwiseAbs().maxCoeff(), 0.2);
  EXPECT_GT(W.maxCoeff(), 0.19);
  EXPECT_LT(W.minCoeff(), -0.19);
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

void expect_bad(const Network& network, const std::string& word) {
  const Status status = check(network);
  EXPECT_EQ(status.code, Code::kBadSetting);
  EXPECT_NE(status.text.find(word), std::string::npos) << status.text;
}

TEST(Check, NamesTheBadSetting) {
  constexpr Functions kYesNo = {.output = Output::kSigmoid};
  expect_bad({.layers = {}}, "layers");
  expect_bad({.layers = {784}}, "2 to 65");
  expect_bad({.layers = {784, 0, 10}}, "layer 1");
  expect_bad({.layers = {784, 20000, 10}}, "16384");
  expect_bad({.layers = {784, 16384, 16384, 10}}, "weights");
  expect_bad({.layers = {784, 10}, .g = kYesNo}, "1 unit");
  expect_bad({.layers = {784, 1}}, "2 to 256");
  expect_bad({.layers = {784, 300}}, "2 to 256");
  expect_bad({.layers = {784, 1}, .g = kYesNo, .positive = 256}, "positive");
  expect_bad({.layers = std::vector<Index>(66, 10)}, "2 to 65");
  expect_bad({.initial_scale = 0.0}, "initialScale");
  expect_bad({.initial_scale = 10.5}, "initialScale");
  EXPECT_TRUE(check(Network{}).ok());
  EXPECT_TRUE(check({.layers = {784, 1}, .g = kYesNo, .positive = 0}).ok());
}

}  // namespace
}  // namespace mlp
