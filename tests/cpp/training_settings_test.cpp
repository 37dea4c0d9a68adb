// SPDX-License-Identifier: MIT
// The limits of the settings, and how many examples are computed together.
#include "mlp/trainer/training_settings.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

TEST(CheckTrainingSettings, NamesTheSettingThatIsOutsideItsLimits) {
  const double nan = std::nan("");
  const std::vector<std::pair<std::string, TrainingSettings>> cases = {
      {"weightDecay", {.weight_decay = -1.0}},
      {"dropout", {.dropout = 1.0}},
      {"dropout", {.dropout = nan}},
      {"maxNorm", {.max_norm = -1.0}},
      {"clipNorm", {.clip_norm = nan}},
      {"labelSmoothing", {.label_smoothing = 1.0}},
      {"positiveWeight", {.positive_weight = 0.0}},
      {"momentum", {.optimizer = {.momentum = 1.0}}},
      {"rho", {.optimizer = {.rho = -0.1}}},
      {"beta1", {.optimizer = {.beta_1 = 1.0}}},
      {"beta2", {.optimizer = {.beta_2 = 1.5}}},
      {"epsilon", {.optimizer = {.epsilon = 0.0}}},
      {"stepFactor", {.schedule = {.factor = 0.0}}},
      {"stepEvery", {.schedule = {.every = 0}}},
      {"warmUp", {.schedule = {.total = 5, .warm_up = 6}}},
      {"epochs", {.schedule = {.total = 0}}},
  };
  for (const auto& [setting, settings] : cases) {
    const Status status = check(settings, 1000);
    EXPECT_EQ(status.code, Code::kBadSetting) << setting;
    EXPECT_EQ(status.text.substr(0, setting.size() + 1), setting + ":") << status.text;
  }
  EXPECT_TRUE(check(TrainingSettings{}, 1000).ok());
}

TEST(ChunkSize, ShrinksForLargeNetworks) {
  EXPECT_EQ(chunk_size({.layers = {784, 128, 64, 10}}), 256);
  EXPECT_EQ(chunk_size({.layers = {784, 512, 256, 10}}), 128);
  EXPECT_EQ(chunk_size({.layers = {784, 4096, 2048, 10}}), 8);
}

}  // namespace
}  // namespace mlp
