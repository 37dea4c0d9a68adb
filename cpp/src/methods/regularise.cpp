// SPDX-License-Identifier: MIT
#include "mlp/methods/regularise.h"

#include <cmath>

namespace mlp {
namespace {

// In double and in one order, so that the sum of many squares loses nothing.
template <typename Numbers>
double squared_norm(const Numbers& numbers) {
  double sum = 0.0;
  for (const auto value : numbers.reshaped()) {
    sum += static_cast<double>(value) * static_cast<double>(value);
  }
  return sum;
}

}  // namespace

template <typename Scalar>
double penalty(const Parameters<Scalar>& parameters, double lambda) {
  double sum = 0.0;
  for (const Layer<Scalar>& layer : parameters) sum += squared_norm(layer.W);
  // (lambda / 2) sum_l |W_l|^2
  return 0.5 * lambda * sum;
}

template <typename Scalar>
void add_penalty(const Parameters<Scalar>& parameters, double lambda,
                 Gradients<Scalar>& gradients) {
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    // dW_l = dW_l + lambda W_l
    gradients[l - 1].W += static_cast<Scalar>(lambda) * parameters[l - 1].W;
  }
}

template <typename Scalar>
double clip(double limit, Gradients<Scalar>& gradients) {
  double sum = 0.0;
  for (const Layer<Scalar>& layer : gradients) sum += squared_norm(layer.W) + squared_norm(layer.b);
  const double norm = std::sqrt(sum);
  if (norm <= limit) return norm;
  const auto factor = static_cast<Scalar>(limit / norm);
  for (Layer<Scalar>& layer : gradients) {
    layer.W *= factor;
    layer.b *= factor;
  }
  return norm;
}

template <typename Scalar>
void limit_norms(double limit, Parameters<Scalar>& parameters) {
  for (Layer<Scalar>& layer : parameters) {
    for (Index unit = 0; unit < layer.W.rows(); ++unit) {
      const double norm = std::sqrt(squared_norm(layer.W.row(unit)));
      if (norm > limit) layer.W.row(unit) *= static_cast<Scalar>(limit / norm);
    }
  }
}

template <typename Scalar>
void smooth_labels(Output output, double epsilon, MatrixRef<Scalar> Y) {
  const double n = output == Output::kSigmoid ? 2.0 : static_cast<double>(Y.rows());
  // y = (1 - epsilon) y + epsilon / n
  Y.array() = static_cast<Scalar>(1.0 - epsilon) * Y.array() + static_cast<Scalar>(epsilon / n);
}

template double penalty<float>(const Parameters<float>&, double);
template double penalty<double>(const Parameters<double>&, double);
template void add_penalty<float>(const Parameters<float>&, double, Gradients<float>&);
template void add_penalty<double>(const Parameters<double>&, double, Gradients<double>&);
template double clip<float>(double, Gradients<float>&);
template double clip<double>(double, Gradients<double>&);
template void limit_norms<float>(double, Parameters<float>&);
template void limit_norms<double>(double, Parameters<double>&);
template void smooth_labels<float>(Output, double, MatrixRef<float>);
template void smooth_labels<double>(Output, double, MatrixRef<double>);

}  // namespace mlp
