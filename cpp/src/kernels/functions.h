// SPDX-License-Identifier: MIT
// e^x, the activations and their slopes, four at a time and in float32; activation.h has the
// formulas, and its functions in double are what these are tested against.
#pragma once

#include "f32x4.h"
#include "mlp/methods/activation.h"

namespace mlp::kernels {

// e^x for x <= 0, relative error below 3e-7; x below -87 counts as -87. NaN stays NaN.
inline F32x4 exp_of_negative(F32x4 x) {
  const F32x4 bounded = max(x, splat(-87.0F));
  // The nearest integer k of x / ln 2: the sum leaves it in the lowest bits.
  constexpr float kShift = 12582912.0F;  // 1.5 * 2^23
  const F32x4 shifted = bounded * splat(1.44269504F) + splat(kShift);
  const F32x4 k = shifted - splat(kShift);
  // e^x = 2^k e^r with r = x - k ln 2, ln 2 in two parts; |r| < 0.35, e^r by its Taylor series.
  const F32x4 r = (bounded - k * splat(0.693359375F)) - k * splat(-2.12194440e-4F);
  F32x4 sum = splat(1.0F / 5040.0F);
  for (const float c :
       {1.0F / 720.0F, 1.0F / 120.0F, 1.0F / 24.0F, 1.0F / 6.0F, 0.5F, 1.0F, 1.0F}) {
    sum = sum * r + splat(c);
  }
  return scale_by_power(sum, shifted);
}

// 1 / (1 + e^-z) = e / (1 + e) below zero, with e = e^-|z|, which never overflows.
inline F32x4 sigmoid(F32x4 z) {
  const F32x4 zero = splat(0.0F);
  const F32x4 one = splat(1.0F);
  const F32x4 e = exp_of_negative(zero - abs(z));
  return where_greater(zero, z, e, one) / (one + e);
}

// tanh z = 2 / (1 + e^-2z) - 1, as an odd function of |z|.
inline F32x4 tanh(F32x4 z) {
  const F32x4 zero = splat(0.0F);
  const F32x4 one = splat(1.0F);
  const F32x4 e = exp_of_negative(splat(-2.0F) * abs(z));
  const F32x4 t = (one - e) / (one + e);
  return where_greater(zero, z, zero - t, t);
}

// tanh(sqrt(2/pi) (z + 0.044715 z^3)) of the GELU.
inline F32x4 gelu_tanh(F32x4 z) {
  return tanh(splat(0.797884561F) * (z + splat(0.044715F) * z * z * z));
}

// g(z).
inline F32x4 activate(Activation g, F32x4 z) {
  switch (g) {
    case Activation::kRelu:
      return max(z, splat(0.0F));
    case Activation::kLeakyRelu:
      return where_greater(z, splat(0.0F), z, splat(static_cast<float>(kLeak)) * z);
    case Activation::kTanh:
      return tanh(z);
    case Activation::kSigmoid:
      return sigmoid(z);
    case Activation::kGelu:
      return splat(0.5F) * z * (splat(1.0F) + gelu_tanh(z));
  }
  return z;
}

// g'(z).
inline F32x4 slope(Activation g, F32x4 z) {
  const F32x4 one = splat(1.0F);
  switch (g) {
    case Activation::kRelu:
      return where_greater(z, splat(0.0F), one, splat(0.0F));
    case Activation::kLeakyRelu:
      return where_greater(z, splat(0.0F), one, splat(static_cast<float>(kLeak)));
    case Activation::kTanh: {
      const F32x4 t = tanh(z);
      return one - t * t;
    }
    case Activation::kSigmoid: {
      const F32x4 s = sigmoid(z);
      return s * (one - s);
    }
    case Activation::kGelu: {
      const F32x4 t = gelu_tanh(z);
      const F32x4 half = splat(0.5F);
      // half (1 + t) + half z (1 - t^2) c (1 + 3 k z^2), with z last: z^2 alone may be infinite.
      const F32x4 bent = half * (one - t * t) * z;
      return half * (one + t) +
             splat(0.797884561F) * (bent + splat(3.0F * 0.044715F) * (bent * z * z));
    }
  }
  return one;
}

}  // namespace mlp::kernels
