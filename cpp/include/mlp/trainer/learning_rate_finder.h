// SPDX-License-Identifier: MIT
// The learning-rate range test (L. N. Smith 2015, Cyclical learning rates for training neural
// networks, sec. 3.3): a short training whose rate grows from update to update shows between which
// rates the cost falls.
#pragma once

#include <algorithm>
#include <memory>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/trainer/trainer.h"
#include "mlp/trainer/training_settings.h"

namespace mlp {

struct RateRange {
  double from = 1e-5;  // above 0
  double to = 10.0;    // above `from`
  Index steps = 100;   // updates, 2 ... 10,000; the rate grows by the same factor at each
};

// A test of a trainer's network, on a copy of its present weights: the trainer stays as it is.
class LearningRateFinder {
 public:
  LearningRateFinder();
  ~LearningRateFinder();

  // The trainer, which must outlive it, lends its data and its threads.
  //   settings  how the updates are made; its learning rate, schedule and extras do not matter
  // kBadSetting when a setting is outside its limits; what advance() of the trainer answers when
  // there is no data that fits.
  Status begin(const Trainer& trainer, const TrainingSettings& settings, const RateRange& range);
  // Learns about max_examples more. kBadState when the trainer's data was replaced meanwhile.
  Status advance(Index max_examples);

  // After the last update, or when the cost is more than 4 times its lowest after those that
  // settle, or not finite.
  bool over() const { return over_; }
  Index updates() const { return updates_; }
  // Of each update: its rate, and the cost after it: that of the next batch, as a mean over the
  // batches so far in which each counts 0.9 times as much as the one after it.
  std::span<const double> rates() const { return rates_; }
  std::span<const double> costs() const { return costs_; }
  // The rate to train with: where the cost had made two thirds of its fall, from its mean over the
  // first fifth of the updates (at most 20) to its lowest. 0 where that fall is less than the
  // spread of those first costs: then there is none to be seen.
  double suggested() const;

 private:
  void begin_batch();
  void finish_batch();
  double rate() const;
  // Batches at first whose costs are too few for a mean, and of rates too small to matter.
  Index settling() const { return std::clamp<Index>(range_.steps / 5, 1, 20); }

  const Trainer* trainer_ = nullptr;
  Index replacements_ = 0;  // of the trainer's data when it began
  TrainingSettings settings_;
  RateRange range_;
  std::uint64_t seed_ = 0;
  std::unique_ptr<Engine> engine_;
  std::unique_ptr<BatchAssembler> assembler_;  // with augmentation alone
  std::vector<std::uint32_t> order_;
  Index passes_ = 0;    // through the data, begun
  Index position_ = 0;  // in the order
  Index before_ = 0;    // examples of the batch under way that are learned
  double batch_cost_ = 0.0;
  double mean_ = 0.0;  // before its correction for the few batches at first
  double weight_ = 1.0;
  double sum_ = 0.0;  // of the costs of the batches that settle, and of their squares
  double squares_ = 0.0;
  double lowest_ = 0.0;
  Index updates_ = 0;
  bool over_ = true;
  std::vector<double> rates_;
  std::vector<double> costs_;
};

}  // namespace mlp
