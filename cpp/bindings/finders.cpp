// SPDX-License-Identifier: MIT
#include "finders.h"

namespace mlp::js {

Status finder_begin(LearningRateFinder& finder, const Trainer& trainer,
                    const TrainingSettings& settings, const RateRange& range) {
  return guarded([&] { return finder.begin(trainer, settings, range); });
}

Status finder_advance(LearningRateFinder& finder, Index max_examples) {
  return guarded([&] { return finder.advance(max_examples); });
}

Float64Array finder_rates(const LearningRateFinder& finder) {
  return to_array<Float64Array>(finder.rates());
}

Float64Array finder_costs(const LearningRateFinder& finder) {
  return to_array<Float64Array>(finder.costs());
}

}  // namespace mlp::js
