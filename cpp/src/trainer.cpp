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
#include "mlp/regularise.h"
#include "mlp/reshape.h"
#include "mlp/rng.h"

namespace mlp {
namespace {

// Streams of the seed: those of initialise() are the layers' numbers, far below these.
constexpr std::uint64_t kOrderStream = 1U << 20U;
constexpr std::uint64_t kMaskStream = 1U << 30U;
constexpr std::uint64_t kSplitStream = (1U << 30U) + 1;

bool all_finite(const Parameters<float>& parameters) {
  return std::all_of(parameters.begin(), parameters.end(), [](const Layer<float>& layer) {
    return layer.W.allFinite() && layer.b.allFinite();
  });
}

}  // namespace

const char* name(Part part) {
  if (part == Part::kTest) return "test";
  return part == Part::kTrain ? "training" : "validation";
}

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
  c_.resize(static_cast<std::size_t>(chunk));
  reset();
  return Status::good();
}

Status Trainer::load(Part part, std::vector<std::uint8_t> images,
                     std::vector<std::uint8_t> labels) {
  if (parameters_.empty() || part == Part::kValidation) {
    return Status::bad(Code::kBadState, "Make a network before loading data.");
  }
  const auto n_0 = static_cast<std::size_t>(network_.layers.front());
  DataSet& loaded = part == Part::kTest ? test_ : train_;
  Status status = assemble(name(part), std::move(images), std::move(labels), n_0, loaded);
  if (!status.ok()) return status;
  evaluation_is_over();
  if (part == Part::kTrain) {
    put_all_back();
  } else {
    members(part).resize(loaded.labels.size());
    std::iota(members(part).begin(), members(part).end(), 0U);
  }
  return status;
}

Status Trainer::images(Part part, Index first, Index count, std::span<const std::uint8_t>& images,
                       std::span<const std::uint8_t>& labels) const {
  const DataSet& from = data(part);
  const auto of = static_cast<Index>(from.labels.size());
  if (of == 0) {
    return Status::bad(Code::kNoData, "There is no " + std::string(name(part)) + " data.");
  }
  if (first < 0 || count < 1 || first > of - count) {
    return Status::bad(Code::kBadSetting, "first: there are " + std::to_string(of) + " " +
                                              name(part) + " images, from number 0 on.");
  }
  const auto begin = static_cast<std::size_t>(first);
  const auto length = static_cast<std::size_t>(count);
  images = std::span(from.images).subspan(begin * from.pixels, length * from.pixels);
  labels = std::span(from.labels).subspan(begin, length);
  return Status::good();
}

Status Trainer::split(double share) {
  if (!(share >= 0.0) || share >= 1.0) {
    return Status::bad(Code::kBadSetting, "validation: must be at least 0 and below 1.");
  }
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  if (share == validation_share_) return Status::good();
  if (share > 0.0 && train_.labels.size() < 2) {
    return Status::bad(Code::kBadSetting, "validation: one image cannot be split; use 0.");
  }
  evaluation_is_over();
  put_all_back();
  if (share == 0.0) return Status::good();
  validation_share_ = share;
  std::vector<std::uint32_t>& train = members(Part::kTrain);
  std::vector<std::uint32_t>& validation = members(Part::kValidation);
  Rng rng(network_.seed, kSplitStream);
  shuffle(train, rng);
  // At least one image on either side.
  const auto wanted = static_cast<std::size_t>(share * static_cast<double>(train.size()));
  const std::size_t kept = train.size() - std::clamp<std::size_t>(wanted, 1, train.size() - 1);
  validation.assign(train.begin() + static_cast<std::ptrdiff_t>(kept), train.end());
  train.resize(kept);
  // In the order of the data again: it is kept in a full batch, and quicker to read.
  std::sort(train.begin(), train.end());
  std::sort(validation.begin(), validation.end());
  order_ = train;
  forget_epoch();
  return Status::good();
}

void Trainer::put_all_back() {
  members(Part::kTrain).resize(train_.labels.size());
  std::iota(members(Part::kTrain).begin(), members(Part::kTrain).end(), 0U);
  members(Part::kValidation).clear();
  validation_share_ = 0.0;
  order_ = members(Part::kTrain);
  forget_epoch();
}

void Trainer::reset() {
  put_all_back();
  set_weights(initialise<float>(network_));
  kept_.clear();
  epochs_ = good_epochs_ = 0;
  updates_ = good_updates_ = 0;
}

void Trainer::restore() {
  if (kept_.empty()) return;
  set_weights(kept_);
  good_epochs_ = epochs_;
  good_updates_ = updates_;
}

void Trainer::set_weights(const Parameters<float>& parameters) {
  parameters_ = parameters;
  good_ = parameters_;
  state_ = make_state(method_, parameters_);
  evaluation_is_over();
  forget_epoch();
}

void Trainer::forget_epoch() {
  position_ = batch_begin_ = batch_end_ = 0;
  cost_sum_ = 0.0;
  correct_ = 0;
}

