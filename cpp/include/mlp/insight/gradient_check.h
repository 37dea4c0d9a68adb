// SPDX-License-Identifier: MIT
// Is backward() right? Its derivatives against differences of the cost, in float64.
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/network.h"
#include "mlp/notes/forward.h"

namespace mlp {

struct CheckedWeight {
  double weight = 0.0;
  double analytic = 0.0;   // from backward()
  double numerical = 0.0;  // (J(w + h) - J(w - h)) / 2h, h = 1e-5
  // |analytic - numerical| / max(|analytic| + |numerical|, 1e-5 max(1, J, max |Z_L|)): below that
  // the rounding of the cost J is all that is left of the difference.
  double relative_error = 0.0;
};

inline constexpr double kGradientCheckLimit = 1e-5;  // a relative error below it passes

// Holds a network, in float64, and a small batch.
class GradientCheck {
 public:
  // kBadData when the images do not fit; they are as for make_batch().
  Status begin(const Network& network, const Parameters<float>& parameters,
               std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

  // Checks W_l(row, column), or b_l(row) for column -1.
  // kBadSetting when there is no such weight.
  Status check(Index layer, Index row, Index column, CheckedWeight& checked);

 private:
  double cost_of_batch();

  Network network_;
  Parameters<double> parameters_;
  Gradients<double> gradients_;
  Cache<double> cache_;
  Matrix<double> X_;    // (n_0, m)
  Matrix<double> Y_;    // (n_L, m)
  double floor_ = 0.0;  // what derivatives are compared with where they are smaller
};

}  // namespace mlp
