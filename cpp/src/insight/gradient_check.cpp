// SPDX-License-Identifier: MIT
// Section: 5, backward: is it right?
// Called by: cpp/bindings/calls.cpp
// Held together by: tests/cpp/walkthrough_test.cpp
#include "mlp/insight/gradient_check.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "mlp/base/precision.h"
#include "mlp/insight/batch.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"

namespace mlp {
namespace {

constexpr double kStep = 1e-5;
// Of the derivatives' size, for a cost and Z_L of up to 1; beyond, the rounding grows with them:
// the cost of a sure answer is the small difference of two large Z_L.
constexpr double kFloor = 1e-5;

}  // namespace

Status GradientCheck::begin(const Network& network, const Parameters<float>& parameters,
                            std::span<const std::uint8_t> images,
                            std::span<const std::uint8_t> labels) {
  Status status = make_batch(network, images, labels, X_, Y_);
  if (!status.ok()) return status;
  network_ = network;
  parameters_ = widen(parameters);
  const Index m = X_.cols();
  cache_ = make_cache(parameters_, m, true);
  gradients_ = zeros<double>(network);
  const double J = cost_of_batch();
  floor_ = kFloor * std::max({1.0, J, cache_.back().Z.cwiseAbs().maxCoeff()});
  backward<double>(parameters_, network.g.hidden, X_, Y_, m, cache_, gradients_);
  return status;
}

double GradientCheck::cost_of_batch() {
  forward<double>(parameters_, network_.g, X_, cache_);
  return cost<double>(network_.g.output, cache_.back().Z, Y_);
}

Status GradientCheck::check(Index layer, Index row, Index column, CheckedWeight& checked) {
  const auto L = static_cast<Index>(parameters_.size());
  if (layer < 1 || layer > L) {
    return Status::bad(Code::kBadSetting, "layer: must be from 1 to " + std::to_string(L) + ".");
  }
  Layer<double>& of = parameters_[static_cast<std::size_t>(layer - 1)];
  const Layer<double>& gradient = gradients_[static_cast<std::size_t>(layer - 1)];
  if (row < 0 || row >= of.W.rows() || column < -1 || column >= of.W.cols()) {
    return Status::bad(Code::kBadSetting, "weight: W_" + std::to_string(layer) + " has " +
                                              std::to_string(of.W.rows()) + " rows and " +
                                              std::to_string(of.W.cols()) + " columns.");
  }
  double& w = column < 0 ? of.b(row) : of.W(row, column);
  const double before = w;
  w = before + kStep;
  const double above = cost_of_batch();
  w = before - kStep;
  const double below = cost_of_batch();
  w = before;
  checked.weight = before;
  checked.analytic = column < 0 ? gradient.b(row) : gradient.W(row, column);
  // (J(w + h) - J(w - h)) / 2h
  checked.numerical = (above - below) / (2.0 * kStep);
  checked.relative_error =
      std::abs(checked.analytic - checked.numerical) /
      std::max(std::abs(checked.analytic) + std::abs(checked.numerical), floor_);
  return Status::good();
}

}  // namespace mlp
