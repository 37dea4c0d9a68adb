// SPDX-License-Identifier: MIT
// The few words in which the formulas of this room are written, so that each stands once: for a
// float, for a double, for an Eigen array, and for the kernels' four floats at once
// (kernels/f32x4.h has the same words for those).
#pragma once

#include <Eigen/Core>
#include <cmath>
#include <concepts>

#include "mlp/base/portable_math.h"

namespace mlp {

// The constant `value` as a Number.
template <typename Number>
Number number(double value) {
  return static_cast<Number>(value);
}

// e^x for x <= 0. The same bits everywhere.
template <typename Number>
Number exp_of_negative(Number x) {
  return static_cast<Number>(portable::exp(static_cast<double>(x)));
}

// a b + c: one rounding in the kernels of Turbo, two everywhere else.
template <std::floating_point Number>
Number madd(Number a, Number b, Number c) {
  return a * b + c;
}
template <typename Scalar, typename B, typename C>
auto madd(Scalar a, const Eigen::ArrayBase<B>& b, const Eigen::ArrayBase<C>& c) {
  return a * b.derived() + c.derived();
}

// `yes` where a > b, else `no`; NaN is not greater.
template <std::floating_point Number>
Number where_greater(Number a, Number b, Number yes, Number no) {
  return a > b ? yes : no;
}

// b where it is greater, else a: NaN in `a` stays.
template <std::floating_point Number>
Number max(Number a, Number b) {
  return a < b ? b : a;
}

template <std::floating_point Number>
Number abs(Number a) {
  return std::abs(a);
}

template <std::floating_point Number>
Number sqrt(Number a) {
  return std::sqrt(a);
}

// b^t by squaring: the same bits everywhere, which std::pow does not promise. t: at least 0.
inline double power(double b, Eigen::Index t) {
  double result = 1.0;
  for (; t > 0; t /= 2, b *= b) {
    if (t % 2 == 1) result *= b;
  }
  return result;
}

}  // namespace mlp
