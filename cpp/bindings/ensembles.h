// SPDX-License-Identifier: MIT
// Networks that answer together, in arguments and results that JavaScript can hold.
#pragma once

#include "calls.h"
#include "mlp/trainer/ensemble.h"

namespace mlp::js {

Status ensemble_begin(Ensemble& ensemble, Trainer& trainer, Part part, Index copies);
Status ensemble_join(Ensemble& ensemble, const Snapshot& snapshot);
Evaluated ensemble_advance(Ensemble& ensemble, Index max_examples);

}  // namespace mlp::js
