// SPDX-License-Identifier: MIT
// Section: 4, cost
// Called by: cpp/src/insight/walkthrough.cpp, cpp/src/insight/gradient_check.cpp
// Fast twin: cpp/src/kernels/head.cpp
// Held together by: tests/cpp/engine_test.cpp
#include "mlp/notes/cost.h"

#include <algorithm>
#include <cmath>

#include "mlp/base/portable_math.h"

namespace mlp {
namespace {

// softplus(z) = log(1 + e^z) = max(z, 0) + log(1 + e^-|z|), which never overflows
double softplus(double z) {
  return std::max(z, 0.0) + portable::log1p(portable::exp(-std::abs(z)));
}

// logsumexp(z) = max z + log sum e^(z - max z), which never overflows
template <typename Scalar>
double logsumexp(MatrixView<Scalar> Z, Index column) {
  const auto largest = static_cast<double>(Z.col(column).maxCoeff());
  double sum = 0.0;
  for (Index k = 0; k < Z.rows(); ++k) {
    sum += portable::exp(static_cast<double>(Z(k, column)) - largest);
  }
  return largest + portable::log(sum);
}

}  // namespace

template <typename Scalar>
double cost(Output output, MatrixView<Scalar> Z, MatrixView<Scalar> Y, std::span<const Scalar> c) {
  double sum = 0.0;
  for (Index i = 0; i < Z.cols(); ++i) {
    // softplus(z) - y z, or logsumexp(z) - sum_k y_k z_k
    double of_one = output == Output::kSigmoid ? softplus(static_cast<double>(Z(0, i)))
                                               : logsumexp<Scalar>(Z, i);
    for (Index k = 0; k < Z.rows(); ++k) {
      of_one -= static_cast<double>(Y(k, i)) * static_cast<double>(Z(k, i));
    }
    sum += c.empty() ? of_one : static_cast<double>(c[static_cast<std::size_t>(i)]) * of_one;
  }
  return sum / static_cast<double>(Z.cols());
}

template double cost<float>(Output, MatrixView<float>, MatrixView<float>, std::span<const float>);
template double cost<double>(Output, MatrixView<double>, MatrixView<double>,
                             std::span<const double>);

}  // namespace mlp
