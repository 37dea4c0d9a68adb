// SPDX-License-Identifier: MIT
// Snapshots, layer by layer, in arguments and results that JavaScript can hold.
#pragma once

#include <string>

#include "calls.h"
#include "mlp/trainer/snapshot.h"

namespace mlp::js {

Status save(const Trainer& trainer, Snapshot& snapshot);
Status resume(Trainer& trainer, const Snapshot& snapshot);
// W_l and b_l of a part; empty where there is none.
LayerNumbers saved_layer(const Snapshot& snapshot, SnapshotPart which, std::size_t l);
// The other way round, after set_network(). kBadData when they do not fit the network.
Status set_layer(Snapshot& snapshot, SnapshotPart which, std::size_t l, const Float32Array& W,
                 const Float32Array& b);
Status set_network(Snapshot& snapshot, const NetworkSettings& settings);
Index saved_steps(const Snapshot& snapshot);
void set_steps(Snapshot& snapshot, Index steps);

}  // namespace mlp::js
