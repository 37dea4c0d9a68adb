// SPDX-License-Identifier: MIT
// What is done with the gradient once it is summed.
#pragma once

#include "mlp/methods/optimizer.h"

namespace mlp::kernels {

// One optimizer step, in float32.
struct Step {
  Method method = Method::kGradientDescent;
  bool add = false;      // to the sums of the chunks before; false: begin with zeros
  bool update = true;    // make the step; false: leave the sums for the next chunk
  float penalty = 0.0F;  // lambda of the L2 penalty, g = sum + lambda w; of biases 0
  StepFactors<float> factors = {};

  // The same step of biases, which nothing draws towards 0.
  Step of_biases() const {
    Step step = *this;
    step.penalty = 0.0F;
    step.factors.shrink = 1.0F;
    return step;
  }
};

// Step number t (from 1) of an optimizer, with learning rate `rate` and kAdamW's decay.
Step make_step(const Optimizer& optimizer, double rate, double decay, Index t);

}  // namespace mlp::kernels
