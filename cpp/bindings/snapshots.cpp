// SPDX-License-Identifier: MIT
#include "snapshots.h"

namespace mlp::js {
Status save(const Trainer& trainer, Snapshot& snapshot) {
  return guarded([&] { return trainer.save(snapshot); });
}

Status resume(Trainer& trainer, const Snapshot& snapshot) {
  return guarded([&] { return trainer.resume(snapshot); });
}

LayerNumbers saved_layer(const Snapshot& snapshot, SnapshotPart which, std::size_t l) {
  return layer_numbers(part(snapshot, which), l);
}

Status set_network(Snapshot& snapshot, const NetworkSettings& settings) {
  return guarded([&] {
    snapshot.network = to_network(settings);
    return check(snapshot.network);
  });
}

Status set_layer(Snapshot& snapshot, SnapshotPart which, std::size_t l, const Float32Array& W,
                 const Float32Array& b) {
  return guarded([&] {
    Layer<float>* layer = nullptr;
    Status status = make_layer(snapshot, which, l, length(W), length(b), layer);
    if (!status.ok()) return status;
    copy(W, std::span<float>(layer->W.data(), length(W)));
    copy(b, std::span<float>(layer->b.data(), length(b)));
    return status;
  });
}

Index saved_steps(const Snapshot& snapshot) { return snapshot.memory.t; }
void set_steps(Snapshot& snapshot, Index steps) { snapshot.memory.t = steps; }

}  // namespace mlp::js
