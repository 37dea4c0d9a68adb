// SPDX-License-Identifier: MIT
// Training as the notes have it, verb after verb, in double: what the engine is tested against.
#pragma once

#include <cstdint>
#include <span>

#include "made_up_data.h"
#include "mlp/notes/forward.h"
#include "mlp/notes/initialise.h"
#include "mlp/trainer/training_settings.h"

namespace mlp {

class ReferenceTraining {
 public:
  // From the first weights of the network, in float32 as the trainer has them.
  ReferenceTraining(const Network& network, const MadeUpData& data);

  // One epoch, in the trainer's order. Returns its mean cost.
  double run_epoch(const TrainingSettings& settings);

  const Parameters<double>& parameters() const { return parameters_; }
  // How far the trainer's weights, in float32, may be from these.
  double tolerance() const { return tolerance_; }

 private:
  double learn(const TrainingSettings& settings, std::span<const std::uint32_t> batch);
  void draw_masks(double rate, std::size_t m, Cache<double>& cache) const;
  void add_tolerance(const TrainingSettings& settings, Index m, const Gradients<double>& gradients,
                     const Cache<double>& cache, const Matrix<double>& X);

  Network network_;
  const MadeUpData& data_;
  Parameters<double> parameters_;
  OptimizerState<double> state_;
  Index epochs_ = 0;
  std::uint64_t updates_ = 0;
  double tolerance_ = 0.0;
};

}  // namespace mlp
