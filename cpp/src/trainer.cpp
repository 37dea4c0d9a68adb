// SPDX-License-Identifier: MIT
#include "mlp/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "mlp/backward.h"
#include "mlp/cost.h"
#include "mlp/predict.h"
#include "mlp/reshape.h"
#include "mlp/rng.h"
#include "mlp/update.h"

namespace mlp {
namespace {

// Streams of the seed: those of initialise() are the layers' numbers, far below this.
constexpr std::uint64_t kOrderStream = 1U << 20U;

const char* name(Part part) { return part == Part::kTrain ? "training" : "test"; }

// 1 for 'yes' or the class itself: what predict() should say.
int expected(const Network& network, int label) {
  return network.output == Output::kSigmoid ? static_cast<int>(label == network.positive) : label;
}

bool all_finite(const Parameters<float>& parameters) {
  return std::all_of(parameters.begin(), parameters.end(), [](const Layer<float>& layer) {
    return layer.W.allFinite() && layer.b.allFinite();
  });
}

}  // namespace

Index chunk_size(const Network& network) {
  Index weights = 0;
  for (std::size_t l = 1; l < network.layers.size(); ++l) {
    weights += network.layers[l] * network.layers[l - 1];
  }
  // Forward, dA and dW take two operations a weight each; a slow machine does 6e8 in some 50 ms.
  Index chunk = 256;
  while (chunk > 8 && chunk * weights * 6 > 600'000'000) chunk /= 2;
  return chunk;
}

Status Trainer::configure(const Network& network) {
  if (Status status = mlp::check(network); !status.ok()) return status;
  network_ = network;
  const Index chunk = chunk_size(network_);
  parameters_ = initialise<float>(network_);
  gradients_ = zeros<float>(network_);
  cache_ = make_cache(parameters_, chunk, true);
  X_.resize(network_.layers.front(), chunk);
  Y_.resize(network_.layers.back(), chunk);
  range_.resize(static_cast<std::size_t>(chunk));
  reset();
  return Status::good();
}

Status Trainer::load(Part part, std::vector<std::uint8_t> images,
                     std::vector<std::uint8_t> labels) {
  if (network_.layers.empty() || parameters_.empty()) {
    return Status::bad(Code::kBadState, "Make a network before loading data.");
  }
  const auto n_0 = static_cast<std::size_t>(network_.layers.front());
  if (labels.empty() || images.size() != labels.size() * n_0) {
    return Status::bad(Code::kBadData,
                       std::string(name(part)) + " data: " + std::to_string(labels.size()) +
                           " labels need " + std::to_string(labels.size() * n_0) + " pixels (" +
                           std::to_string(n_0) + " an image), but there are " +
                           std::to_string(images.size()) + ".");
  }
  Data& loaded = data(part);
  loaded.images = std::move(images);
  loaded.labels = std::move(labels);
  loaded.pixels = n_0;
  loaded.largest_label = *std::max_element(loaded.labels.begin(), loaded.labels.end());
  if (part == Part::kTrain) {
    order_.resize(loaded.labels.size());
    position_ = batch_begin_ = batch_end_ = 0;
  }
  return Status::good();
}

void Trainer::reset() {
  parameters_ = initialise<float>(network_);
  good_ = parameters_;
  position_ = batch_begin_ = batch_end_ = 0;
  epochs_ = good_epochs_ = 0;
  updates_ = good_updates_ = 0;
  cost_sum_ = 0.0;
  correct_ = 0;
}

Status Trainer::check_data(Part part) const {
  if (parameters_.empty()) return Status::bad(Code::kBadState, "Make a network first.");
  const Data& used = data(part);
  const std::string which(name(part));
  if (used.labels.empty()) {
    return Status::bad(Code::kNoData, "There is no " + which + " data. Load it first.");
  }
  if (static_cast<Index>(used.pixels) != network_.layers.front()) {
    return Status::bad(Code::kBadData, "The " + which + " images have " +
                                           std::to_string(used.pixels) +
                                           " pixels, but layer 0 has " +
                                           std::to_string(network_.layers.front()) + " units.");
  }
  if (network_.output == Output::kSoftmax && used.largest_label >= network_.layers.back()) {
    return Status::bad(Code::kBadData, "The " + which + " data has a label " +
                                           std::to_string(used.largest_label) +
                                           ", but the last layer has only " +
                                           std::to_string(network_.layers.back()) + " units.");
  }
  return Status::good();
}

Status Trainer::check(const Descent& descent) const {
  if (!(descent.learning_rate > 0.0) || !std::isfinite(descent.learning_rate)) {
    return Status::bad(Code::kBadSetting, "learningRate: must be above 0 and finite.");
  }
  if (descent.batch_size < 1 || descent.batch_size > examples(Part::kTrain)) {
    return Status::bad(Code::kBadSetting, "batchSize: must be from 1 to the " +
                                              std::to_string(examples(Part::kTrain)) +
                                              " training images, not " +
                                              std::to_string(descent.batch_size) + ".");
  }
  return Status::good();
}

void Trainer::begin_epoch(const Descent& descent) {
  position_ = batch_begin_ = batch_end_ = 0;
  cost_sum_ = 0.0;
  correct_ = 0;
  std::iota(order_.begin(), order_.end(), 0U);
  if (descent.batch_size < examples(Part::kTrain)) {
    Rng rng(network_.seed, kOrderStream + static_cast<std::uint64_t>(epochs_));
    shuffle(order_, rng);
  }
}

void Trainer::begin_batch(const Descent& descent) {
  batch_begin_ = position_;
  batch_end_ = std::min(position_ + descent.batch_size, examples(Part::kTrain));
  clear(gradients_);
}

double Trainer::run_forward(const Data& data, std::span<const std::uint32_t> chosen) {
  const auto m = static_cast<Index>(chosen.size());
  reshape<float>(data.images, chosen, X_.leftCols(m));
  reshape_labels<float>(data.labels, chosen, network_.output, network_.positive, Y_.leftCols(m));
  forward<float>(parameters_, network_.output, X_.leftCols(m), cache_);
  return cost<float>(network_.output, cache_.back().Z.leftCols(m), Y_.leftCols(m));
}

bool Trainer::advance_chunk() {
  const Index m = std::min(X_.cols(), batch_end_ - position_);
  const Data& train = data(Part::kTrain);
  const auto chosen = std::span<const std::uint32_t>(order_).subspan(
      static_cast<std::size_t>(position_), static_cast<std::size_t>(m));
  const double chunk_cost = run_forward(train, chosen);
  if (!std::isfinite(chunk_cost)) return false;
  if (position_ == 0) {
    good_ = parameters_;
    good_epochs_ = epochs_;
    good_updates_ = updates_;
  }
  cost_sum_ += chunk_cost * static_cast<double>(m);
  for (Index i = 0; i < m; ++i) {
    const int label = train.labels[chosen[static_cast<std::size_t>(i)]];
    correct_ += static_cast<Index>(mlp::predict<float>(network_.output, cache_.back().A, i) ==
                                   expected(network_, label));
  }
  backward<float>(parameters_, X_.leftCols(m), Y_.leftCols(m), batch_end_ - batch_begin_, cache_,
                  gradients_);
  position_ += m;
  return true;
}

Status Trainer::diverged() {
  const std::string where =
      "epoch " + std::to_string(epochs_ + 1) + ", update " + std::to_string(updates_ + 1);
  parameters_ = good_;
  epochs_ = good_epochs_;
  updates_ = good_updates_;
  position_ = batch_begin_ = batch_end_ = 0;
  return Status::bad(Code::kDiverged,
                     "The cost became infinite or not a number in " + where +
                         ". The weights are those after " + std::to_string(epochs_) +
                         " epochs. Choose a smaller learning rate and go on, or reset.");
}

void Trainer::report(Progress& progress) const {
  progress.epochs = epochs_;
  progress.updates = updates_;
  progress.examples = position_;
  progress.of = examples(Part::kTrain);
  const double done = static_cast<double>(std::max<Index>(position_, 1));
  progress.cost = cost_sum_ / done;
  progress.accuracy = static_cast<double>(correct_) / done;
}

Status Trainer::advance(const Descent& descent, Index max_examples, bool one_batch,
                        Progress& progress) {
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  if (Status status = check(descent); !status.ok()) return status;
  if (position_ == 0 || position_ == examples(Part::kTrain)) begin_epoch(descent);
  progress = {};
  const Index begin = position_;
  const Index until = position_ + std::max<Index>(max_examples, 1);
  while (position_ < until && !progress.epoch_done && !(one_batch && progress.batch_done)) {
    if (position_ == batch_end_) begin_batch(descent);
    if (!advance_chunk()) return diverged();
    progress.batch_done = position_ == batch_end_;
    if (!progress.batch_done) continue;
    update(parameters_, gradients_, static_cast<float>(descent.learning_rate));
    ++updates_;
    progress.epoch_done = position_ == examples(Part::kTrain);
  }
  if (progress.epoch_done) {
    if (!all_finite(parameters_)) return diverged();
    ++epochs_;
  }
  progress.done = position_ - begin;
  report(progress);
  return Status::good();
}

Status Trainer::evaluate_begin(Part part) {
  if (Status status = check_data(part); !status.ok()) return status;
  evaluated_ = part;
  evaluated_examples_ = 0;
  evaluated_cost_ = 0.0;
  const auto n =
      static_cast<std::size_t>(network_.output == Output::kSigmoid ? 2 : network_.layers.back());
  confusion_.assign(n * n, 0U);
  return Status::good();
}

Status Trainer::evaluate_advance(Index max_examples, Evaluation& evaluation) {
  if (Status status = check_data(evaluated_); !status.ok()) return status;
  const Data& part = data(evaluated_);
  const auto n = network_.output == Output::kSigmoid ? 2 : network_.layers.back();
  if (static_cast<Index>(confusion_.size()) != n * n) {
    return Status::bad(Code::kBadState, "Call evaluate_begin() first.");
  }
  const Index of = examples(evaluated_);
  const Index until = std::min(of, evaluated_examples_ + std::max<Index>(max_examples, 1));
  while (evaluated_examples_ < until) {
    const Index m = std::min(X_.cols(), of - evaluated_examples_);
    const auto chosen = std::span(range_).first(static_cast<std::size_t>(m));
    std::iota(chosen.begin(), chosen.end(), static_cast<std::uint32_t>(evaluated_examples_));
    evaluated_cost_ += run_forward(part, chosen) * static_cast<double>(m);
    for (Index i = 0; i < m; ++i) {
      const int label = part.labels[chosen[static_cast<std::size_t>(i)]];
      const Index row = expected(network_, label);
      const Index column = mlp::predict<float>(network_.output, cache_.back().A, i);
      ++confusion_[static_cast<std::size_t>(row + n * column)];
    }
    evaluated_examples_ += m;
  }
  evaluation.examples = evaluated_examples_;
  evaluation.of = of;
  evaluation.cost = evaluated_cost_ / static_cast<double>(evaluated_examples_);
  evaluation.confusion = confusion_;
  evaluation.correct = 0;
  for (Index k = 0; k < n; ++k) {
    evaluation.correct += confusion_[static_cast<std::size_t>(k + n * k)];
  }
  return Status::good();
}

Status Trainer::predict(std::span<const std::uint8_t> images, std::span<float> probabilities) {
  if (parameters_.empty()) return Status::bad(Code::kBadState, "Make a network first.");
  const Index n_0 = network_.layers.front();
  const Index n_L = network_.layers.back();
  const auto count = static_cast<Index>(images.size()) / n_0;
  if (static_cast<Index>(images.size()) != count * n_0 ||
      static_cast<Index>(probabilities.size()) != count * n_L) {
    return Status::bad(Code::kBadData, "images: " + std::to_string(images.size()) +
                                           " pixels are not a whole number of images of " +
                                           std::to_string(n_0) + " pixels.");
  }
  for (Index done = 0; done < count;) {
    const Index m = std::min(X_.cols(), count - done);
    const auto chosen = std::span(range_).first(static_cast<std::size_t>(m));
    std::iota(chosen.begin(), chosen.end(), static_cast<std::uint32_t>(done));
    reshape<float>(images, chosen, X_.leftCols(m));
    forward<float>(parameters_, network_.output, X_.leftCols(m), cache_);
    Eigen::Map<Matrix<float>>(probabilities.data() + done * n_L, n_L, m) =
        cache_.back().A.leftCols(m);
    done += m;
  }
  return Status::good();
}

}  // namespace mlp
