// SPDX-License-Identifier: MIT
// What is done with the gradient once it is summed.
#pragma once

#include "mlp/notes/update.h"

namespace mlp::kernels {

// The numbers of one optimizer step, as in update.h, in float32.
struct Step {
  Method method = Method::kGradientDescent;
  bool add = false;      // to the sums of the chunks before; false: begin with zeros
  bool update = true;    // make the step; false: leave the sums for the next chunk
  float penalty = 0.0F;  // lambda of the L2 penalty, g = sum + lambda w; of biases 0
  float alpha = 0.0F;
  float shrink = 1.0F;  // 1 - alpha decay of kAdamW; of biases 1
  float mu = 0.0F;
  float rho = 0.0F, rest_of_rho = 1.0F;                              // rho and 1 - rho
  float beta_1 = 0.0F, beta_2 = 0.0F, rest_1 = 1.0F, rest_2 = 1.0F;  // b and 1 - b
  float correction_1 = 1.0F, correction_2 = 1.0F;                    // 1 / (1 - b^t)
  float epsilon = 0.0F;
};

// Step number t (from 1) of an optimizer, with learning rate `rate`.
Step make_step(const Optimizer& optimizer, double rate, Index t);

}  // namespace mlp::kernels
