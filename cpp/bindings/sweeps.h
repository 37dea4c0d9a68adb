// SPDX-License-Identifier: MIT
// The learning-rate range test in results that JavaScript can hold.
#pragma once

#include "convert.h"
#include "mlp/trainer/rate_sweep.h"

namespace mlp::js {

Status sweep_begin(RateSweep& sweep, const Trainer& trainer, const Descent& descent,
                   const RateRange& range);
Status sweep_advance(RateSweep& sweep, Index max_examples);
Float64Array sweep_rates(const RateSweep& sweep);
Float64Array sweep_costs(const RateSweep& sweep);

}  // namespace mlp::js
