// SPDX-License-Identifier: MIT
// How each of some examples is answered, one by one: what an evaluation only counts.
#pragma once

#include <cstdint>
#include <vector>

namespace mlp {

// One element for each example, in the order of the data.
struct Predictions {
  std::vector<std::uint8_t> answers;  // as predict() gives them
  std::vector<float> probabilities;   // of that answer: at least 1/n_L, or 0.5 with a sigmoid
  std::vector<float> costs;           // the cross-entropy
};

}  // namespace mlp
