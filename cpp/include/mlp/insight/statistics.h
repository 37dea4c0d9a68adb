// SPDX-License-Identifier: MIT
// What can be said of a network's weights, gradients and units in a few numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/data/data_set.h"
#include "mlp/insight/histogram.h"
#include "mlp/methods/network.h"
#include "mlp/notes/forward.h"

namespace mlp {

// Of layer l.
struct LayerStatistics {
  Histogram weights;           // of W_l
  Histogram gradients;         // of dW_l
  double gradient_norm = 0.0;  // |dW_l| = sqrt(sum of squares)
  Vector<double> norms;        // |W_l(i, :)| of each unit: (n_l, 1)
  Vector<double> activity;     // the mean of each unit's A_l over the examples: (n_l, 1)
  // ReLU units of a hidden layer whose A_l is 0 for all of the examples: they learn nothing from
  // them. From the smallest number up; empty for other layers.
  std::vector<std::uint32_t> dead;
};

// The statistics of a network on some examples, in float64 and in short slices. It works on copies
// of all that it needs: whatever becomes of the network meanwhile, they are as of one moment.
class StatisticsCollector {
 public:
  // Copies the network and the examples, which are one full batch: dW_l is the mean over all of
  // them, without dropout or penalty. kBadData when they do not fit; then nothing else may be
  // called. Throws bad_alloc.
  Status begin(const Network& network, const Parameters<float>& parameters,
               std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels);

  // Forward and backward for up to max_examples more, but fewer where they would take long.
  // Returns how many it has done; 0 when it is through.
  Index advance(Index max_examples);

  Index examples() const { return static_cast<Index>(data_.size()); }
  Index done() const { return done_; }

  // Of layer l = 1 ... L, once it is through. bins: of the histograms, at least 1
  LayerStatistics layer(Index l, Index bins) const;

 private:
  struct Units {
    Vector<double> sum;   // of A_l: (n_l, 1)
    Vector<double> most;  // the largest A_l: (n_l, 1)
  };

  Network network_;
  DataSet data_;
  std::vector<std::uint32_t> all_;  // 0, 1, 2 ...
  Parameters<double> parameters_;
  Gradients<double> gradients_;
  Cache<double> cache_;
  Matrix<double> X_;          // (n_0, m), m examples that are done together
  Matrix<double> Y_;          // (n_L, m)
  std::vector<Units> units_;  // element l - 1 is layer l
  Index done_ = 0;
};

}  // namespace mlp
