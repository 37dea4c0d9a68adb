// SPDX-License-Identifier: MIT
// Images that a network can learn: each class is a random pattern, and each image its class's
// pattern with noise.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "mlp/base/rng.h"

namespace mlp {

struct MadeUpData {
  MadeUpData(std::size_t count, std::size_t pixels, std::uint64_t seed = 5)
      : images(count * pixels), labels(count) {
    std::vector<double> patterns(10 * pixels);
    Rng pattern(1234);
    for (double& value : patterns) value = pattern.uniform() < 0.25 ? 180.0 : 0.0;
    Rng rng(seed);
    for (std::size_t i = 0; i < count; ++i) {
      labels[i] = static_cast<std::uint8_t>(rng.below(10));
      for (std::size_t p = 0; p < pixels; ++p) {
        const double value = patterns[labels[i] * pixels + p] + 40.0 * rng.normal();
        images[i * pixels + p] = static_cast<std::uint8_t>(std::clamp(value, 0.0, 255.0));
      }
    }
  }

  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
};

}  // namespace mlp
