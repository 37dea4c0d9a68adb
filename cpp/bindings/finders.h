// SPDX-License-Identifier: MIT
// The learning-rate range test in results that JavaScript can hold.
#pragma once

#include "convert.h"
#include "mlp/trainer/learning_rate_finder.h"

namespace mlp::js {

Status finder_begin(LearningRateFinder& finder, const Trainer& trainer,
                    const TrainingSettings& settings, const RateRange& range);
Status finder_advance(LearningRateFinder& finder, Index max_examples);
Float64Array finder_rates(const LearningRateFinder& finder);
Float64Array finder_costs(const LearningRateFinder& finder);

}  // namespace mlp::js
