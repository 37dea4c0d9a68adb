// SPDX-License-Identifier: MIT
#include "mlp/insight/walkthrough.h"

#include <cmath>
#include <utility>

#include "mlp/base/precision.h"
#include "mlp/insight/batch.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/update.h"

namespace mlp {
namespace {

double forward_cost(const Network& network, const Parameters<double>& parameters, Walkthrough& w) {
  forward<double>(parameters, network.g, w.X, w.cache);
  return cost<double>(network.g.output, w.cache.back().Z, w.Y);
}

}  // namespace

Status walk(const Network& network, const Parameters<float>& parameters,
            std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
            double alpha, Index updates, Walkthrough& walkthrough) {
  if (!(alpha > 0.0) || !std::isfinite(alpha)) {
    return Status::bad(Code::kBadSetting, "learningRate: must be above 0 and finite.");
  }
  if (updates < 0) return Status::bad(Code::kBadSetting, "updates: must be at least 0.");
  Walkthrough w;
  Status status = make_batch(network, images, labels, w.X, w.Y);
  if (!status.ok()) return status;
  const Index m = w.X.cols();
  w.after = widen(parameters);
  w.cache = make_cache(w.after, m, true);
  w.gradients = zeros<double>(network);
  for (Index t = 0; t <= updates; ++t) {
    w.before = w.after;
    w.cost = forward_cost(network, w.before, w);
    clear(w.gradients);
    backward<double>(w.before, network.g.hidden, w.X, w.Y, m, w.cache, w.gradients);
    update(w.after, w.gradients, alpha);
  }
  // The cost after the update overwrites Z and A: it gets a cache of its own.
  Cache<double> kept = w.cache;
  w.cost_after = forward_cost(network, w.after, w);
  w.cache = std::move(kept);
  walkthrough = std::move(w);
  return status;
}

}  // namespace mlp
