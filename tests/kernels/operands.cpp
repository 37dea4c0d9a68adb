// SPDX-License-Identifier: MIT
#include "operands.h"

#include "kernels/twins.h"

namespace mlp::kernels {
namespace {

template <typename Next>
PanelMatrix filled(Index rows, Index columns, Next next) {
  PanelMatrix panels(rows, columns);
  for (Index i = 0; i < columns; ++i) {
    for (Index row = 0; row < rows; ++row) *panels.view().at(row, i) = static_cast<float>(next());
  }
  return panels;
}

}  // namespace

PanelMatrix random_panels(Index rows, Index columns, std::uint64_t stream, double density,
                          double scale) {
  Rng rng(7, stream);
  return filled(rows, columns, [&] {
    const bool zero = rng.uniform() >= density;
    const double number = scale * rng.uniform(-1.75, 1.75);
    return zero ? 0.0 : number;
  });
}

PanelMatrix positive_panels(Index rows, Index columns, std::uint64_t stream) {
  Rng rng(7, stream);
  return filled(rows, columns, [&] { return rng.uniform(0.5, 1.5); });
}

PanelMatrix mask_panels(Index rows, Index columns, std::uint64_t stream) {
  Rng rng(7, stream);
  return filled(rows, columns, [&] { return rng.uniform() < 0.25 ? 0.0 : 1.0 / 0.75; });
}

Matrix<double> numbers(const PanelMatrix& panels, Index m) {
  return twin::unpack(panels.view()).leftCols(m);
}

Matrix<float> floats(const PanelMatrix& panels, Index m) {
  return numbers(panels, m).cast<float>();
}

Matrix<double> product_bound(const Matrix<double>& A, const Matrix<double>& B, Index k) {
  return gamma(k) * A.rowwise().norm() * B.colwise().norm();
}

Written make_written(std::string name, const PanelMatrix& kernel, const PanelMatrix& twin, Index m,
                     const Matrix<double>& bound) {
  return {std::move(name), numbers(kernel, m), numbers(twin, m), kSafety * bound, &kernel};
}

std::string name_of(Activation g) {
  switch (g) {
    case Activation::kRelu:
      return "ReLU";
    case Activation::kLeakyRelu:
      return "leaky ReLU";
    case Activation::kTanh:
      return "tanh";
    case Activation::kSigmoid:
      return "sigmoid";
    case Activation::kGelu:
      return "GELU";
  }
  return {};
}

}  // namespace mlp::kernels
