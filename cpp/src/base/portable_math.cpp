// SPDX-License-Identifier: MIT
#include "mlp/base/portable_math.h"

#include <bit>
#include <cmath>
#include <cstdint>
#include <limits>

namespace mlp::portable {
namespace {

// ln 2 in two parts: k * kLn2High is exact for every exponent k of a double.
constexpr double kLn2High = 0x1.62e42feep-1;
constexpr double kLn2Low = 0x1.a39ef35793c76p-33;
constexpr double kInfinity = std::numeric_limits<double>::infinity();

// 2^k for the exponents of normal doubles.
double power_of_two(int k) {
  return std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52U);
}

}  // namespace

double exp(double x) {
  if (std::isnan(x)) return x;
  if (x > 709.782712893384) return kInfinity;
  if (x < -745.1332191019412) return 0.0;
  // e^x = 2^k e^r with |r| <= ln 2 / 2, and e^r by its Taylor series.
  const double k = std::floor(x * 1.4426950408889634 + 0.5);
  const double r = (x - k * kLn2High) - k * kLn2Low;
  double sum = 1.0;
  for (int n = 14; n >= 1; --n) sum = 1.0 + sum * r / n;
  // In two factors, since 2^1024 and numbers below 2^-1022 are not normal doubles.
  const int half = static_cast<int>(k) / 2;
  return sum * power_of_two(half) * power_of_two(static_cast<int>(k) - half);
}

double log(double x) {
  if (std::isnan(x) || x < 0.0) return std::numeric_limits<double>::quiet_NaN();
  if (x == 0.0) return -kInfinity;
  if (x == kInfinity) return x;
  int k = 0;
  if (x < 0x1p-1022) {  // a subnormal number: bring it among the normal ones first
    x *= 0x1p54;
    k = -54;
  }
  // x = 2^k f with f in [1/sqrt 2, sqrt 2).
  const auto bits = std::bit_cast<std::uint64_t>(x);
  k += static_cast<int>(bits >> 52U) - 1023;
  double f = std::bit_cast<double>((bits & 0xFFFFFFFFFFFFFULL) | 0x3FF0000000000000ULL);
  if (f > 1.4142135623730951) {
    f *= 0.5;
    k += 1;
  }
  // log f = 2 atanh(s) = 2 (s + s^3/3 + s^5/5 + ...) with s = (f - 1) / (f + 1), |s| < 0.172.
  const double s = (f - 1.0) / (f + 1.0);
  const double s2 = s * s;
  double series = 0.0;
  for (int n = 23; n >= 3; n -= 2) series = (series + 1.0 / n) * s2;
  const double log_f = 2.0 * s + 2.0 * s * series;
  return k * kLn2High + (log_f + k * kLn2Low);
}

double log1p(double x) {
  const double y = 1.0 + x;
  // y - 1 is what the rounding of 1 + x kept of x; the quotient puts the rest back (Kahan).
  const double kept = y - 1.0;
  return kept == 0.0 || y == kInfinity ? x : log(y) * (x / kept);
}

double tanh(double x) {
  const double e = exp(-2.0 * std::abs(x));
  const double t = (1.0 - e) / (1.0 + e);
  return x < 0.0 ? -t : t;
}

double cos_pi(double t) {
  // cos(pi t) = sin(x) with x = pi (1/2 - t) in [-pi/2, pi/2], by its Taylor series.
  const double x = 3.141592653589793 * (0.5 - t);
  double term = x;
  double sum = x;
  for (int n = 3; n <= 23; n += 2) {
    term *= -x * x / (n * (n - 1));
    sum += term;
  }
  return sum;
}

}  // namespace mlp::portable
