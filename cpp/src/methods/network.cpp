// SPDX-License-Identifier: MIT
#include "mlp/methods/network.h"

#include <string>
#include <utility>

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

}  // namespace mlp
