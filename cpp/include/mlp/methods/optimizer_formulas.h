// SPDX-License-Identifier: MIT
// The formula of each optimizer's step, once: notes/update.cpp takes it for whole matrices, as
// Eigen arrays, and kernels/gradient.cpp for four weights at once, while their gradient is in
// registers.
#pragma once

#include "mlp/methods/number.h"
#include "mlp/methods/optimizer.h"

namespace mlp {

// The numbers of step t, from 1.
//   rate   alpha, above 0
//   decay  of W_l by kAdamW, at least 0; of b_l, and with every other method, 0
template <typename Scalar>
StepFactors<Scalar> step_factors(const Optimizer& optimizer, double rate, double decay, Index t) {
  // 1 - b is taken before it is rounded: a b near 1 rounds to 1 in float32.
  const StepFactors<double> exact{
      .minus_alpha = -rate,
      .shrink = 1.0 - rate * decay,
      .mu = optimizer.momentum,
      .rho = optimizer.rho,
      .rest_of_rho = 1.0 - optimizer.rho,
      .beta_1 = optimizer.beta_1,
      .beta_2 = optimizer.beta_2,
      .rest_1 = 1.0 - optimizer.beta_1,
      .rest_2 = 1.0 - optimizer.beta_2,
      .correction_1 = 1.0 / (1.0 - power(optimizer.beta_1, t)),
      .correction_2 = 1.0 / (1.0 - power(optimizer.beta_2, t)),
      .epsilon = optimizer.epsilon,
  };
  return exact.each([](double value) { return static_cast<Scalar>(value); });
}

// One step of the weights w along their gradient g; first and second are what the method remembers
// of them, and anything where it remembers nothing.
template <Method method, typename Factor, typename Numbers, typename Gradient>
void take_step(const StepFactors<Factor>& f, Numbers& w, const Gradient& g, Numbers& first,
               Numbers& second) {
  if constexpr (method == Method::kGradientDescent) {
    // w = w - alpha g
    w = madd(f.minus_alpha, g, w);
  } else if constexpr (method == Method::kMomentum) {
    // v = mu v + g
    first = madd(f.mu, first, g);
    // w = w - alpha v
    w = madd(f.minus_alpha, first, w);
  } else if constexpr (method == Method::kNesterov) {
    // v = mu v + g
    first = madd(f.mu, first, g);
    // w = w - alpha (g + mu v)
    w = madd(f.minus_alpha, madd(f.mu, first, g), w);
  } else if constexpr (method == Method::kRmsprop) {
    // s = rho s + (1 - rho) g^2
    second = madd(f.rho, second, f.rest_of_rho * (g * g));
    // w = w - alpha g / (sqrt s + eps)
    w = madd(f.minus_alpha, g / (sqrt(second) + f.epsilon), w);
  } else {
    // w = w - alpha decay w
    if constexpr (method == Method::kAdamW) w = f.shrink * w;
    // m = b1 m + (1 - b1) g
    first = madd(f.beta_1, first, f.rest_1 * g);
    // v = b2 v + (1 - b2) g^2
    second = madd(f.beta_2, second, f.rest_2 * (g * g));
    // w = w - alpha (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
    w = madd(f.minus_alpha, (f.correction_1 * first) / (sqrt(f.correction_2 * second) + f.epsilon),
             w);
  }
}

// Calls work.operator()<method>() with the method.
template <typename Work>
void with_method(Method method, Work&& work) {
  switch (method) {
    case Method::kGradientDescent:
      return work.template operator()<Method::kGradientDescent>();
    case Method::kMomentum:
      return work.template operator()<Method::kMomentum>();
    case Method::kNesterov:
      return work.template operator()<Method::kNesterov>();
    case Method::kRmsprop:
      return work.template operator()<Method::kRmsprop>();
    case Method::kAdam:
      return work.template operator()<Method::kAdam>();
    case Method::kAdamW:
      return work.template operator()<Method::kAdamW>();
  }
}

}  // namespace mlp
