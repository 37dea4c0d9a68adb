// SPDX-License-Identifier: MIT
// Operands for kernels, and how far a kernel may be from its twin.
//
// The twin works in double and rounds once, so that what is bounded is the kernel's own rounding.
// With u = 2^-24, half the distance from 1 to the next float, and gamma(k) = k u / (1 - k u)
// (Higham, Accuracy and Stability of Numerical Algorithms, 2002, sec. 3.1):
//
//   - a sum of k products, in any order, is off by at most gamma(k) sum |a| |b| <= gamma(k) |a|
//   |b|,
//     with the norms of the row of the one factor and of the column of the other on the right;
//   - each operation after it adds u times its result, and passes on what its operands are off by
//     times its slope.
//
// Terms of second order, and the twin's own rounding, are covered by taking all of it twice.
#pragma once

#include "kernel_case.h"
#include "mlp/base/rng.h"
#include "mlp/methods/activation.h"

namespace mlp::kernels {

inline constexpr double kU = 0x1p-24;
inline constexpr double kSafety = 2.0;

constexpr double gamma(Index k) {
  const double ku = static_cast<double>(k) * kU;
  return ku / (1.0 - ku);
}

// Errors of the functions in functions.h, which functions_test.cpp holds them to: of g(z) by
// 1 + |z|, of g'(z) by 1; and the largest slopes of g and of g', those of the GELU.
inline constexpr double kActivationError = 1e-7;
inline constexpr double kSlopeError = 1.5e-6;
inline constexpr double kLargestSlope = 1.13;

// Columns that operands have room for: more than m, as an engine's have in the last batch.
constexpr Index room(Index m) { return m + 5; }

// A matrix of numbers with a mean square of about scale^2, but for those that are zero: `density`
// is the share of the others. The same for the same stream.
PanelMatrix random_panels(Index rows, Index columns, std::uint64_t stream, double density = 1.0,
                          double scale = 1.0);
// Of numbers from 0.5 to 1.5, for roots of them.
PanelMatrix positive_panels(Index rows, Index columns, std::uint64_t stream);
// Of a dropout mask.
PanelMatrix mask_panels(Index rows, Index columns, std::uint64_t stream);

// The first m columns.
Matrix<double> numbers(const PanelMatrix& panels, Index m);
Matrix<float> floats(const PanelMatrix& panels, Index m);

// gamma(k) |row of A| |column of B|, for every number of A B.
Matrix<double> product_bound(const Matrix<double>& A, const Matrix<double>& B, Index k);

Written make_written(std::string name, const PanelMatrix& kernel, const PanelMatrix& twin, Index m,
                     const Matrix<double>& bound);

inline constexpr Activation kActivations[] = {Activation::kRelu, Activation::kLeakyRelu,
                                              Activation::kTanh, Activation::kSigmoid,
                                              Activation::kGelu};
std::string name_of(Activation g);

}  // namespace mlp::kernels
