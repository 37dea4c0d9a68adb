// SPDX-License-Identifier: MIT
#include "reference_training.h"

#include <algorithm>
#include <numeric>

#include "mlp/base/precision.h"
#include "mlp/base/rng.h"
#include "mlp/base/streams.h"
#include "mlp/notes/initialise.h"

namespace mlp {

ReferenceTraining::ReferenceTraining(const Network& network, const MadeUpData& data)
    : network_(network),
      data_(data),
      training_(make_training<double>(network, static_cast<Index>(data.labels.size()))) {
  training_.parameters = widen(initialise<float>(network));
}

double ReferenceTraining::run_epoch(const TrainingSettings& settings) {
  if (updates_ == 0) begin_optimizer(settings.optimizer.method, training_);
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

double ReferenceTraining::learn(const TrainingSettings& settings,
                                std::span<const std::uint32_t> batch) {
  const auto m = static_cast<Index>(batch.size());
  const BatchContext context{.settings = update_settings(settings),
                             .learning_rate = settings.learning_rate,
                             .batch = m,
                             .update = updates_};
  const Parameters<double> before = training_.parameters;
  const double cost = train(network_, {data_.images, data_.labels, batch}, context, training_).cost;
  add_tolerance(settings, m, before);
  ++updates_;
  return cost;
}

// With u = 2^-24, a number of an update comes out of a chain of products and of functions as long
// as all layers, forward and back, and the batch; each link is off by u times the size of what is
// summed. So a gradient is off by chain u G, where G is the mean of |dZ| |A|^T; a step by the rate
// times that, times the slope of the method's step, which is at most 1 / epsilon where it divides
// by the root of squares and 1 / (1 - mu) where it remembers. The weight itself is rounded once
// more. Errors of the updates before pass through the network as all else does; there are few.
void ReferenceTraining::add_tolerance(const TrainingSettings& settings, Index m,
                                      const Parameters<double>& before) {
  constexpr double u = 0x1p-24;
  auto chain = static_cast<double>(m);
  for (const Index n : network_.layers) chain += 2.0 * static_cast<double>(n);
  double G = 0.0;
  double w = 0.0;
  for (std::size_t l = 1; l <= before.size(); ++l) {
    const Matrix<double> A =
        (l == 1 ? training_.X : training_.cache[l - 2].A).leftCols(m).cwiseAbs();
    const Matrix<double> sizes = training_.cache[l - 1].dZ.leftCols(m).cwiseAbs() * A.transpose();
    G = std::max(G, sizes.maxCoeff() / static_cast<double>(m));
    w = std::max(w, before[l - 1].W.cwiseAbs().maxCoeff());
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
