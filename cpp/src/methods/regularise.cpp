// SPDX-License-Identifier: MIT
#include "mlp/methods/regularise.h"

#include <cmath>

#include "mlp/methods/regulariser_formulas.h"

namespace mlp {
namespace {

template <typename Numbers>
double squared_norm(const Numbers& numbers) {
  return add_squares(0.0, numbers.reshaped());
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
    gradients[l - 1].W = with_penalty(static_cast<Scalar>(lambda), parameters[l - 1].W.array(),
                                      gradients[l - 1].W.array());
  }
}

template <typename Scalar>
double clip(double limit, Gradients<Scalar>& gradients) {
  double sum = 0.0;
  for (const Layer<Scalar>& layer : gradients) sum += squared_norm(layer.W) + squared_norm(layer.b);
  const double norm = std::sqrt(sum);
  const auto factor = static_cast<Scalar>(scale_within(limit, norm));
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
      layer.W.row(unit) *= static_cast<Scalar>(scale_within(limit, norm));
    }
  }
}

template <typename Scalar>
void smooth_labels(Output output, double epsilon, MatrixRef<Scalar> Y) {
  const auto n = static_cast<Scalar>(output == Output::kSigmoid ? 2 : Y.rows());
  // y = (1 - epsilon) y + epsilon / n
  Y.array() = smoothed(static_cast<Scalar>(epsilon), n, Y.array());
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
