// SPDX-License-Identifier: MIT
#include "mlp/insight/statistics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "mlp/base/precision.h"
#include "mlp/methods/regulariser_formulas.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/reshape.h"

namespace mlp {
namespace {

// The examples that are done together, of a network with so many weights: forward, dA and dW take
// two operations a weight each, and a slow machine does 6e7 in some 30 ms.
Index chunk(Index weights) {
  Index m = 64;
  while (m > 1 && m * weights * 6 > 60'000'000) m /= 2;
  return m;
}

std::span<const double> numbers(const Matrix<double>& matrix) {
  return {matrix.data(), static_cast<std::size_t>(matrix.size())};
}

}  // namespace

Status StatisticsCollector::begin(const Network& network, const Parameters<float>& parameters,
                                  std::span<const std::uint8_t> images,
                                  std::span<const std::uint8_t> labels) {
  const Index n_0 = network.layers.front();
  Status status = assemble("training", images, labels, static_cast<std::size_t>(n_0), data_);
  if (status.ok()) status = check_fit("training", data_, network);
  if (!status.ok()) return status;
  network_ = network;
  parameters_ = widen(parameters);
  gradients_ = zeros<double>(network);
  Index weights = 0;
  units_.clear();
  for (const Layer<double>& layer : parameters_) {
    const Index n_l = layer.W.rows();
    weights += layer.W.size();
    units_.push_back({Vector<double>::Zero(n_l),
                      Vector<double>::Constant(n_l, -std::numeric_limits<double>::infinity())});
  }
  const Index m = std::min(chunk(weights), examples());
  cache_ = make_cache(parameters_, m, true);
  X_.resize(n_0, m);
  Y_.resize(network.layers.back(), m);
  all_.resize(data_.size());
  std::iota(all_.begin(), all_.end(), 0U);
  done_ = 0;
  return status;
}

Index StatisticsCollector::advance(Index max_examples) {
  const Index m = std::min({std::max<Index>(max_examples, 1), X_.cols(), examples() - done_});
  if (m < 1) return 0;
  const auto chosen = std::span<const std::uint32_t>(all_).subspan(static_cast<std::size_t>(done_),
                                                                   static_cast<std::size_t>(m));
  reshape<double>(data_.images(), chosen, X_.leftCols(m));
  reshape_labels<double>(data_.labels(), chosen, network_.g.output, network_.positive,
                         Y_.leftCols(m));
  forward<double>(parameters_, network_.g, X_.leftCols(m), cache_);
  backward<double>(parameters_, network_.g.hidden, X_.leftCols(m), Y_.leftCols(m), examples(),
                   cache_, gradients_);
  for (std::size_t l = 1; l <= units_.size(); ++l) {
    const Matrix<double>& A = cache_[l - 1].A;  // (n_l, m)
    Units& units = units_[l - 1];
    for (Index i = 0; i < m; ++i) {
      for (Index unit = 0; unit < A.rows(); ++unit) {
        units.sum(unit) += A(unit, i);
        units.most(unit) = std::max(units.most(unit), A(unit, i));
      }
    }
  }
  done_ += m;
  return m;
}

LayerStatistics StatisticsCollector::layer(Index l, Index bins) const {
  const auto i = static_cast<std::size_t>(l - 1);
  const Matrix<double>& W = parameters_[i].W;
  const Matrix<double>& dW = gradients_[i].W;
  LayerStatistics statistics;
  statistics.weights = histogram(numbers(W), bins);
  statistics.gradients = histogram(numbers(dW), bins);
  statistics.gradient_norm = std::sqrt(add_squares(0.0, numbers(dW)));
  statistics.norms.setZero(W.rows());
  for (Index column = 0; column < W.cols(); ++column) {
    for (Index unit = 0; unit < W.rows(); ++unit) {
      statistics.norms(unit) += W(unit, column) * W(unit, column);
    }
  }
  for (double& norm : statistics.norms) norm = std::sqrt(norm);
  statistics.activity = units_[i].sum / static_cast<double>(examples());
  const bool hidden = i + 1 < parameters_.size();
  if (!hidden || network_.g.hidden != Activation::kRelu) return statistics;
  for (Index unit = 0; unit < W.rows(); ++unit) {
    if (units_[i].most(unit) == 0.0) {
      statistics.dead.push_back(static_cast<std::uint32_t>(unit));
    }
  }
  return statistics;
}

}  // namespace mlp
