// SPDX-License-Identifier: MIT
#include "ensembles.h"

namespace mlp::js {

Status ensemble_begin(Ensemble& ensemble, Trainer& trainer, Part part, Index copies) {
  return guarded([&] { return ensemble.begin(trainer, part, copies); });
}

Status ensemble_join(Ensemble& ensemble, const Snapshot& snapshot) {
  return guarded([&] { return ensemble.join(snapshot); });
}

Evaluated ensemble_advance(Ensemble& ensemble, Index max_examples) {
  Evaluation evaluation;
  const Status status = guarded([&] { return ensemble.advance(max_examples, evaluation); });
  return to_evaluated(status, evaluation);
}

}  // namespace mlp::js
