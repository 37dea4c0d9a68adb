// SPDX-License-Identifier: MIT
#include "mlp/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "engine/engine.h"
#include "engine/team.h"
#include "mlp/rng.h"
#include "mlp/streams.h"
#include "remembered.h"

namespace mlp {
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

Trainer::Trainer() : team_(std::make_unique<Team>()), remembered_(std::make_unique<Remembered>()) {}

Trainer::~Trainer() = default;

Index Trainer::use_threads(Index wanted) { return team_->resize(std::max<Index>(wanted, 1)); }

Status Trainer::configure(const Network& network) {
  if (Status status = mlp::check(network); !status.ok()) return status;
  // Made before anything changes: there may be no memory for it.
  auto engine = std::make_unique<Engine>(network, chunk_size(network), *team_);
  network_ = network;
  engine_ = std::move(engine);
  *remembered_ = {};
  all_.resize(static_cast<std::size_t>(engine_->max_examples()));
  std::iota(all_.begin(), all_.end(), 0U);
  reset();
  return Status::good();
}

Status Trainer::load(Part part, std::vector<std::uint8_t> images,
                     std::vector<std::uint8_t> labels) {
  if (!engine_ || part == Part::kValidation) {
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
  engine_->set_parameters(initialise<float>(network_));
  weights_were_set();
  remembered_->kept.clear();
  epochs_ = good_epochs_ = 0;
  updates_ = good_updates_ = 0;
}

void Trainer::keep() {
  if (engine_) engine_->copy_to(remembered_->kept);
}

void Trainer::restore() {
  if (remembered_->kept.empty()) return;
  engine_->set_packed(remembered_->kept);
  weights_were_set();
  good_epochs_ = epochs_;
  good_updates_ = updates_;
}

Parameters<float> Trainer::parameters() const {
  return engine_ ? engine_->parameters() : Parameters<float>();
}

void Trainer::weights_were_set() {
  engine_->copy_to(remembered_->good);
  engine_->forget_steps();
  evaluation_is_over();
  forget_epoch();
}

void Trainer::forget_epoch() {
  position_ = batch_begin_ = batch_end_ = 0;
  cost_sum_ = 0.0;
  correct_ = 0;
}

Status Trainer::check_data(Part part) const {
  if (!engine_) return Status::bad(Code::kBadState, "Make a network first.");
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
}

bool Trainer::learn_chunk(const Descent& descent) {
  const Index m = std::min(engine_->max_examples(), batch_end_ - position_);
  const bool first = position_ == 0;
  if (first) engine_->copy_to(remembered_->begun);
  learning_rate_ = descent.learning_rate * rate(descent.schedule, updates_ - descent.first_update);
  const Lesson lesson{
      .descent = descent,
      .learning_rate = learning_rate_,
      .batch = batch_end_ - batch_begin_,
      .before = position_ - batch_begin_,
      .update = static_cast<std::uint64_t>(updates_),
  };
  const auto chosen = std::span<const std::uint32_t>(order_).subspan(
      static_cast<std::size_t>(position_), static_cast<std::size_t>(m));
  const Answers answers = engine_->learn({train_.images, train_.labels, chosen}, lesson);
  if (!std::isfinite(answers.cost)) return false;
  if (first) {
    std::swap(remembered_->good, remembered_->begun);
    good_epochs_ = epochs_;
    good_updates_ = updates_;
  }
  cost_sum_ += answers.cost;
  correct_ += answers.correct;
  position_ += m;
  if (position_ == batch_end_) ++updates_;
  return true;
}

Status Trainer::diverged() {
  const std::string where =
      "epoch " + std::to_string(epochs_ + 1) + ", update " + std::to_string(updates_ + 1);
  epochs_ = good_epochs_;
  updates_ = good_updates_;
  engine_->set_packed(remembered_->good);
  weights_were_set();
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
  progress.gradient_norm = engine_->gradient_norm();
  const double done = static_cast<double>(std::max<Index>(position_, 1));
  progress.cost = cost_sum_ / done;
  progress.accuracy = static_cast<double>(correct_) / done;
}

Status Trainer::advance(const Descent& descent, Index max_examples, bool one_batch,
                        Progress& progress) {
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  if (Status status = mlp::check(descent, examples(Part::kTrain)); !status.ok()) return status;
  engine_->prepare(descent);
  if (position_ == 0 || position_ == examples(Part::kTrain)) begin_epoch(descent);
  progress = {};
  const Index begin = position_;
  const Index until = position_ + std::max<Index>(max_examples, 1);
  while (position_ < until && !progress.epoch_done && !(one_batch && progress.batch_done)) {
    if (position_ == batch_end_) begin_batch(descent);
    if (!learn_chunk(descent)) return diverged();
    progress.batch_done = position_ == batch_end_;
    progress.epoch_done = position_ == examples(Part::kTrain);
  }
  if (progress.epoch_done) {
    if (!engine_->all_finite()) return diverged();
    ++epochs_;
  }
  progress.done = position_ - begin;
  report(progress);
  return Status::good();
}

}  // namespace mlp
