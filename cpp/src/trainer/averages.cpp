// SPDX-License-Identifier: MIT
// The weights that are not the present ones: their mean, and those that are kept.
#include "engine/engine.h"
#include "mlp/trainer/trainer.h"
#include "trainer/remembered.h"

namespace mlp {

Index Trainer::averages() const { return remembered_->averages; }

void Trainer::average(const TrainingSettings& settings, bool epoch) {
  Remembered& of = *remembered_;
  if (settings.averaging != of.averaging) {
    of.averaging = settings.averaging;
    of.averages = 0;
    // Room for it, with the first batch.
    if (settings.averaging != Averaging::kNone && of.mean.empty()) engine_->copy_to(of.mean);
  }
  const bool takes = settings.averaging == Averaging::kEpochs
                         ? epoch && epochs_ > settings.averaging_from
                         : !epoch && settings.averaging == Averaging::kExponential &&
                               updates_ % kAveragedUpdates == 0;
  if (!takes) return;
  ++of.averages;
  if (of.averages == 1) return engine_->copy_to(of.mean);
  const double factor = averaging_factor(settings.averaging, settings.averaging_decay, of.averages);
  engine_->average_into(of.mean, static_cast<float>(factor));
}

void Trainer::take_average() {
  if (remembered_->averages == 0) return;
  use_weights(remembered_->mean);
}

void Trainer::keep() {
  if (!engine_) return;
  if (remembered_->averages > 0) {
    remembered_->kept = remembered_->mean;
  } else {
    engine_->copy_to(remembered_->kept);
  }
}

void Trainer::restore() {
  if (!remembered_->kept.empty()) use_weights(remembered_->kept);
}

void Trainer::use_weights(const PackedParameters& weights) {
  engine_->set_packed(weights);
  weights_were_set();
  good_epochs_ = epochs_;
  good_updates_ = updates_;
}

}  // namespace mlp
