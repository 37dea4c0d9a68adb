// SPDX-License-Identifier: MIT
#include "mlp/insight/inspection.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

#include "mlp/base/rng.h"
#include "mlp/notes/forward.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/predict.h"
#include "small_problem.h"

namespace mlp {
namespace {

std::vector<std::uint8_t> image_of(Index pixels) {
  Rng rng(7);
  std::vector<std::uint8_t> image(static_cast<std::size_t>(pixels));
  for (std::uint8_t& pixel : image) pixel = static_cast<std::uint8_t>(rng.below(256));
  return image;
}

TEST(Inspection, OfASmallNetworkByHand) {
  const Network network = {.layers = {2, 2, 2}};
  Parameters<double> parameters = zeros<double>(network);
  parameters[0].W << 1.0, -1.0, -1.0, 0.5;
  parameters[0].b << 0.1, 0.2;
  parameters[1].W << 2.0, 3.0, -1.0, 4.0;
  const std::array<std::uint8_t, 2> image = {255, 51};  // x = (1, 0.2)
  Inspection<double> inspection;
  ASSERT_TRUE(inspect(network, parameters, image, kOwnAnswer, inspection).ok());
  // Z_1 = (0.9, -0.7), Z_2 = (1.8, -0.9)
  ASSERT_EQ(inspection.A.size(), 3U);
  EXPECT_TRUE(inspection.A[0].isApprox(Vector<double>{{1.0, 0.2}}));
  EXPECT_TRUE(inspection.A[1].isApprox(Vector<double>{{0.9, 0.0}}));
  const double p = 1.0 / (1.0 + std::exp(-2.7));
  EXPECT_TRUE(inspection.A[2].isApprox(Vector<double>{{p, 1.0 - p}}));
  EXPECT_EQ(inspection.output, 0);
  // dz_0/dx = W_1^T (2, 0) = (2, -2); with the bias, 2 * 0.1, the contributions make z_0
  EXPECT_TRUE(inspection.contributions.isApprox(Vector<double>{{2.0, -0.4}}));
  ASSERT_TRUE(inspect(network, parameters, image, 1, inspection).ok());
  EXPECT_TRUE(inspection.contributions.isApprox(Vector<double>{{-1.0, 0.2}}));
}

// x dz_k/dx against (z_k(x + h) - z_k(x - h)) / 2h, pixel by pixel.
void expect_central_differences(const Network& network) {
  const SmallProblem<double> problem(network, 1);
  const Index n_0 = network.layers.front();
  const std::vector<std::uint8_t> image = image_of(n_0);
  Cache<double> cache = make_cache(problem.parameters, 1, false);
  constexpr double h = 1e-6;
  for (Index k = 0; k < network.layers.back(); ++k) {
    Inspection<double> inspection;
    ASSERT_TRUE(inspect(network, problem.parameters, image, k, inspection).ok());
    const auto z = [&](Index pixel, double by) {
      Matrix<double> X = inspection.A[0];
      X(pixel, 0) += by;
      forward<double>(problem.parameters, network.g, X, cache);
      return cache.back().Z(k, 0);
    };
    for (Index pixel = 0; pixel < n_0; ++pixel) {
      const double x = image[static_cast<std::size_t>(pixel)] / 255.0;
      EXPECT_NEAR(inspection.contributions(pixel), x * (z(pixel, h) - z(pixel, -h)) / (2.0 * h),
                  1e-8);
    }
  }
}

TEST(Inspection, IsTheDerivativeOfZForEveryActivationAndOutput) {
  for (const Activation hidden : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                  Activation::kSigmoid, Activation::kGelu}) {
    expect_central_differences({.layers = {20, 9, 7, 4}, .g = {.hidden = hidden}});
    expect_central_differences(
        {.layers = {20, 9, 7, 1}, .g = {.hidden = hidden, .output = Output::kSigmoid}});
  }
  expect_central_differences({.layers = {20, 4}});
}

TEST(Inspection, IsTheSameInBothPrecisions) {
  const Network network = {.layers = {30, 12, 8, 5}, .g = {.hidden = Activation::kGelu}};
  const std::vector<std::uint8_t> image = image_of(30);
  Inspection<float> single;
  Inspection<double> twice;
  ASSERT_TRUE(inspect(network, initialise<float>(network), image, 3, single).ok());
  ASSERT_TRUE(inspect(network, initialise<double>(network), image, 3, twice).ok());
  EXPECT_TRUE(single.contributions.cast<double>().isApprox(twice.contributions, 1e-5));
  for (std::size_t l = 0; l < 4; ++l) {
    EXPECT_TRUE(single.A[l].cast<double>().isApprox(twice.A[l], 1e-5));
  }
}

TEST(Inspection, ExplainsTheAnswerUnlessAskedForAnother) {
  const Network network = {.layers = {20, 9, 4}};
  const Parameters<float> parameters = SmallProblem<float>(network, 1).parameters;
  const std::vector<std::uint8_t> image = image_of(20);
  Inspection<float> own;
  ASSERT_TRUE(inspect(network, parameters, image, kOwnAnswer, own).ok());
  EXPECT_EQ(own.output, predict<float>(Output::kSoftmax, own.A.back(), 0));
  Inspection<float> asked;
  ASSERT_TRUE(inspect(network, parameters, image, own.output, asked).ok());
  EXPECT_EQ(own.contributions, asked.contributions);
}

TEST(Inspection, SaysWhatIsWrong) {
  const Network network = {.layers = {20, 9, 4}};
  const Parameters<float> parameters = initialise<float>(network);
  const std::vector<std::uint8_t> image = image_of(20);
  Inspection<float> inspection;
  const auto code = [&](std::span<const std::uint8_t> pixels, Index output) {
    return inspect(network, parameters, pixels, output, inspection).code;
  };
  EXPECT_EQ(code({image.data(), 19}, 0), Code::kBadData);
  EXPECT_EQ(code({}, 0), Code::kBadData);
  EXPECT_EQ(code(image, 4), Code::kBadSetting);
  EXPECT_EQ(code(image, -2), Code::kBadSetting);
  EXPECT_TRUE(inspection.A.empty());
}

}  // namespace
}  // namespace mlp
