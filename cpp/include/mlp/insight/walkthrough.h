// SPDX-License-Identifier: MIT
// One update, slowly: every number that the seven steps of the notes compute for a small batch.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/network.h"
#include "mlp/notes/forward.h"

namespace mlp {

// A matrix of the walk; all but X, Y and dZChain are those of a layer.
enum class WalkMatrix : std::uint8_t {
  kX,
  kY,
  kW,
  kB,
  kZ,
  kA,
  kSlope,  // g'(Z_l)
  kDA,
  kDZ,
  kDZChain,  // dA_L through g'(Z_L), which shortens to dZ_L
  kDW,
  kDb,
  kWAfter,
  kBAfter,
};

// In float64, from the float32 of training.
struct Walkthrough {
  Matrix<double> X;           // (n_0, m)
  Matrix<double> Y;           // (n_L, m)
  Parameters<double> before;  // W_l, b_l that the forward pass used
  Cache<double> cache;        // Z_l, A_l, dA_l, dZ_l

  // What the short form dZ_L = A_L - Y saves training to compute stands as the notes have it: dA_L
  // in the cache, and these. Not finite where a probability rounds to 0 or 1.
  std::vector<Matrix<double>> slopes;  // g'(Z_l), (n_l, m); of the softmax the diagonal a (1 - a)
  Matrix<double> dZ_chain;             // (n_L, m), dA_L through g'(Z_L)

  Gradients<double> gradients;  // dW_l, db_l
  Parameters<double> after;     // W_l - alpha dW_l, b_l - alpha db_l
  double cost = 0.0;            // with the parameters before
  double cost_after = 0.0;      // of the same batch with those after

  // The numbers of a matrix, column after column.
  //   l  layer 1 ... L; of no account for X, Y and dZChain
  // None for a layer that there is not.
  std::span<const double> numbers(WalkMatrix of, Index l) const;
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
