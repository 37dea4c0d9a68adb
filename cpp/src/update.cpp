// SPDX-License-Identifier: MIT
#include "mlp/update.h"

namespace mlp {

template <typename Scalar>
void update(Parameters<Scalar>& parameters, const Gradients<Scalar>& gradients, Scalar alpha) {
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    // W_l = W_l - alpha dW_l
    parameters[l - 1].W -= alpha * gradients[l - 1].W;
    // b_l = b_l - alpha db_l
    parameters[l - 1].b -= alpha * gradients[l - 1].b;
  }
}

template <typename Scalar>
void clear(Gradients<Scalar>& gradients) {
  for (Layer<Scalar>& layer : gradients) {
    layer.W.setZero();
    layer.b.setZero();
  }
}

template void update<float>(Parameters<float>&, const Gradients<float>&, float);
template void update<double>(Parameters<double>&, const Gradients<double>&, double);
template void clear<float>(Gradients<float>&);
template void clear<double>(Gradients<double>&);

}  // namespace mlp
