// SPDX-License-Identifier: MIT
// What the network knows of examples, images and itself, in what JavaScript can hold.
#pragma once

#include "convert.h"
#include "mlp/insight/statistics.h"
#include "mlp/trainer/trainer.h"

namespace mlp::js {

struct Answered {
  Status status;
  Uint8Array answers{emscripten::val::undefined()};
  Float32Array probabilities{emscripten::val::undefined()};
  Float32Array costs{emscripten::val::undefined()};
};

struct Inspected {
  Status status;
  Index output = 0;
  Float32Array activations{emscripten::val::undefined()};  // A_0, A_1 ... A_L, one after another
  Float32Array contributions{emscripten::val::undefined()};
};

struct Histogram {
  double from = 0.0;
  double to = 0.0;
  Uint32Array counts{emscripten::val::undefined()};
};

struct LayerStatistics {
  Histogram weights;
  Histogram gradients;
  double gradient_norm = 0.0;
  Float32Array norms{emscripten::val::undefined()};
  Float32Array activity{emscripten::val::undefined()};
  Uint32Array dead{emscripten::val::undefined()};
};

Answered answers(Trainer& trainer, Part part, Index first, Index count);
// output: -1 for the network's own answer
Inspected inspect(const Trainer& trainer, const Uint8Array& image, Index output);
// Of the first `examples` training images, or of all when they are fewer.
Status statistics_begin(StatisticsCollector& collector, const Trainer& trainer, Index examples);
// l = 1 ... L, bins: at least 1
LayerStatistics statistics_layer(const StatisticsCollector& collector, Index l, Index bins);

}  // namespace mlp::js
