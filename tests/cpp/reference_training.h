// SPDX-License-Identifier: MIT
// The loop of the notes in double, epoch by epoch: what both engines are tested against.
#pragma once

#include <cstdint>
#include <span>

#include "made_up_data.h"
#include "mlp/notes/train.h"
#include "mlp/trainer/training_settings.h"

namespace mlp {

class ReferenceTraining {
 public:
  // From the first weights of the network, in float32 as the trainer has them.
  ReferenceTraining(const Network& network, const MadeUpData& data);

  // One epoch, in the trainer's order. Returns its mean cost.
  double run_epoch(const TrainingSettings& settings);

  const Parameters<double>& parameters() const { return training_.parameters; }
  // How far the trainer's weights, in float32, may be from these.
  double tolerance() const { return tolerance_; }

 private:
  double learn(const TrainingSettings& settings, std::span<const std::uint32_t> batch);
  void add_tolerance(const TrainingSettings& settings, Index m, const Parameters<double>& before);

  Network network_;
  const MadeUpData& data_;
  Training<double> training_;
  Index epochs_ = 0;
  std::uint64_t updates_ = 0;
  double tolerance_ = 0.0;
};

}  // namespace mlp
