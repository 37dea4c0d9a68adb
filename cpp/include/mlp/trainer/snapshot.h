// SPDX-License-Identifier: MIT
// All that training needs to go on to the same bits at another time, or in another trainer.
#pragma once

#include <cstddef>
#include <cstdint>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/methods/averaging.h"
#include "mlp/methods/network.h"
#include "mlp/notes/update.h"

namespace mlp {

// How far an epoch had come.
struct Place {
  Index images = 0;         // for training in all, those set aside and those to come included
  double validation = 0.0;  // the share that was set aside
  Index used = 0;           // of the others, those trained on at most; 0: all
  Index of = 0;             // examples in the epoch; 0 before the first
  Index generated = 0;      // of these, digits of other hands
  Index drawn = 0;          // and drawings
  Index done = 0;           // of them
  bool shuffled = false;    // their order is the seed's, not that of the data
  Index batch_begin = 0;    // the batch under way, or the last: [batch_begin, batch_end)
  Index batch_end = 0;
  double cost_sum = 0.0;  // of the examples done
  Index correct = 0;      // of them
};

struct Snapshot {
  Network network;
  Parameters<float> parameters;
  Method method = Method::kGradientDescent;
  OptimizerState<float> memory;  // what the method uses of it, else empty
  // Of a batch that is learned in several chunks and was not through; else empty.
  Gradients<float> sums;
  Index epochs = 0;   // finished since the weights were initialised
  Index updates = 0;  // of the weights, likewise
  // What training goes back to when it diverges; empty: the parameters themselves.
  Parameters<float> good;
  Index good_epochs = 0;
  Index good_updates = 0;
  // The mean of the weights, of so many; empty when there is none.
  Parameters<float> mean;
  Averaging averaging = Averaging::kNone;
  Index averages = 0;
  // What early stopping would go back to; empty where nothing was kept.
  Parameters<float> best;
  Place place;
};

// The parts of a snapshot that have the parameters' shapes.
enum class SnapshotPart : std::uint8_t { kParameters, kFirst, kSecond, kSums, kGood, kMean, kBest };

// As JavaScript has it, for messages.
const char* name(SnapshotPart part);

const Parameters<float>& part(const Snapshot& snapshot, SnapshotPart which);

// Room for W_l and b_l in a part; the layers before it have room too.
//   l                   1 ... L of the snapshot's network, which must have passed check()
//   weights, biases     numbers that are to come
//   layer               where they belong, when all is well
// kBadData when they do not fit the network.
Status make_layer(Snapshot& snapshot, SnapshotPart which, std::size_t l, std::size_t weights,
                  std::size_t biases, Layer<float>*& layer);

// kBadData with what is wrong when the parts do not belong together: a network that cannot be,
// matrices of other shapes, more than the method remembers or less, a place outside the epoch.
Status check(const Snapshot& snapshot);

}  // namespace mlp
