// SPDX-License-Identifier: MIT
// Section: 2, initialise
// Called by: cpp/src/trainer/trainer.cpp
#include "mlp/notes/initialise.h"

#include <cmath>
#include <string>

#include "mlp/base/rng.h"

namespace mlp {
namespace {

Status bad_setting(std::string text) { return Status::bad(Code::kBadSetting, std::move(text)); }

Status check_output(const Network& network) {
  const std::string units = std::to_string(network.layers.back());
  if (network.g.output == Output::kSigmoid) {
    if (network.layers.back() != 1) {
      return bad_setting(
          "layers: a yes/no question (sigmoid) needs 1 unit in the last layer, not " + units + ".");
    }
    if (network.positive < 0 || network.positive > 255) {
      return bad_setting("positive: must be a label from 0 to 255, not " +
                         std::to_string(network.positive) + ".");
    }
  } else if (network.layers.back() < 2 || network.layers.back() > 256) {
    return bad_setting("layers: softmax needs 2 to 256 units in the last layer, not " + units +
                       ".");
  }
  return Status::good();
}

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

Status check(const Network& network) {
  const auto count = static_cast<Index>(network.layers.size());
  if (count < 2 || count > kMaxLayers + 1) {
    return bad_setting("layers: needs 2 to " + std::to_string(kMaxLayers + 1) +
                       " numbers, from the input's pixels to the outputs, not " +
                       std::to_string(count) + ".");
  }
  Index parameters = 0;
  for (Index l = 0; l < count; ++l) {
    const Index units = network.layers[static_cast<std::size_t>(l)];
    if (units < 1 || units > kMaxUnits) {
      return bad_setting("layers: layer " + std::to_string(l) + " must have 1 to " +
                         std::to_string(kMaxUnits) + " units, not " + std::to_string(units) + ".");
    }
    if (l > 0) parameters += units * (network.layers[static_cast<std::size_t>(l - 1)] + 1);
  }
  if (parameters > kMaxParameters) {
    return bad_setting("layers: the network would have " + std::to_string(parameters) +
                       " weights; at most " + std::to_string(kMaxParameters) +
                       " fit. Use fewer or smaller layers.");
  }
  if (!(network.initial_scale > 0.0) || network.initial_scale > 10.0) {
    return bad_setting("initialScale: must be above 0 and at most 10.");
  }
  return check_output(network);
}

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
