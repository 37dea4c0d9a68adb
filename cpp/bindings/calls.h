// SPDX-License-Identifier: MIT
// The core's calls with arguments and results that JavaScript can hold.
#pragma once

#include <cstddef>
#include <memory>

#include "convert.h"
#include "mlp/insight/gradient_check.h"
#include "mlp/insight/walkthrough.h"
#include "mlp/trainer/trainer.h"
#include "mlp/trainer/warm_up.h"

namespace mlp::js {

// Structs of the core with a 64-bit seed, or none of their own, in what JavaScript can hold.
struct NetworkSettings {
  Uint32Array layers{emscripten::val::undefined()};
  Activation hidden = Activation::kRelu;
  Output output = Output::kSoftmax;
  int positive = 0;
  double seed = 0.0;
  Initialiser initialiser = Initialiser::kNotes;
  double initial_scale = 0.0;
};

struct Advanced {
  Status status;
  Progress progress;
};

struct Evaluated {
  Status status;
  Index examples = 0;
  Index of = 0;
  double cost = 0.0;
  Index correct = 0;
  Uint32Array confusion{emscripten::val::undefined()};
};

struct Predicted {
  Status status;
  Float32Array probabilities{emscripten::val::undefined()};
};

// W_l and b_l.
struct LayerNumbers {
  Float32Array W{emscripten::val::undefined()};
  Float32Array b{emscripten::val::undefined()};
};

struct Labelled {
  Status status;
  Uint8Array images{emscripten::val::undefined()};
  Uint8Array labels{emscripten::val::undefined()};
};

struct Checked {
  Status status;
  CheckedWeight weight;
};

Network to_network(const NetworkSettings& settings);
// W_l and b_l of layer l = 1 ... L; empty for any other l.
LayerNumbers layer_numbers(const Parameters<float>& parameters, std::size_t l);
Status configure(Trainer& trainer, const NetworkSettings& settings);
Status load(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels);
Status expect(Trainer& trainer, Part part, double examples);
Status append(Trainer& trainer, Part part, const Uint8Array& images, const Uint8Array& labels);
// Data that is put together apart from the trainer: it takes it when it is whole.
Status make_room(DataSet& data, double examples, double pixels);
Status append_to(DataSet& data, const Uint8Array& images, const Uint8Array& labels);
Advanced advance(Trainer& trainer, const TrainingSettings& settings, Index max_examples,
                 bool one_batch);
Status evaluate_begin(Trainer& trainer, Part part, bool averaged);
Float32Array scores(const Trainer& trainer);
Uint8Array truths(const Trainer& trainer);
Evaluated evaluate_advance(Trainer& trainer, Index max_examples);
Evaluated to_evaluated(const Status& status, const Evaluation& evaluation);
Predicted predict(Trainer& trainer, const Uint8Array& images, Index copies);
// Layer l = 1 ... L; empty for any other l.
LayerNumbers layer(const Trainer& trainer, Index l);
Labelled images(const Trainer& trainer, Part part, Index first, Index count);
Status walk(Walkthrough& walkthrough, const Trainer& trainer, const Uint8Array& images,
            const Uint8Array& labels, double learning_rate, Index updates);
// A matrix of the walk; empty for a layer that there is not.
Float32Array walked(const Walkthrough& walkthrough, WalkMatrix of, Index l);
Status check_begin(GradientCheck& check, const Trainer& trainer, const Uint8Array& images,
                   const Uint8Array& labels);
Checked check_one(GradientCheck& check, Index layer, Index row, Index column);
std::unique_ptr<WarmUp> make_warm_up(const Trainer& trainer);

}  // namespace mlp::js
