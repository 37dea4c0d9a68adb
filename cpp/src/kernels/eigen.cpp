// SPDX-License-Identifier: MIT
// The plain implementation: one Eigen expression each.
#include "kernels.h"

namespace mlp::kernels {

const char* name() { return "eigen"; }

template <typename Scalar>
void product(MatrixView<Scalar> A, MatrixView<Scalar> B, MatrixRef<Scalar> C) {
  C.noalias() = A * B;
}

template <typename Scalar>
void product_transposed_left(MatrixView<Scalar> A, MatrixView<Scalar> B, MatrixRef<Scalar> C) {
  C.noalias() = A.transpose() * B;
}

template <typename Scalar>
void add_product_transposed_right(Scalar factor, MatrixView<Scalar> A, MatrixView<Scalar> B,
                                  MatrixRef<Scalar> C) {
  C.noalias() += factor * A * B.transpose();
}

template void product<float>(MatrixView<float>, MatrixView<float>, MatrixRef<float>);
template void product<double>(MatrixView<double>, MatrixView<double>, MatrixRef<double>);
template void product_transposed_left<float>(MatrixView<float>, MatrixView<float>,
                                             MatrixRef<float>);
template void product_transposed_left<double>(MatrixView<double>, MatrixView<double>,
                                              MatrixRef<double>);
template void add_product_transposed_right<float>(float, MatrixView<float>, MatrixView<float>,
                                                  MatrixRef<float>);
template void add_product_transposed_right<double>(double, MatrixView<double>, MatrixView<double>,
                                                   MatrixRef<double>);

}  // namespace mlp::kernels
