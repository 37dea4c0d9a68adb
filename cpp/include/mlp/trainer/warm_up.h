// SPDX-License-Identifier: MIT
// Training for nothing, so that a browser has compiled the code well before it counts: a function
// of WebAssembly runs four to six times slower until it was called often enough.
#pragma once

#include "mlp/trainer/trainer.h"

namespace mlp {

// A small network of its own on noise, which runs the code that another network's training will.
class WarmUp {
 public:
  // With the functions of `network`, and its layers where they are not large.
  explicit WarmUp(const Network& network, EngineKind kind = EngineKind::kFast);

  // A batch with these settings, and what follows an epoch. Where they do not fit, nothing is done.
  void work(const TrainingSettings& settings);

 private:
  Trainer trainer_;
};

}  // namespace mlp
