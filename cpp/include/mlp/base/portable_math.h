// SPDX-License-Identifier: MIT
// exp, log and their kin made of + - * / alone. The functions of the C library differ in the last
// bit from one library to the next; these give the same bits natively and in WebAssembly.
#pragma once

namespace mlp::portable {

// e^x, relative error below 4e-16; 0 below -745.2, infinity above 709.8, NaN for NaN.
double exp(double x);
// Natural logarithm of x > 0, relative error below 4e-16; -infinity for 0, NaN for x < 0 and NaN.
double log(double x);
// log(1 + x) for x >= 0, exact to rounding for tiny x too.
double log1p(double x);
// tanh x, absolute error below 4e-16.
double tanh(double x);
// cos(pi t) for t in [0, 1], absolute error below 4e-16.
double cos_pi(double t);

}  // namespace mlp::portable
