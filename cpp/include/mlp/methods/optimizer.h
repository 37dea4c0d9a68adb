// SPDX-License-Identifier: MIT
// The published ways to step along a gradient: their settings, and what they remember.
// optimizer_formulas.h has their formulas.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

// g is the gradient dW_l or db_l, w the weight, t the step from 1.
enum class Method : std::uint8_t {
  kGradientDescent,  // w = w - alpha g
  kMomentum,         // v = mu v + g;  w = w - alpha v                      Sutskever et al. 2013
  kNesterov,         // v = mu v + g;  w = w - alpha (g + mu v)             the same, sec. 2
  kRmsprop,          // s = rho s + (1 - rho) g^2;  w = w - alpha g / (sqrt s + eps)  Hinton 2012
  kAdam,             // m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g^2;             Kingma, Ba
                     // w = w - alpha (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)  2015, alg. 1
  kAdamW,            // w = w - alpha decay w, then as kAdam    Loshchilov, Hutter 2019, alg. 2
};

struct Optimizer {
  Method method = Method::kGradientDescent;
  double momentum = 0.9;  // mu of kMomentum and kNesterov, at least 0 and below 1
  double rho = 0.99;      // of kRmsprop, at least 0 and below 1
  double beta_1 = 0.9;    // of kAdam and kAdamW, at least 0 and below 1
  double beta_2 = 0.999;
  double epsilon = 1e-8;  // at least 1e-30
};

// Whether a method remembers `first`, and `second`, of the state below.
constexpr bool keeps_second(Method method) {
  return method == Method::kAdam || method == Method::kAdamW || method == Method::kRmsprop;
}
constexpr bool keeps_first(Method method) {
  return method != Method::kGradientDescent && method != Method::kRmsprop;
}

// What a method remembers from step to step, in the parameters' shapes; empty where it needs none.
template <typename Scalar>
struct OptimizerState {
  Parameters<Scalar> first;   // v of kMomentum and kNesterov, m of kAdam
  Parameters<Scalar> second;  // s of kRmsprop, v of kAdam
  Index t = 0;                // steps taken
};

// The numbers of one step, as step_factors() of optimizer_formulas.h makes them.
template <typename Number>
struct StepFactors {
  Number minus_alpha;
  Number shrink;  // 1 - alpha decay of kAdamW; of biases 1
  Number mu;
  Number rho, rest_of_rho;                // rho and 1 - rho
  Number beta_1, beta_2, rest_1, rest_2;  // b and 1 - b
  Number correction_1, correction_2;      // 1 / (1 - b^t)
  Number epsilon;

  // The same numbers of another type, each by convert().
  template <typename Convert>
  auto each(Convert convert) const {
    using To = decltype(convert(minus_alpha));
    return StepFactors<To>{
        convert(minus_alpha), convert(shrink),       convert(mu),           convert(rho),
        convert(rest_of_rho), convert(beta_1),       convert(beta_2),       convert(rest_1),
        convert(rest_2),      convert(correction_1), convert(correction_2), convert(epsilon),
    };
  }
};

}  // namespace mlp
