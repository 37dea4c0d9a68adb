// SPDX-License-Identifier: MIT
// What the trainer tells of its work.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/types.h"

namespace mlp {

// kValidation is a share of the training images that split() has set aside.
enum class Part : std::uint8_t { kTrain, kTest, kValidation };

// 'training', 'test' or 'validation', for messages.
const char* name(Part part);

// How far the current epoch has come.
struct Progress {
  Index done = 0;              // examples by this call of advance()
  Index epochs = 0;            // finished since the weights were initialised
  Index updates = 0;           // of the weights, since they were initialised
  Index examples = 0;          // done in the current epoch
  Index of = 0;                // examples in an epoch
  Index extra = 0;             // of these, digits of other hands and drawings
  double cost = 0.0;           // mean cost of those examples, each before its batch's update,
                               // without the L2 penalty
  double accuracy = 0.0;       // share of those examples that were answered rightly, 0 ... 1
  double learning_rate = 0.0;  // of the last update
  double gradient_norm = 0.0;  // of the last update, before clipping; 0 without clipping
  bool batch_done = false;     // the last thing done was a batch's update
  bool epoch_done = false;     // and that batch was the epoch's last: the numbers are the epoch's
};

// How well the network answers one part of the data.
struct Evaluation {
  Index examples = 0;  // answered so far
  Index of = 0;        // examples in the part
  double cost = 0.0;   // mean of those answered
  Index correct = 0;   // of those answered
  // (n, n) column-major with n = 2 for the sigmoid, else n_L: confusion[true + n * predicted]
  std::vector<std::uint32_t> confusion;
};

// The answers that a confusion (n, n) counts as right: its diagonal.
inline Index correct_of(std::span<const std::uint32_t> confusion, Index n) {
  Index correct = 0;
  for (Index k = 0; k < n; ++k) correct += confusion[static_cast<std::size_t>(k + n * k)];
  return correct;
}

}  // namespace mlp
