// SPDX-License-Identifier: MIT
// Section: 2, initialise
// Called by: cpp/src/trainer/trainer.cpp
// Fast twin: none: both engines begin with these weights
// Held together by: tests/cpp/initialise_test.cpp
#include "mlp/notes/initialise.h"

#include <cmath>

#include "mlp/base/rng.h"

namespace mlp {
namespace {

// What kNotes means for a layer.
Initialiser scheme_of(const Network& network, bool hidden) {
  if (network.initialiser != Initialiser::kNotes) return network.initialiser;
  const Activation g = network.g.hidden;
  const bool rectified =
      g == Activation::kRelu || g == Activation::kLeakyRelu || g == Activation::kGelu;
  return hidden && rectified ? Initialiser::kHe : Initialiser::kXavier;
}

// The standard deviation of W_l, or half the width of its range for kUniform.
double scale_of(const Network& network, Initialiser scheme, std::size_t l) {
  const auto n_in = static_cast<double>(network.layers[l - 1]);
  const auto n_out = static_cast<double>(network.layers[l]);
  if (scheme == Initialiser::kHe) return std::sqrt(2.0 / n_in);
  if (scheme == Initialiser::kXavier) return std::sqrt(2.0 / (n_in + n_out));
  if (scheme == Initialiser::kLecun) return std::sqrt(1.0 / n_in);
  return network.initial_scale;
}

}  // namespace

template <typename Scalar>
Parameters<Scalar> zeros(const Network& network) {
  Parameters<Scalar> parameters(network.layers.size() - 1);
  for (std::size_t l = 1; l < network.layers.size(); ++l) {
    parameters[l - 1].W.setZero(network.layers[l], network.layers[l - 1]);
    parameters[l - 1].b.setZero(network.layers[l]);
  }
  return parameters;
}

template <typename Scalar>
Parameters<Scalar> initialise(const Network& network) {
  Parameters<Scalar> parameters = zeros<Scalar>(network);
  const std::size_t L = parameters.size();
  for (std::size_t l = 1; l <= L; ++l) {
    const Initialiser scheme = scheme_of(network, l < L);
    if (scheme == Initialiser::kZeros) continue;
    const double scale = scale_of(network, scheme, l);
    // A stream for each layer: changing one layer leaves the first values of the others alone.
    Rng rng(network.seed, l);
    for (Scalar& w : parameters[l - 1].W.reshaped()) {
      w = static_cast<Scalar>(scheme == Initialiser::kUniform ? rng.uniform(-scale, scale)
                                                              : scale * rng.normal());
    }
  }
  return parameters;
}

template Parameters<float> zeros<float>(const Network&);
template Parameters<double> zeros<double>(const Network&);
template Parameters<float> initialise<float>(const Network&);
template Parameters<double> initialise<double>(const Network&);

}  // namespace mlp
