// SPDX-License-Identifier: MIT
// Section: 4, cost
// Called by: cpp/src/notes/train.cpp, cpp/src/notes/notes_engine.cpp,
//   cpp/src/insight/walkthrough.cpp, cpp/src/insight/gradient_check.cpp
// Fast twin: cpp/src/kernels/head.cpp
// Held together by: tests/cpp/notes_engine_test.cpp, tests/cpp/kernels_test.cpp
#include "mlp/notes/cost.h"

#include "mlp/base/portable_math.h"
#include "mlp/methods/loss_formulas.h"

namespace mlp {
namespace {

// The cross-entropy of example i.
template <typename Scalar>
double cross_entropy(Output output, MatrixView<Scalar> Z, MatrixView<Scalar> Y, Index i) {
  // softplus(z) - y z
  if (output == Output::kSigmoid) return binary_cross_entropy(Z(0, i), Y(0, i));
  const auto largest = static_cast<double>(Z.col(i).maxCoeff());
  double sum = 0.0;       // sum_k e^(z_k - largest)
  double weighted = 0.0;  // sum_k y_k z_k
  for (Index k = 0; k < Z.rows(); ++k) {
    sum += portable::exp(static_cast<double>(Z(k, i)) - largest);
    weighted += static_cast<double>(Y(k, i)) * static_cast<double>(Z(k, i));
  }
  // logsumexp(z) - sum_k y_k z_k
  return categorical_cross_entropy(largest, sum, weighted);
}

}  // namespace

template <typename Scalar>
double cost(Output output, MatrixView<Scalar> Z, MatrixView<Scalar> Y, std::span<const Scalar> c) {
  double sum = 0.0;
  for (Index i = 0; i < Z.cols(); ++i) {
    const double weight = c.empty() ? 1.0 : static_cast<double>(c[static_cast<std::size_t>(i)]);
    sum += weight * cross_entropy<Scalar>(output, Z, Y, i);
  }
  // J = (1/m) sum_i c_i times the cross-entropy of example i
  return sum / static_cast<double>(Z.cols());
}

template double cost<float>(Output, MatrixView<float>, MatrixView<float>, std::span<const float>);
template double cost<double>(Output, MatrixView<double>, MatrixView<double>,
                             std::span<const double>);

}  // namespace mlp
