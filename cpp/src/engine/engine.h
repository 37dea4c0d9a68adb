// SPDX-License-Identifier: MIT
// Forward, cost, backward and update of a chunk of examples in float32: what the verbs of the notes
// do one after the other, fused and on as many threads as there are. The verbs are its definition,
// and what it is tested against.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/thread_pool.h"
#include "kernels/kernels.h"
#include "mlp/base/types.h"
#include "mlp/notes/initialise.h"
#include "mlp/trainer/snapshot.h"
#include "mlp/trainer/training_settings.h"

namespace mlp {

// Some examples of a data set.
struct Examples {
  std::span<const std::uint8_t> images;   // of the whole data set, n_0 bytes each
  std::span<const std::uint8_t> labels;   // of the whole data set; none: answers are not judged
  std::span<const std::uint32_t> chosen;  // their numbers, 1 ... Engine::max_examples()
};

// What is done with a chunk of a batch.
struct BatchContext {
  const TrainingSettings& settings;
  double learning_rate = 0.0;  // of the update that the batch makes
  Index batch = 0;             // examples in the whole batch
  Index before = 0;            // of the batch, learned in chunks before this one
  std::uint64_t update = 0;    // number of the update, for the masks of dropout
};

// How the chunk was answered, before the update.
struct Answers {
  double cost = 0.0;  // sum over the examples
  Index correct = 0;
};

// One layer's parameters in panels.
struct PackedLayer {
  kernels::PanelMatrix W;  // (n_l, n_{l-1})
  kernels::PanelMatrix b;  // (n_l, 1)
};
using PackedParameters = std::vector<PackedLayer>;

PackedParameters pack(const Parameters<float>& parameters);
Parameters<float> unpack(const PackedParameters& packed);

class Engine {
 public:
  // Room for chunks of up to max_examples, a multiple of 4. The pool must outlive it.
  Engine(const Network& network, Index max_examples, ThreadPool& pool);

  Index max_examples() const { return max_examples_; }

  void set_parameters(const Parameters<float>& parameters);
  Parameters<float> parameters() const;
  Layer<float> parameters(Index l) const;
  // Copies of the parameters and back, in the shape that they are kept in. No heap use.
  void copy_to(PackedParameters& copy) const;
  void set_packed(const PackedParameters& parameters);
  bool all_finite() const;
  // mean = mean + factor (parameters - mean). No heap use.
  void average_into(PackedParameters& mean, float factor);
  // Changes places with others, for answer() alone: nothing is learned until they are back.
  void exchange(PackedParameters& other);

  // Before a run: makes room for what the method remembers, and for what the settings need; what
  // there was room for stays. The optimizer begins anew when the method is another than before.
  //   batch  most examples in a batch, which may be more than the settings say: see extras_of()
  void prepare(const TrainingSettings& settings, Index batch);
  // The optimizer forgets the steps so far.
  void forget_steps();
  // What the continuation needs of it: the method, what it remembers and, with `sums`, those of the
  // batch under way; as copies, and back into an engine that has done nothing yet.
  void save(bool sums, Snapshot& snapshot) const;
  void load(const Snapshot& snapshot);

  // Forward and cost; backward and, when the chunk is the batch's last, the update. Where the cost
  // is not finite, nothing is learned. After prepare() of the same settings. No heap use.
  Answers learn(const Examples& examples, const BatchContext& context);
  // Forward, and cost if there are labels. No heap use.
  Answers answer(const Examples& examples);

  // Of the last answer(): probability k of example i, which answer was given and is right, and its
  // cost.
  float probability(Index k, Index i) const { return *layers_.back().A.view().at(k, i); }
  int given(Index i) const { return answers_[static_cast<std::size_t>(i)]; }
  int right(Index i) const;
  double cost(Index i) const { return costs_[static_cast<std::size_t>(i)]; }
  // The gradient's norm before clipping at the last update; 0 without clipping.
  double gradient_norm() const { return gradient_norm_; }

 private:
  friend class EnginePhases;  // tests/bench/phases: the passes one by one, to be timed

  struct LayerState {
    Index n = 0;
    Index n_before = 0;
    kernels::PanelMatrix transposed;           // W^T; not of layer 1
    kernels::PanelMatrix A, Z, D, dZ;          // (n, max_examples); Z, D where needed
    kernels::PanelMatrix sums, first, second;  // as W
    kernels::PanelMatrix b_sums, b_first, b_second;
    kernels::SparseColumns input;  // of A_{l-1}
    kernels::SparseRows input_rows;
    kernels::SparseColumns dZ_columns;
  };

  // Of hidden layers only those of a ReLU have zeros worth leaving out.
  bool hidden_zeros() const { return network_.g.hidden == Activation::kRelu; }
  Index layers() const { return static_cast<Index>(layers_.size()); }
  LayerState& layer(Index l) { return layers_[static_cast<std::size_t>(l - 1)]; }
  PackedLayer& weights(Index l) { return parameters_[static_cast<std::size_t>(l - 1)]; }
  kernels::Weights weights_view(Index l);
  kernels::Weights biases_view(Index l);

  // Whether a product for so many rows is faster with the zeros of A, a hidden layer's, left out.
  bool worth_lists(const kernels::Panels& A, kernels::Range columns, Index rows_of_result) const;
  void begin(const Examples& examples);
  void input_range(const Examples& examples, kernels::Range columns);
  void forward_layer(Index l, kernels::Range columns, bool dropout);
  void forward_range(const Examples& examples, kernels::Range columns, bool dropout);
  void head_range(kernels::Range columns, const BatchContext* context);
  void backward_layer(Index l, kernels::Range columns, bool dropout);
  void backward_range(kernels::Range columns, bool dropout);
  void gradient_range(Index l, Index m, kernels::Range columns, kernels::Step step);
  void draw_masks(const BatchContext& context, kernels::Range columns);
  Answers judge(Index m) const;
  void finish_batch(const TrainingSettings& settings, const kernels::Step& step);
  void clip_and_update(double limit, kernels::Step step);
  void limit_norms(double limit);
  void transpose_all();
  // Room for what a method remembers, and for the sums of a batch of several chunks.
  void make_room(Method method, bool sums);

  Network network_;
  Index max_examples_ = 0;
  Index weights_ = 0;  // in all layers
  PackedParameters parameters_;
  std::vector<LayerState> layers_;
  kernels::PanelMatrix X_;
  bool sparse_input_ = false;  // of the present chunk
  std::optional<Method> method_;
  Index steps_ = 0;                             // t of the optimizer
  std::vector<std::uint8_t> labels_, answers_;  // of the chunk
  std::vector<double> costs_;
  double gradient_norm_ = 0.0;

  ThreadPool& pool_;
  ThreadPool::Tasks column_tasks_, weight_tasks_;
};

}  // namespace mlp
