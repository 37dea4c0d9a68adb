// SPDX-License-Identifier: MIT
#include "mlp/walkthrough.h"

#include <cmath>
#include <numeric>
#include <string>
#include <utility>
#include <vector>

#include "mlp/backward.h"
#include "mlp/cost.h"
#include "mlp/data_set.h"
#include "mlp/reshape.h"
#include "mlp/update.h"

namespace mlp {
namespace {

double forward_cost(const Network& network, const Parameters<float>& parameters, Walkthrough& w) {
  forward<float>(parameters, network.g, w.X, w.cache);
  return cost<float>(network.g.output, w.cache.back().Z, w.Y);
}

}  // namespace

Status walk(const Network& network, const Parameters<float>& parameters,
            std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
            double alpha, Index updates, Walkthrough& walkthrough) {
  if (!(alpha > 0.0) || !std::isfinite(alpha)) {
    return Status::bad(Code::kBadSetting, "learningRate: must be above 0 and finite.");
  }
  if (updates < 0) return Status::bad(Code::kBadSetting, "updates: must be at least 0.");
  if (static_cast<Index>(labels.size()) > kMaxWalkthrough) {
    return Status::bad(Code::kBadData,
                       "images: at most " + std::to_string(kMaxWalkthrough) + " at a time.");
  }
  DataSet data;
  const auto n_0 = static_cast<std::size_t>(network.layers.front());
  Status status =
      assemble("chosen", {images.begin(), images.end()}, {labels.begin(), labels.end()}, n_0, data);
  if (status.ok()) status = check_fit("chosen", data, network);
  if (!status.ok()) return status;

  Walkthrough w;
  const auto m = static_cast<Index>(labels.size());
  std::vector<std::uint32_t> all(labels.size());
  std::iota(all.begin(), all.end(), 0U);
  w.X.resize(network.layers.front(), m);
  w.Y.resize(network.layers.back(), m);
  reshape<float>(data.images, w.X);
  reshape_labels<float>(data.labels, all, network.g.output, network.positive, w.Y);
  w.cache = make_cache(parameters, m, true);
  w.gradients = zeros<float>(network);
  w.after = parameters;
  for (Index t = 0; t <= updates; ++t) {
    w.before = w.after;
    w.cost = forward_cost(network, w.before, w);
    clear(w.gradients);
    backward<float>(w.before, network.g.hidden, w.X, w.Y, m, w.cache, w.gradients);
    update(w.after, w.gradients, static_cast<float>(alpha));
  }
  // The cost after the update overwrites Z and A: it gets a cache of its own.
  Cache<float> kept = w.cache;
  w.cost_after = forward_cost(network, w.after, w);
  w.cache = std::move(kept);
  walkthrough = std::move(w);
  return Status::good();
}

}  // namespace mlp
