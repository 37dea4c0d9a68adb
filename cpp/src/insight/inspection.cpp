// SPDX-License-Identifier: MIT
#include "mlp/insight/inspection.h"

#include <string>
#include <utility>

#include "mlp/notes/backward.h"
#include "mlp/notes/forward.h"
#include "mlp/notes/predict.h"
#include "mlp/notes/reshape.h"

namespace mlp {
namespace {

// dz_k/dx: (n_0, 1), by the chain rule of the notes, from z_k instead of the cost.
template <typename Scalar>
Matrix<Scalar> gradient_of_input(const Parameters<Scalar>& parameters, Activation hidden, Index k,
                                 Cache<Scalar>& cache) {
  // dZ_L = 1 in row k, else 0
  cache.back().dZ.setZero();
  cache.back().dZ(k, 0) = Scalar(1);
  for (std::size_t l = parameters.size(); l > 1; --l) {
    backward_layer(parameters[l - 1], hidden, 1, cache[l - 1], cache[l - 2]);
  }
  Matrix<Scalar> dX(parameters.front().W.cols(), 1);
  // dX = W_1^T dZ_1
  backward_product(parameters.front(), 1, cache.front(), dX);
  return dX;
}

}  // namespace

template <typename Scalar>
Status inspect(const Network& network, const Parameters<Scalar>& parameters,
               std::span<const std::uint8_t> image, Index output, Inspection<Scalar>& inspection) {
  const Index n_0 = network.layers.front();
  const Index n_L = network.layers.back();
  if (static_cast<Index>(image.size()) != n_0) {
    return Status::bad(Code::kBadData, "image: has " + std::to_string(image.size()) +
                                           " pixels, but layer 0 has " + std::to_string(n_0) +
                                           " units.");
  }
  if (output != kOwnAnswer && (output < 0 || output >= n_L)) {
    return Status::bad(Code::kBadSetting, "output: must be from 0 to " + std::to_string(n_L - 1) +
                                              ", the units of the last layer.");
  }
  Matrix<Scalar> X(n_0, 1);
  reshape<Scalar>(image, X);
  Cache<Scalar> cache = make_cache(parameters, 1, true);
  forward<Scalar>(parameters, network.g, X, cache);
  inspection.output = output;
  if (output == kOwnAnswer) {
    const bool yes_no = network.g.output == Output::kSigmoid;
    inspection.output = yes_no ? 0 : predict<Scalar>(network.g.output, cache.back().A, 0);
  }
  // x * dz_k/dx, number by number
  const Matrix<Scalar> dX =
      gradient_of_input<Scalar>(parameters, network.g.hidden, inspection.output, cache);
  inspection.contributions = X.cwiseProduct(dX).reshaped();
  inspection.A.assign(1, X);
  for (const LayerCache<Scalar>& layer : cache) inspection.A.push_back(layer.A);
  return Status::good();
}

template Status inspect<float>(const Network&, const Parameters<float>&,
                               std::span<const std::uint8_t>, Index, Inspection<float>&);
template Status inspect<double>(const Network&, const Parameters<double>&,
                                std::span<const std::uint8_t>, Index, Inspection<double>&);

}  // namespace mlp
