// SPDX-License-Identifier: MIT
// Networks that answer together, in arguments and results that JavaScript can hold.
#pragma once

#include "calls.h"
#include "mlp/trainer/committee.h"

namespace mlp::js {

Status committee_begin(Committee& committee, Trainer& trainer, Part part, Index copies);
Status committee_join(Committee& committee, const Snapshot& snapshot);
Evaluated committee_advance(Committee& committee, Index max_examples);

}  // namespace mlp::js
