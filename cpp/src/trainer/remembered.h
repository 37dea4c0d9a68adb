// SPDX-License-Identifier: MIT
// The weights that the trainer may go back to.
#pragma once

#include "engine/engine.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

struct Trainer::Remembered {
  PackedParameters begun;  // at the start of the epoch
  PackedParameters good;   // the same of an epoch whose first cost was finite
  PackedParameters kept;   // by keep(); empty before
  PackedParameters mean;   // of the weights, when averages is above 0
  Averaging averaging = Averaging::kNone;
  Index averages = 0;  // weights that the mean has taken
};

}  // namespace mlp
