// SPDX-License-Identifier: MIT
// One update, slowly: every number that the seven steps of the notes compute for a small batch.
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/network.h"
#include "mlp/notes/forward.h"

namespace mlp {

// In float64, from the float32 of training.
struct Walkthrough {
  Matrix<double> X;             // (n_0, m)
  Matrix<double> Y;             // (n_L, m)
  Parameters<double> before;    // W_l, b_l that the forward pass used
  Cache<double> cache;          // Z_l, A_l, dA_l, dZ_l
  Gradients<double> gradients;  // dW_l, db_l
  Parameters<double> after;     // W_l - alpha dW_l, b_l - alpha db_l
  double cost = 0.0;            // with the parameters before
  double cost_after = 0.0;      // of the same batch with those after
};

// Runs the seven steps on a copy of the parameters, without dropout or penalty.
//   images, labels  as for make_batch()
//   alpha           the learning rate of the update, above 0
//   updates         plain updates on this very batch to make before the one that is shown, at least
//   0
// kBadSetting or kBadData leaves `walkthrough` as it was.
Status walk(const Network& network, const Parameters<float>& parameters,
            std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
            double alpha, Index updates, Walkthrough& walkthrough);

}  // namespace mlp
