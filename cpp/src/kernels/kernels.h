// SPDX-License-Identifier: MIT
// The one header behind which the costly products stand. Only the verbs include it.
#pragma once

#include "mlp/types.h"

namespace mlp::kernels {

// Which implementation is running.
const char* name();

// C = A B; A (n, k), B (k, m), C (n, m). C must not overlap A or B.
template <typename Scalar>
void product(MatrixView<Scalar> A, MatrixView<Scalar> B, MatrixRef<Scalar> C);

// C = A^T B; A (k, n), B (k, m), C (n, m). C must not overlap A or B.
template <typename Scalar>
void product_transposed_left(MatrixView<Scalar> A, MatrixView<Scalar> B, MatrixRef<Scalar> C);

// C = C + factor A B^T; A (n, m), B (k, m), C (n, k). C must not overlap A or B.
template <typename Scalar>
void add_product_transposed_right(Scalar factor, MatrixView<Scalar> A, MatrixView<Scalar> B,
                                  MatrixRef<Scalar> C);

}  // namespace mlp::kernels
