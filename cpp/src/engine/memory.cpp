// SPDX-License-Identifier: MIT
// What the engine remembers from one batch to the next, as plain matrices and back.
#include "engine/engine.h"

namespace mlp {

using kernels::PanelMatrix;

PackedParameters pack(const Parameters<float>& parameters) {
  PackedParameters packed;
  for (const Layer<float>& layer : parameters) {
    packed.push_back({PanelMatrix(layer.W.rows(), layer.W.cols()), PanelMatrix(layer.b.rows(), 1)});
    packed.back().W.pack(layer.W);
    packed.back().b.pack(layer.b);
  }
  return packed;
}

Parameters<float> unpack(const PackedParameters& packed) {
  Parameters<float> parameters;
  for (const PackedLayer& layer : packed) {
    parameters.push_back({layer.W.unpack(), layer.b.unpack()});
  }
  return parameters;
}

void Engine::save(bool sums, Snapshot& snapshot) const {
  // Before the first step: what no method remembers is the same for all.
  snapshot.method = method_.value_or(Method::kGradientDescent);
  snapshot.memory.t = steps_;
  for (const LayerState& state : layers_) {
    if (keeps_first(snapshot.method)) {
      snapshot.memory.first.push_back({state.first.unpack(), state.b_first.unpack()});
    }
    if (keeps_second(snapshot.method)) {
      snapshot.memory.second.push_back({state.second.unpack(), state.b_second.unpack()});
    }
    if (sums) snapshot.sums.push_back({state.sums.unpack(), state.b_sums.unpack()});
  }
}

void Engine::load(const Snapshot& snapshot) {
  set_parameters(snapshot.parameters);
  const auto put = [](const Parameters<float>& from, std::size_t i, PanelMatrix& W,
                      PanelMatrix& b) {
    if (from.empty()) return;
    W.pack(from[i].W);
    b.pack(from[i].b);
  };
  method_ = snapshot.method;
  make_room(snapshot.method, !snapshot.sums.empty());
  for (std::size_t i = 0; i < layers_.size(); ++i) {
    LayerState& state = layers_[i];
    put(snapshot.memory.first, i, state.first, state.b_first);
    put(snapshot.memory.second, i, state.second, state.b_second);
    put(snapshot.sums, i, state.sums, state.b_sums);
  }
  steps_ = snapshot.memory.t;
}

}  // namespace mlp
