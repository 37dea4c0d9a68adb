// SPDX-License-Identifier: MIT
// The weights that are not the present ones: their mean, and those that are kept.
#include "mlp/methods/engine.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

void Trainer::average(const TrainingSettings& settings, bool epoch) {
  if (settings.averaging != averaging_) {
    averaging_ = settings.averaging;
    averages_ = 0;
    // Room for it, with the first batch.
    if (settings.averaging != Averaging::kNone && !engine_->has(Kept::kMean)) {
      engine_->keep(Kept::kMean);
    }
  }
  const bool takes = settings.averaging == Averaging::kEpochs
                         ? epoch && epochs_ > settings.averaging_from
                         : !epoch && settings.averaging == Averaging::kExponential &&
                               updates_ % kAveragedUpdates == 0;
  if (!takes) return;
  ++averages_;
  if (averages_ == 1) return engine_->keep(Kept::kMean);
  const double factor = averaging_factor(settings.averaging, settings.averaging_decay, averages_);
  engine_->average_into(Kept::kMean, static_cast<float>(factor));
}

void Trainer::take_average() {
  if (averages_ == 0) return;
  use_weights(Kept::kMean);
}

void Trainer::keep() {
  if (!engine_) return;
  if (averages_ > 0) {
    engine_->copy(Kept::kMean, Kept::kBest);
  } else {
    engine_->keep(Kept::kBest);
  }
}

void Trainer::restore() {
  if (engine_ && engine_->has(Kept::kBest)) use_weights(Kept::kBest);
}

void Trainer::use_weights(Kept kept) {
  engine_->use(kept);
  weights_were_set();
  good_epochs_ = epochs_;
  good_updates_ = updates_;
}

}  // namespace mlp
