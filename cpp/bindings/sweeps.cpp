// SPDX-License-Identifier: MIT
#include "sweeps.h"

namespace mlp::js {

Status sweep_begin(RateSweep& sweep, const Trainer& trainer, const Descent& descent,
                   const RateRange& range) {
  return guarded([&] { return sweep.begin(trainer, descent, range); });
}

Status sweep_advance(RateSweep& sweep, Index max_examples) {
  return guarded([&] { return sweep.advance(max_examples); });
}

Float64Array sweep_rates(const RateSweep& sweep) { return to_array<Float64Array>(sweep.rates()); }

Float64Array sweep_costs(const RateSweep& sweep) { return to_array<Float64Array>(sweep.costs()); }

}  // namespace mlp::js
