// SPDX-License-Identifier: MIT
// Section: 5, backward
// Called by: cpp/src/insight/walkthrough.cpp, cpp/src/insight/gradient_check.cpp,
//   cpp/src/insight/inspection.cpp, cpp/src/insight/statistics.cpp
// Fast twin: cpp/src/kernels/gradient.cpp
// Held together by: tests/cpp/engine_test.cpp
#include "mlp/notes/backward.h"

namespace mlp {

template <typename Scalar>
void backward_product(const Layer<Scalar>& layer, Index m, const LayerCache<Scalar>& of,
                      Matrix<Scalar>& dA) {
  // dA_{l-1} = W_l^T dZ_l
  dA.leftCols(m).noalias() = layer.W.transpose() * of.dZ.leftCols(m);
}

template <typename Scalar>
void backward_layer(const Layer<Scalar>& layer, Activation hidden, Index m,
                    const LayerCache<Scalar>& of, LayerCache<Scalar>& before, Dropout dropout) {
  backward_product(layer, m, of, before.dA);
  // with dropout dA_{l-1} = dA_{l-1} * D_{l-1}
  if (dropout == Dropout::kOn) {
    before.dA.leftCols(m) = before.dA.leftCols(m).cwiseProduct(before.D.leftCols(m));
  }
  // dZ_{l-1} = dA_{l-1} * g'(Z_{l-1})
  activate_backward<Scalar>(hidden, before.Z.leftCols(m), before.dA.leftCols(m),
                            before.dZ.leftCols(m));
}

template <typename Scalar>
void backward(const Parameters<Scalar>& parameters, Activation hidden, MatrixView<Scalar> X,
              MatrixView<Scalar> Y, Index batch, Cache<Scalar>& cache, Gradients<Scalar>& gradients,
              Dropout dropout, std::span<const Scalar> c) {
  const Index m = X.cols();
  const std::size_t L = parameters.size();
  const Scalar share = Scalar(1) / static_cast<Scalar>(batch);
  // dZ_L = A_L - Y, for sigmoid with binary and softmax with categorical cross-entropy alike
  cache[L - 1].dZ.leftCols(m) = cache[L - 1].A.leftCols(m) - Y;
  // dZ_L = c dZ_L
  if (!c.empty()) {
    const Eigen::Map<const Vector<Scalar>> weights(c.data(), m);
    cache[L - 1].dZ.leftCols(m).array().rowwise() *= weights.array().transpose();
  }
  for (std::size_t l = L; l >= 1; --l) {
    const auto dZ = cache[l - 1].dZ.leftCols(m);  // (n_l, m)
    // A_{l-1}, with A_0 = X: (n_{l-1}, m)
    const MatrixView<Scalar> A = l == 1 ? X : MatrixView<Scalar>(cache[l - 2].A.leftCols(m));
    // dW_l = (1/m) dZ_l A_{l-1}^T
    gradients[l - 1].W.noalias() += share * dZ * A.transpose();
    // db_l = (1/m) sum_i dZ_l
    gradients[l - 1].b += share * dZ.rowwise().sum();
    if (l == 1) break;  // the input has no gradient that anyone needs
    backward_layer(parameters[l - 1], hidden, m, cache[l - 1], cache[l - 2], dropout);
  }
}

template void backward_product<float>(const Layer<float>&, Index, const LayerCache<float>&,
                                      Matrix<float>&);
template void backward_product<double>(const Layer<double>&, Index, const LayerCache<double>&,
                                       Matrix<double>&);
template void backward_layer<float>(const Layer<float>&, Activation, Index,
                                    const LayerCache<float>&, LayerCache<float>&, Dropout);
template void backward_layer<double>(const Layer<double>&, Activation, Index,
                                     const LayerCache<double>&, LayerCache<double>&, Dropout);
template void backward<float>(const Parameters<float>&, Activation, MatrixView<float>,
                              MatrixView<float>, Index, Cache<float>&, Gradients<float>&, Dropout,
                              std::span<const float>);
template void backward<double>(const Parameters<double>&, Activation, MatrixView<double>,
                               MatrixView<double>, Index, Cache<double>&, Gradients<double>&,
                               Dropout, std::span<const double>);

}  // namespace mlp
