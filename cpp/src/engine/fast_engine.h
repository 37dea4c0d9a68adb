// SPDX-License-Identifier: MIT
// Forward, cost, backward and update of a chunk of examples in float32: what the verbs of the notes
// do one after the other, fused and on as many threads as there are. notes/ is its peer:
// the same computations, verb by verb, against which it is tested.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "engine/thread_pool.h"
#include "kernels/kernels.h"
#include "mlp/base/types.h"
#include "mlp/methods/engine.h"
#include "mlp/methods/network.h"

namespace mlp {

// One layer's parameters in panels.
struct PackedLayer {
  kernels::PanelMatrix W;  // (n_l, n_{l-1})
  kernels::PanelMatrix b;  // (n_l, 1)
};
using PackedParameters = std::vector<PackedLayer>;

class FastEngine final : public Engine {
 public:
  // Room for chunks of up to max_examples, a multiple of 4. The pool must outlive it.
  FastEngine(const Network& network, Index max_examples, ThreadPool& pool);

  Index max_examples() const override { return max_examples_; }

  void set_parameters(const Parameters<float>& parameters) override;
  Parameters<float> parameters() const override;
  Layer<float> parameters(Index l) const override;
  bool all_finite() const override;

  void keep(Kept as) override;
  bool has(Kept kept) const override { return !of(kept).empty(); }
  void forget(Kept kept) override { of(kept).clear(); }
  void use(Kept kept) override;
  void exchange(Kept kept) override { std::swap(parameters_, of(kept)); }
  void swap(Kept a, Kept b) override { std::swap(of(a), of(b)); }
  void copy(Kept from, Kept to) override { of(to) = of(from); }
  void average_into(Kept kept, float factor) override;
  Parameters<float> kept(Kept kept) const override;
  void set_kept(Kept as, const Parameters<float>& parameters) override;

  void prepare(const UpdateSettings& settings, Index batch) override;
  void forget_steps() override;
  void save(bool sums, OptimizerMemory& memory) const override;
  void load(const OptimizerMemory& memory) override;

  // Both: no heap use.
  Answers learn(const Examples& examples, const BatchContext& context) override;
  Answers answer(const Examples& examples) override;

  float probability(Index k, Index i) const override { return *layers_.back().A.view().at(k, i); }
  int given(Index i) const override { return answers_[static_cast<std::size_t>(i)]; }
  int right(Index i) const override;
  double cost(Index i) const override { return costs_[static_cast<std::size_t>(i)]; }
  double gradient_norm() const override { return gradient_norm_; }

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

  PackedParameters& of(Kept kept) { return kept_[static_cast<std::size_t>(kept)]; }
  const PackedParameters& of(Kept kept) const { return kept_[static_cast<std::size_t>(kept)]; }
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
  void gradient_range(Index l, Index m, kernels::Range columns, const kernels::Step& step);
  void draw_masks(const BatchContext& context, kernels::Range columns);
  Answers judge(Index m) const;
  void finish_batch(const UpdateSettings& settings, const kernels::Step& step);
  void clip_and_update(double limit, kernels::Step step);
  void limit_norms(double limit);
  void transpose_all();
  // Room for what a method remembers, and for the sums of a batch of several chunks.
  void make_room(Method method, bool sums);

  Network network_;
  Index max_examples_ = 0;
  Index weights_ = 0;  // in all layers
  PackedParameters parameters_;
  std::array<PackedParameters, kKeptKinds> kept_;
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
