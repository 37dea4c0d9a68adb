// SPDX-License-Identifier: MIT
// What one image does in the network, and which of its pixels spoke for an output.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/network.h"

namespace mlp {

template <typename Scalar>
struct Inspection {
  std::vector<Vector<Scalar>> A;  // A_0 ... A_L of the image: (n_l, 1)
  Index output = 0;               // k, the output that is explained
  Vector<Scalar> contributions;   // x * dz_k/dx: (n_0, 1)
};

inline constexpr Index kOwnAnswer = -1;

// Input times gradient (Shrikumar, Greenside, Shcherbina and Kundaje 2016, 'Not just a black box'):
// where z_k is linear in x around this image, pixel p adds x_p dz_k/dx_p to it. z_k, before the
// softmax or sigmoid, since a sure answer's probability hardly changes with any pixel.
//   image   n_0 bytes, 0 ... 255
//   output  k, from 0 to n_L - 1; kOwnAnswer: the class that is answered, the one unit of a sigmoid
// kBadData or kBadSetting leaves `inspection` as it was.
template <typename Scalar>
Status inspect(const Network& network, const Parameters<Scalar>& parameters,
               std::span<const std::uint8_t> image, Index output, Inspection<Scalar>& inspection);

}  // namespace mlp
