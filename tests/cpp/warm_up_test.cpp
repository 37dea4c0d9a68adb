// SPDX-License-Identifier: MIT
#include "mlp/trainer/warm_up.h"

#include <gtest/gtest.h>

namespace mlp {
namespace {

// There is nothing to see of it but that it does no harm, which the sanitizers watch.
TEST(WarmUp, WorksForEveryNetworkAndMethod) {
  const std::vector<Network> networks = {
      {.layers = {784, 128, 64, 10}},
      {.layers = {784, 10}},
      {.layers = {3000, 300, 300, 300, 300, 300, 300}},
      {.layers = {2, 1}, .g = {.hidden = Activation::kGelu, .output = Output::kSigmoid}},
  };
  for (const Network& network : networks) {
    WarmUp warm_up(network);
    for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
                                Method::kRmsprop, Method::kAdam, Method::kAdamW}) {
      for (int i = 0; i < 5; ++i) {
        warm_up.work({.optimizer = {.method = method}, .dropout = 0.1, .clip_norm = 1.0});
      }
    }
    warm_up.work({.batch_size = 0});
  }
}

}  // namespace
}  // namespace mlp