Status Trainer::check_data(Part part) const {
  if (parameters_.empty()) return Status::bad(Code::kBadState, "Make a network first.");
  Status status = check_fit(name(part), data(part), network_);
  if (status.ok() && members(part).empty()) {
    return Status::bad(Code::kNoData, "No images are set aside for validation.");
  }
  return status;
}

void Trainer::begin_epoch(const Descent& descent) {
  forget_epoch();
  order_ = members(Part::kTrain);
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

void Trainer::fill(const DataSet& data, std::span<const std::uint32_t> chosen) {
  const auto m = static_cast<Index>(chosen.size());
  reshape<float>(data.images, chosen, X_.leftCols(m));
  reshape_labels<float>(data.labels, chosen, network_.g.output, network_.positive, Y_.leftCols(m));
}

bool Trainer::advance_chunk(const Descent& descent) {
  const Index m = std::min(X_.cols(), batch_end_ - position_);
  const Output output = network_.g.output;
  fill(train_, std::span<const std::uint32_t>(order_).subspan(static_cast<std::size_t>(position_),
                                                              static_cast<std::size_t>(m)));
  const auto X = X_.leftCols(m);
  auto Y = Y_.leftCols(m);
  const Dropout dropout = descent.dropout > 0.0 ? Dropout::kOn : Dropout::kOff;
  if (dropout == Dropout::kOn) {
    const auto n = (static_cast<std::uint64_t>(updates_) << 24U) +
                   static_cast<std::uint64_t>(position_ - batch_begin_);
    Rng rng(mix(network_.seed, n), kMaskStream);
    draw_masks(descent.dropout, m, rng, cache_);
  }
  forward<float>(parameters_, network_.g, X, cache_, dropout);
  for (Index i = 0; i < m; ++i) {
    correct_ += static_cast<Index>(mlp::predict<float>(output, cache_.back().A, i) ==
                                   mlp::predict<float>(output, Y, i));
  }
  std::span<float> c;
  if (output == Output::kSigmoid && descent.positive_weight != 1.0) {
    c = std::span(c_).first(static_cast<std::size_t>(m));
    const auto weight = static_cast<float>(descent.positive_weight);
    for (Index i = 0; i < m; ++i) c[static_cast<std::size_t>(i)] = Y(0, i) > 0.5F ? weight : 1.0F;
  }
  if (descent.label_smoothing > 0.0) {
    smooth_labels<float>(output, descent.label_smoothing, Y);
  }
  const double chunk_cost = cost<float>(output, cache_.back().Z.leftCols(m), Y, c);
  if (!std::isfinite(chunk_cost)) return false;
  if (position_ == 0) {
    good_ = parameters_;
    good_epochs_ = epochs_;
    good_updates_ = updates_;
  }
  cost_sum_ += chunk_cost * static_cast<double>(m);
  backward<float>(parameters_, network_.g.hidden, X, Y, batch_end_ - batch_begin_, cache_,
                  gradients_, dropout, c);
  position_ += m;
  return true;
}

void Trainer::end_batch(const Descent& descent) {
  if (descent.clip_norm > 0.0) gradient_norm_ = clip(descent.clip_norm, gradients_);
  Optimizer optimizer = descent.optimizer;
  if (optimizer.method == Method::kAdamW) {
    optimizer.decay = descent.weight_decay;
  } else if (descent.weight_decay > 0.0) {
    add_penalty(parameters_, descent.weight_decay, gradients_);
  }
  learning_rate_ = descent.learning_rate * rate(descent.schedule, updates_ - descent.first_update);
  update(parameters_, gradients_, optimizer, learning_rate_, state_);
  if (descent.max_norm > 0.0) limit_norms(descent.max_norm, parameters_);
  ++updates_;
}

Status Trainer::diverged() {
  const std::string where =
      "epoch " + std::to_string(epochs_ + 1) + ", update " + std::to_string(updates_ + 1);
  epochs_ = good_epochs_;
  updates_ = good_updates_;
  set_weights(good_);
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
  progress.learning_rate = learning_rate_;
  progress.gradient_norm = gradient_norm_;
  const double done = static_cast<double>(std::max<Index>(position_, 1));
  progress.cost = cost_sum_ / done;
  progress.accuracy = static_cast<double>(correct_) / done;
}

Status Trainer::advance(const Descent& descent, Index max_examples, bool one_batch,
                        Progress& progress) {
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  if (Status status = mlp::check(descent, examples(Part::kTrain)); !status.ok()) return status;
  if (descent.optimizer.method != method_) {
    method_ = descent.optimizer.method;
    state_ = make_state(method_, parameters_);
  }
  if (position_ == 0 || position_ == examples(Part::kTrain)) begin_epoch(descent);
  progress = {};
  gradient_norm_ = 0.0;
  const Index begin = position_;
  const Index until = position_ + std::max<Index>(max_examples, 1);
  while (position_ < until && !progress.epoch_done && !(one_batch && progress.batch_done)) {
    if (position_ == batch_end_) begin_batch(descent);
    if (!advance_chunk(descent)) return diverged();
    progress.batch_done = position_ == batch_end_;
    if (!progress.batch_done) continue;
    end_batch(descent);
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

}  // namespace mlp
