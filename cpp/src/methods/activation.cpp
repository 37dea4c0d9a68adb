// SPDX-License-Identifier: MIT
#include "mlp/methods/activation.h"

#include "mlp/methods/activation_formulas.h"

namespace mlp {

template <typename Scalar>
void activate(Activation g, MatrixView<Scalar> Z, MatrixRef<Scalar> A) {
  with_activation(g, [&]<Activation known>() {
    // A = g(Z)
    A = Z.unaryExpr([](Scalar z) { return activation<known>(z); });
  });
}

template <typename Scalar>
void activate_backward(Activation g, MatrixView<Scalar> Z, MatrixView<Scalar> dA,
                       MatrixRef<Scalar> dZ) {
  with_activation(g, [&]<Activation known>() {
    // dZ = dA * g'(Z)
    dZ = dA.binaryExpr(Z, [](Scalar da, Scalar z) { return da * slope<known>(z); });
  });
}

template void activate<float>(Activation, MatrixView<float>, MatrixRef<float>);
template void activate<double>(Activation, MatrixView<double>, MatrixRef<double>);
template void activate_backward<float>(Activation, MatrixView<float>, MatrixView<float>,
                                       MatrixRef<float>);
template void activate_backward<double>(Activation, MatrixView<double>, MatrixView<double>,
                                        MatrixRef<double>);

}  // namespace mlp
