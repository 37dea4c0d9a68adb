// SPDX-License-Identifier: MIT
// A few images and labels of somebody's choice, as the matrices of the notes.
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/network.h"

namespace mlp {

inline constexpr Index kMaxBatch = 256;  // images

// Writes the images and the answers that belong to their labels.
//   images  1 ... kMaxBatch images of n_0 bytes
//   labels  one byte each, for a softmax below n_L
//   X, Y    (n_0, m) and (n_L, m), sized here
// kBadData leaves X and Y as they were.
template <typename Scalar>
Status make_batch(const Network& network, std::span<const std::uint8_t> images,
                  std::span<const std::uint8_t> labels, Matrix<Scalar>& X, Matrix<Scalar>& Y);

}  // namespace mlp
