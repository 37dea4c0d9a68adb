// SPDX-License-Identifier: MIT
// What the engine remembers from one batch to the next, as plain matrices and back.
#include <utility>

#include "engine/fast_engine.h"

namespace mlp {

using kernels::PanelMatrix;

Parameters<float> FastEngine::kept(Kept kept) const {
  Parameters<float> parameters;
  for (const PackedLayer& layer : of(kept)) {
    parameters.push_back({layer.W.unpack(), layer.b.unpack()});
  }
  return parameters;
}

void FastEngine::set_kept(Kept as, const Parameters<float>& parameters) {
  PackedParameters packed;
  for (const Layer<float>& layer : parameters) {
    packed.push_back({PanelMatrix(layer.W.rows(), layer.W.cols()), PanelMatrix(layer.b.rows(), 1)});
    packed.back().W.pack(layer.W);
    packed.back().b.pack(layer.b);
  }
  of(as) = std::move(packed);
}

void FastEngine::save(bool sums, OptimizerMemory& memory) const {
  // Before the first step: what no method remembers is the same for all.
  memory.method = method_.value_or(Method::kGradientDescent);
  memory.state.t = steps_;
  for (const LayerState& state : layers_) {
    if (keeps_first(memory.method)) {
      memory.state.first.push_back({state.first.unpack(), state.b_first.unpack()});
    }
    if (keeps_second(memory.method)) {
      memory.state.second.push_back({state.second.unpack(), state.b_second.unpack()});
    }
    if (sums) memory.sums.push_back({state.sums.unpack(), state.b_sums.unpack()});
  }
}

void FastEngine::load(const OptimizerMemory& memory) {
  const auto put = [](const Parameters<float>& from, std::size_t i, PanelMatrix& W,
                      PanelMatrix& b) {
    if (from.empty()) return;
    W.pack(from[i].W);
    b.pack(from[i].b);
  };
  method_ = memory.method;
  make_room(memory.method, !memory.sums.empty());
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    LayerState& state = layers_[i];
    put(memory.state.first, i, state.first, state.b_first);
    put(memory.state.second, i, state.second, state.b_second);
    put(memory.sums, i, state.sums, state.b_sums);
  }
  steps_ = memory.state.t;
}

}  // namespace mlp
