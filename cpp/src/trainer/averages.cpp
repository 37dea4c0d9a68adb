// SPDX-License-Identifier: MIT
// The weights that are not the present ones: their mean, and those that are kept.
#include "engine/engine.h"
#include "mlp/trainer/trainer.h"
#include "trainer/remembered.h"

namespace mlp {

Index Trainer::averages() const { return remembered_->averages; }

void Trainer::average(const Descent& descent, bool epoch) {
  Remembered& of = *remembered_;
  if (descent.averaging != of.averaging) {
    of.averaging = descent.averaging;
    of.averages = 0;
    // Room for it, with the first batch.
    if (descent.averaging != Averaging::kNone && of.mean.empty()) engine_->copy_to(of.mean);
  }
  const bool takes = descent.averaging == Averaging::kEpochs
                         ? epoch && epochs_ > descent.averaging_from
                         : !epoch && descent.averaging == Averaging::kExponential &&
                               updates_ % kAveragedUpdates == 0;
  if (!takes) return;
  ++of.averages;
  if (of.averages == 1) return engine_->copy_to(of.mean);
  const double factor = averaging_factor(descent.averaging, descent.averaging_decay, of.averages);
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
