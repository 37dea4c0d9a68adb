// SPDX-License-Identifier: MIT
#include "committees.h"

namespace mlp::js {

Status committee_begin(Committee& committee, Trainer& trainer, Part part, Index copies) {
  return guarded([&] { return committee.begin(trainer, part, copies); });
}

Status committee_join(Committee& committee, const Snapshot& snapshot) {
  return guarded([&] { return committee.join(snapshot); });
}

Evaluated committee_advance(Committee& committee, Index max_examples) {
  Evaluation evaluation;
  const Status status = guarded([&] { return committee.advance(max_examples, evaluation); });
  return to_evaluated(status, evaluation);
}

}  // namespace mlp::js
