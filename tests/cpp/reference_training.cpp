// SPDX-License-Identifier: MIT
#include "reference_training.h"

#include <algorithm>
#include <numeric>

#include "mlp/base/streams.h"
#include "mlp/methods/regularise.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"

namespace mlp {

ReferenceTraining::ReferenceTraining(const Network& network, const MadeUpData& data)
    : network_(network), data_(data) {
  for (const Layer<float>& layer : initialise<float>(network)) {
    parameters_.push_back({layer.W.cast<double>(), layer.b.cast<double>()});
  }
}

double ReferenceTraining::run_epoch(const TrainingSettings& settings) {
  if (updates_ == 0) state_ = make_state(settings.optimizer.method, parameters_);
  std::vector<std::uint32_t> order(data_.labels.size());
  std::iota(order.begin(), order.end(), 0U);
  const auto batch_size = static_cast<std::size_t>(settings.batch_size);
  if (batch_size < order.size()) {
    Rng rng(network_.seed, kOrderStream + static_cast<std::uint64_t>(epochs_));
    shuffle(order, rng);
  }
  double cost = 0.0;
  for (std::size_t at = 0; at < order.size(); at += batch_size) {
    cost += learn(settings, std::span(order).subspan(at, std::min(batch_size, order.size() - at)));
  }
  ++epochs_;
  return cost / static_cast<double>(order.size());
}

// As the trainer draws them: each example's with a generator of its own.
void ReferenceTraining::draw_masks(double rate, std::size_t m, Cache<double>& cache) const {
  for (std::size_t i = 0; i < m; ++i) {
    Rng rng(mix(network_.seed, (updates_ << 24U) + i), kMaskStream);
    for (std::size_t l = 1; l < cache.size(); ++l) {
      for (double& d : cache[l - 1].D.col(static_cast<Index>(i))) {
        d = rng.next() < static_cast<std::uint32_t>(rate * 0x1p32) ? 0.0 : 1.0 / (1.0 - rate);
      }
    }
  }
}

double ReferenceTraining::learn(const TrainingSettings& settings,
                                std::span<const std::uint32_t> batch) {
  const auto m = static_cast<Index>(batch.size());
  const Index n_0 = network_.layers.front();
  const bool yes_no = network_.g.output == Output::kSigmoid;
  Matrix<double> X(n_0, m);
  Matrix<double> Y = Matrix<double>::Zero(network_.layers.back(), m);
  std::vector<double> c(batch.size(), 1.0);
  for (Index i = 0; i < m; ++i) {
    const std::size_t image = batch[static_cast<std::size_t>(i)];
    for (Index p = 0; p < n_0; ++p) {
      const auto at = image * static_cast<std::size_t>(n_0) + static_cast<std::size_t>(p);
      X(p, i) = data_.images[at] / 255.0;
    }
    const int label = data_.labels[image];
    if (!yes_no) Y(label, i) = 1.0;
    if (yes_no && label == network_.positive) {
      Y(0, i) = 1.0;
      c[static_cast<std::size_t>(i)] = settings.positive_weight;
    }
  }
  smooth_labels<double>(network_.g.output, settings.label_smoothing, Y);
  Cache<double> cache = make_cache(parameters_, m, true);
  const Dropout dropout = settings.dropout > 0.0 ? Dropout::kOn : Dropout::kOff;
  if (dropout == Dropout::kOn) draw_masks(settings.dropout, batch.size(), cache);
  forward<double>(parameters_, network_.g, X, cache, dropout);
  const double J = cost<double>(network_.g.output, cache.back().Z, Y, c);
  Gradients<double> gradients = parameters_;
  clear(gradients);
  backward<double>(parameters_, network_.g.hidden, X, Y, m, cache, gradients, dropout, c);
  add_tolerance(settings, m, gradients, cache, X);
  if (settings.clip_norm > 0.0) clip(settings.clip_norm, gradients);
  Optimizer optimizer = settings.optimizer;
  if (optimizer.method == Method::kAdamW) {
    optimizer.decay = settings.weight_decay;
  } else {
    add_penalty(parameters_, settings.weight_decay, gradients);
  }
  update(parameters_, gradients, optimizer, settings.learning_rate, state_);
  if (settings.max_norm > 0.0) limit_norms(settings.max_norm, parameters_);
  ++updates_;
  return J * static_cast<double>(m);
}

// With u = 2^-24, a number of an update comes out of a chain of products and of functions as long
// as all layers, forward and back, and the batch; each link is off by u times the size of what is
// summed. So a gradient is off by chain u G, where G is the mean of |dZ| |A|^T; a step by the rate
// times that, times the slope of the method's step, which is at most 1 / epsilon where it divides
// by the root of squares and 1 / (1 - mu) where it remembers. The weight itself is rounded once
// more. Errors of the updates before pass through the network as all else does; there are few.
void ReferenceTraining::add_tolerance(const TrainingSettings& settings, Index m,
                                      const Gradients<double>& gradients,
                                      const Cache<double>& cache, const Matrix<double>& X) {
  constexpr double u = 0x1p-24;
  auto chain = static_cast<double>(m);
  for (const Index n : network_.layers) chain += 2.0 * static_cast<double>(n);
  double G = 0.0;
  double w = 0.0;
  for (std::size_t l = 1; l <= gradients.size(); ++l) {
    const Matrix<double> A = (l == 1 ? X : cache[l - 2].A).cwiseAbs();
    const Matrix<double> sizes = cache[l - 1].dZ.cwiseAbs() * A.transpose();
    G = std::max(G, sizes.maxCoeff() / static_cast<double>(m));
    w = std::max(w, parameters_[l - 1].W.cwiseAbs().maxCoeff());
  }
  double slope = 1.0;
  switch (settings.optimizer.method) {
    case Method::kGradientDescent:
      break;
    case Method::kMomentum:
    case Method::kNesterov:
      slope = 1.0 / (1.0 - settings.optimizer.momentum);
      break;
    case Method::kRmsprop:
    case Method::kAdam:
    case Method::kAdamW:
      slope = 1.0 / settings.optimizer.epsilon;
      break;
  }
  tolerance_ +=
      u * (3.0 * w + settings.learning_rate * slope * chain * (G + w * settings.weight_decay));
}

}  // namespace mlp
