// SPDX-License-Identifier: MIT
// The shape of a network, and what it may be.
#pragma once

#include <cstdint>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/activation.h"

namespace mlp {

inline constexpr Index kMaxUnits = 16384;          // of one layer
inline constexpr Index kMaxLayers = 64;            // with weights
inline constexpr Index kMaxParameters = 16 << 20;  // weights and biases of the network: 64 MB

// The standard deviation of W_l's first values; all but kUniform are normal, with mean 0.
enum class Initialiser : std::uint8_t {
  kNotes,    // kHe for hidden layers of ReLU and its kin, kXavier for all others
  kHe,       // sqrt(2 / n_{l-1})          He et al. 2015, eq. 10
  kXavier,   // sqrt(2 / (n_{l-1} + n_l))  Glorot and Bengio 2010, eq. 12
  kLecun,    // sqrt(1 / n_{l-1})          LeCun et al. 1998, Efficient BackProp, eq. 16
  kNormal,   // initial_scale
  kUniform,  // uniform from -initial_scale to initial_scale
  kZeros,    // all zeros: every unit of a layer stays like the others, for ever
};

// The shape of a network and the seed of all that is random in it.
struct Network {
  std::vector<Index> layers = {784, 128, 64, 10};  // n_0, n_1, ... n_L
  Functions g = {};  // the activation of the hidden layers, and the output
  int positive = 3;  // kSigmoid: the label that the question asks for, 0 ... 255
  std::uint64_t seed = 1;
  Initialiser initialiser = Initialiser::kNotes;
  double initial_scale = 0.05;  // of kNormal and kUniform, above 0 and at most 10
};

// kBadSetting with the setting and its limits in the text when the network cannot be made:
// fewer than two layers or too many, a layer without units or with too many, more than
// kMaxParameters weights, a sigmoid with n_L other than 1, a softmax with n_L below 2 or above 256,
// an initial_scale outside its limits.
Status check(const Network& network);

}  // namespace mlp
