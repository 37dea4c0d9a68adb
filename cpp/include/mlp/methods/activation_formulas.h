// SPDX-License-Identifier: MIT
// The formula of each activation g and of its slope g', once: for a float or a double (activation.h
// does whole matrices so) and for the kernels' four floats at once.
#pragma once

#include "mlp/methods/activation.h"
#include "mlp/methods/number.h"

namespace mlp {

// sigma(z) = 1 / (1 + e^-z); below zero e^z / (1 + e^z), which never overflows.
template <typename Number>
Number sigmoid(Number z) {
  const Number zero = number<Number>(0.0);
  const Number one = number<Number>(1.0);
  const Number e = exp_of_negative(zero - abs(z));
  // sigma(z) = 1 / (1 + e^-z)
  return where_greater(zero, z, e, one) / (one + e);
}

// tanh z = (1 - e^-2|z|) / (1 + e^-2|z|), with the sign of z.
template <typename Number>
Number hyperbolic_tangent(Number z) {
  const Number zero = number<Number>(0.0);
  const Number one = number<Number>(1.0);
  const Number e = exp_of_negative(number<Number>(-2.0) * abs(z));
  const Number t = (one - e) / (one + e);
  return where_greater(zero, z, zero - t, t);
}

// tanh(sqrt(2/pi) (z + 0.044715 z^3)) of the GELU.
template <typename Number>
Number gelu_tanh(Number z) {
  return hyperbolic_tangent(number<Number>(kSqrtTwoOverPi) *
                            (z + number<Number>(kGeluCubic) * z * z * z));
}

template <Activation g, typename Number>
Number activation(Number z) {
  const Number zero = number<Number>(0.0);
  if constexpr (g == Activation::kRelu) {
    // g(z) = max(0, z)
    return max(z, zero);
  } else if constexpr (g == Activation::kLeakyRelu) {
    // g(z) = z where z > 0, else 0.01 z
    return where_greater(z, zero, z, number<Number>(kLeak) * z);
  } else if constexpr (g == Activation::kTanh) {
    // g(z) = tanh z
    return hyperbolic_tangent(z);
  } else if constexpr (g == Activation::kSigmoid) {
    // g(z) = 1 / (1 + e^-z)
    return sigmoid(z);
  } else {
    // g(z) = z/2 (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3)))
    return number<Number>(0.5) * z * (number<Number>(1.0) + gelu_tanh(z));
  }
}

template <Activation g, typename Number>
Number slope(Number z) {
  const Number zero = number<Number>(0.0);
  const Number one = number<Number>(1.0);
  if constexpr (g == Activation::kRelu) {
    // g'(z) = 1 where z > 0, else 0
    return where_greater(z, zero, one, zero);
  } else if constexpr (g == Activation::kLeakyRelu) {
    // g'(z) = 1 where z > 0, else 0.01
    return where_greater(z, zero, one, number<Number>(kLeak));
  } else if constexpr (g == Activation::kTanh) {
    // g'(z) = 1 - tanh^2 z
    const Number t = hyperbolic_tangent(z);
    return one - t * t;
  } else if constexpr (g == Activation::kSigmoid) {
    // g'(z) = g(z) (1 - g(z))
    const Number s = sigmoid(z);
    return s * (one - s);
  } else {
    const Number t = gelu_tanh(z);
    const Number half = number<Number>(0.5);
    // g'(z) = (1 + t)/2 + z/2 (1 - t^2) sqrt(2/pi) (1 + 3 0.044715 z^2), by the product rule, with
    // z last: z^2 alone may be infinite.
    const Number bent = half * (one - t * t) * z;
    return half * (one + t) +
           number<Number>(kSqrtTwoOverPi) *
               (bent + number<Number>(3.0) * number<Number>(kGeluCubic) * (bent * z * z));
  }
}

// Calls work.operator()<g>() with the activation.
template <typename Work>
decltype(auto) with_activation(Activation g, Work&& work) {
  switch (g) {
    case Activation::kLeakyRelu:
      return work.template operator()<Activation::kLeakyRelu>();
    case Activation::kTanh:
      return work.template operator()<Activation::kTanh>();
    case Activation::kSigmoid:
      return work.template operator()<Activation::kSigmoid>();
    case Activation::kGelu:
      return work.template operator()<Activation::kGelu>();
    case Activation::kRelu:
      break;
  }
  return work.template operator()<Activation::kRelu>();
}

// g(z) and g'(z) for an activation that is known when it runs.
template <typename Number>
Number activation(Activation g, Number z) {
  return with_activation(g, [&]<Activation known>() { return activation<known>(z); });
}
template <typename Number>
Number slope(Activation g, Number z) {
  return with_activation(g, [&]<Activation known>() { return slope<known>(z); });
}

}  // namespace mlp
