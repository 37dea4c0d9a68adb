// SPDX-License-Identifier: MIT
#include "mlp/trainer/trainer.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <string>
#include <utility>

#include "engine/thread_pool.h"
#include "mlp/methods/engine.h"
#include "mlp/notes/initialise.h"
#include "trainer/batch_assembler.h"
#include "trainer/make_engine.h"

namespace mlp {

const char* name(Part part) {
  if (part == Part::kTest) return "test";
  return part == Part::kTrain ? "training" : "validation";
}

Index chunk_size(const Network& network) {
  std::int64_t weights = 0;  // times a chunk they are too many for the Index of WebAssembly
  for (std::size_t l = 1; l < network.layers.size(); ++l) {
    weights += std::int64_t{network.layers[l]} * network.layers[l - 1];
  }
  // Forward, dA and dW take two operations a weight each; a slow machine does 6e8 in some 50 ms.
  Index chunk = 256;
  while (chunk > 8 && chunk * weights * 6 > 600'000'000) chunk /= 2;
  return chunk;
}

Trainer::Trainer() : pool_(std::make_unique<ThreadPool>()) {}

Trainer::~Trainer() = default;

Index Trainer::use_threads(Index wanted) { return pool_->resize(std::max<Index>(wanted, 1)); }

Status Trainer::configure(const Network& network) {
  if (Status status = mlp::check(network); !status.ok()) return status;
  // Made before anything changes: there may be no memory for it.
  auto engine = make_engine(engine_kind_, network, *pool_);
  engine->set_parameters(initialise<float>(network));
  engine->keep(Kept::kGood);
  put_network(network, std::move(engine));
  begin_anew();
  return Status::good();
}

void Trainer::put_network(const Network& network, std::unique_ptr<Engine> engine) {
  std::vector<std::uint32_t> all(static_cast<std::size_t>(engine->max_examples()));
  std::iota(all.begin(), all.end(), 0U);
  network_ = network;
  engine_ = std::move(engine);
  all_ = std::move(all);
  assembler_.reset();
  averaging_ = Averaging::kNone;
  averages_ = 0;
}

void Trainer::reset() {
  engine_->set_parameters(initialise<float>(network_));
  begin_anew();
}

void Trainer::begin_anew() {
  put_all_back();
  weights_were_set();
  engine_->forget(Kept::kBest);
  epochs_ = good_epochs_ = 0;
  updates_ = good_updates_ = 0;
}

Parameters<float> Trainer::parameters() const {
  return engine_ ? engine_->parameters() : Parameters<float>();
}

Layer<float> Trainer::parameters(Index l) const { return engine_->parameters(l); }

void Trainer::weights_were_set() {
  engine_->keep(Kept::kGood);
  averages_ = 0;
  engine_->forget_steps();
  evaluation_is_over();
  forget_epoch();
}

void Trainer::forget_epoch() {
  position_ = batch_begin_ = batch_end_ = 0;
  cost_sum_ = 0.0;
  correct_ = 0;
}

bool Trainer::learn_chunk(const TrainingSettings& settings) {
  const Index m = std::min(engine_->max_examples(), batch_end_ - position_);
  const bool first = position_ == 0;
  if (first) engine_->keep(Kept::kBegun);
  learning_rate_ =
      settings.learning_rate * rate(settings.schedule, updates_ - settings.first_update);
  const BatchContext context{
      .settings = update_settings(settings),
      .learning_rate = learning_rate_,
      .batch = batch_end_ - batch_begin_,
      .before = position_ - batch_begin_,
      .update = static_cast<std::uint64_t>(updates_),
  };
  const Answers answers = engine_->learn(next_examples(settings, m), context);
  if (!std::isfinite(answers.cost)) return false;
  if (first) {
    engine_->swap(Kept::kGood, Kept::kBegun);
    good_epochs_ = epochs_;
    good_updates_ = updates_;
  }
  cost_sum_ += answers.cost;
  correct_ += answers.correct;
  position_ += m;
  if (position_ == batch_end_) {
    ++updates_;
    ++moment_;
    average(settings, false);
  }
  return true;
}

Status Trainer::diverged() {
  const std::string where =
      "epoch " + std::to_string(epochs_ + 1) + ", update " + std::to_string(updates_ + 1);
  epochs_ = good_epochs_;
  updates_ = good_updates_;
  engine_->use(Kept::kGood);
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
  progress.of = epoch_examples();
  progress.extra = extras_.generated + extras_.drawn;
  progress.learning_rate = learning_rate_;
  progress.gradient_norm = engine_->gradient_norm();
  const double done = static_cast<double>(std::max<Index>(position_, 1));
  progress.cost = cost_sum_ / done;
  progress.accuracy = static_cast<double>(correct_) / done;
}

Status Trainer::check(const TrainingSettings& settings) const {
  if (Status status = check_data(Part::kTrain); !status.ok()) return status;
  Status status = mlp::check(settings, examples(Part::kTrain));
  return status.ok() ? check_sources(settings) : status;
}

Status Trainer::advance(const TrainingSettings& settings, Index max_examples, bool one_batch,
                        Progress& progress) {
  if (Status status = check(settings); !status.ok()) return status;
  if (position_ == 0 || position_ == epoch_examples()) begin_epoch(settings);
  engine_->prepare(update_settings(settings), largest_batch(settings));
  progress = {};
  const Index begin = position_;
  const Index until = position_ + std::max<Index>(max_examples, 1);
  while (position_ < until && !progress.epoch_done && !(one_batch && progress.batch_done)) {
    if (between_batches()) begin_batch(settings);
    if (!learn_chunk(settings)) return diverged();
    progress.batch_done = position_ == batch_end_;
    progress.epoch_done = position_ == epoch_examples();
  }
  if (progress.epoch_done) {
    if (!engine_->all_finite()) return diverged();
    ++epochs_;
    average(settings, true);
  }
  progress.done = position_ - begin;
  report(progress);
  return Status::good();
}

}  // namespace mlp
