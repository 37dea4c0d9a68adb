// SPDX-License-Identifier: MIT
// The words of mlp/methods/number.h for four floats at once, in which the activations' formulas
// (mlp/methods/activation_formulas.h) then are compiled into the kernels.
#pragma once

#include "f32x4.h"
#include "mlp/methods/activation_formulas.h"
#include "mlp/methods/number.h"

namespace mlp {

template <>
inline kernels::F32x4 number(double value) {
  return kernels::splat(static_cast<float>(value));
}

// Relative error below 3e-7; x below -87 counts as -87. NaN stays NaN.
template <>
inline kernels::F32x4 exp_of_negative(kernels::F32x4 x) {
  using kernels::F32x4, kernels::splat;
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

}  // namespace mlp
