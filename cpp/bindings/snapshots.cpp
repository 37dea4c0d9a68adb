// SPDX-License-Identifier: MIT
#include "snapshots.h"

namespace mlp::js {
namespace {

// Of a snapshot that may be const.
template <typename Saved>
auto& matrices(Saved& snapshot, const std::string& name) {
  if (name == "good") return snapshot.good;
  if (name == "first") return snapshot.memory.first;
  if (name == "second") return snapshot.memory.second;
  if (name == "sums") return snapshot.sums;
  if (name == "mean") return snapshot.mean;
  return snapshot.parameters;
}

}  // namespace

Status save(const Trainer& trainer, Snapshot& snapshot) {
  return guarded([&] { return trainer.save(snapshot); });
}

Status resume(Trainer& trainer, const Snapshot& snapshot) {
  return guarded([&] { return trainer.resume(snapshot); });
}

LayerNumbers saved_layer(const Snapshot& snapshot, const std::string& name, std::size_t l) {
  return layer_numbers(matrices(snapshot, name), l);
}

Status set_network(Snapshot& snapshot, const NetworkSettings& settings) {
  return guarded([&] {
    snapshot.network = to_network(settings);
    return check(snapshot.network);
  });
}

Status set_layer(Snapshot& snapshot, const std::string& name, std::size_t l, const Float32Array& W,
                 const Float32Array& b) {
  return guarded([&] {
    const std::vector<Index>& layers = snapshot.network.layers;
    if (l < 1 || l >= layers.size() ||
        length(W) != static_cast<std::size_t>(layers[l] * layers[l - 1]) ||
        length(b) != static_cast<std::size_t>(layers[l])) {
      return Status::bad(Code::kBadData, "snapshot: layer " + std::to_string(l) + " of its " +
                                             name + " does not fit its network.");
    }
    Parameters<float>& all = matrices(snapshot, name);
    all.resize(layers.size() - 1);
    Layer<float>& layer = all[l - 1];
    layer.W.resize(layers[l], layers[l - 1]);
    layer.b.resize(layers[l]);
    copy(W, std::span<float>(layer.W.data(), length(W)));
    copy(b, std::span<float>(layer.b.data(), length(b)));
    return Status::good();
  });
}

Index saved_steps(const Snapshot& snapshot) { return snapshot.memory.t; }
void set_steps(Snapshot& snapshot, Index steps) { snapshot.memory.t = steps; }

}  // namespace mlp::js
