// SPDX-License-Identifier: MIT
// Section: 7, predict
// Called by: cpp/src/insight/inspection.cpp
// Fast twin: cpp/src/kernels/head.cpp
// Held together by: tests/kernels/head_cases.cpp
#include "mlp/notes/predict.h"

namespace mlp {

template <typename Scalar>
int predict(Output output, MatrixView<Scalar> A, Index column) {
  if (output == Output::kSigmoid) return A(0, column) >= Scalar(0.5) ? 1 : 0;
  int best = 0;
  for (Index k = 1; k < A.rows(); ++k) {
    if (A(k, column) > A(best, column)) best = static_cast<int>(k);
  }
  return best;
}

template int predict<float>(Output, MatrixView<float>, Index);
template int predict<double>(Output, MatrixView<double>, Index);

}  // namespace mlp
