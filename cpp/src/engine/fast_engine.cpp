// SPDX-License-Identifier: MIT
#include "engine/fast_engine.h"

#include <algorithm>
#include <cmath>

namespace mlp {
namespace {

using kernels::PanelMatrix;

void resize(PanelMatrix& matrix, bool needed, Index rows, Index columns) {
  if (needed && matrix.empty()) matrix = PanelMatrix(rows, columns);
}

}  // namespace

FastEngine::FastEngine(const Network& network, Index max_examples, ThreadPool& pool)
    : network_(network), max_examples_(max_examples), pool_(pool) {
  const auto L = static_cast<Index>(network.layers.size()) - 1;
  parameters_.resize(static_cast<std::size_t>(L));
  layers_.resize(static_cast<std::size_t>(L));
  for (Index l = 1; l <= L; ++l) {
    LayerState& state = layer(l);
    state.n = network.layers[static_cast<std::size_t>(l)];
    state.n_before = network.layers[static_cast<std::size_t>(l - 1)];
    weights_ += state.n * state.n_before;
    weights(l) = {PanelMatrix(state.n, state.n_before), PanelMatrix(state.n, 1)};
    state.A = PanelMatrix(state.n, max_examples);
    state.dZ = PanelMatrix(state.n, max_examples);
    if (l < L && !hidden_zeros()) state.Z = PanelMatrix(state.n, max_examples);
    if (l > 1) state.transposed = PanelMatrix(state.n_before, state.n);
    if (l == 1 || hidden_zeros()) {
      state.input = kernels::SparseColumns(state.n_before, max_examples);
      state.input_rows = kernels::SparseRows(state.n_before, max_examples);
    }
    if (l > 1 && l < L && hidden_zeros()) {
      state.dZ_columns = kernels::SparseColumns(state.n, max_examples);
    }
  }
  X_ = PanelMatrix(network.layers.front(), max_examples);
  const auto examples = static_cast<std::size_t>(max_examples);
  labels_.resize(examples);
  answers_.resize(examples);
  costs_.resize(examples);
}

void FastEngine::set_parameters(const Parameters<float>& parameters) {
  for (Index l = 1; l <= layers(); ++l) {
    const Layer<float>& from = parameters[static_cast<std::size_t>(l - 1)];
    weights(l).W.pack(from.W);
    weights(l).b.pack(from.b);
  }
  transpose_all();
}

Parameters<float> FastEngine::parameters() const {
  Parameters<float> all;
  for (Index l = 1; l <= layers(); ++l) all.push_back(parameters(l));
  return all;
}

Layer<float> FastEngine::parameters(Index l) const {
  const PackedLayer& of = parameters_[static_cast<std::size_t>(l - 1)];
  return {of.W.unpack(), of.b.unpack()};
}

void FastEngine::keep(Kept as) {
  PackedParameters& copy = of(as);
  if (copy.empty()) {
    copy = parameters_;
    return;
  }
  for (std::size_t l = 0; l < parameters_.size(); ++l) {
    copy[l].W.copy_from(parameters_[l].W);
    copy[l].b.copy_from(parameters_[l].b);
  }
}

void FastEngine::use(Kept kept) {
  const PackedParameters& from = of(kept);
  for (std::size_t l = 0; l < parameters_.size(); ++l) {
    parameters_[l].W.copy_from(from[l].W);
    parameters_[l].b.copy_from(from[l].b);
  }
  transpose_all();
}

bool FastEngine::all_finite() const {
  const auto finite = [](const PanelMatrix& matrix) {
    return std::ranges::all_of(matrix.numbers(), [](float w) { return std::isfinite(w); });
  };
  return std::ranges::all_of(parameters_,
                             [&](const PackedLayer& of) { return finite(of.W) && finite(of.b); });
}

void FastEngine::transpose_all() {
  for (Index l = 2; l <= layers(); ++l) {
    kernels::transpose(weights_view(l), {0, layer(l).n_before});
  }
}

void FastEngine::make_room(Method method, bool sums) {
  for (Index l = 1; l <= layers(); ++l) {
    LayerState& state = layer(l);
    resize(state.sums, sums, state.n, state.n_before);
    resize(state.b_sums, sums, state.n, 1);
    resize(state.first, keeps_first(method), state.n, state.n_before);
    resize(state.b_first, keeps_first(method), state.n, 1);
    resize(state.second, keeps_second(method), state.n, state.n_before);
    resize(state.b_second, keeps_second(method), state.n, 1);
  }
}

void FastEngine::prepare(const UpdateSettings& settings, Index batch) {
  const Method method = settings.optimizer.method;
  // Of a batch of several chunks, and of a gradient that is clipped before the step.
  make_room(method, batch > max_examples_ || settings.clip_norm > 0.0);
  for (Index l = 1; l < layers(); ++l) {
    LayerState& state = layer(l);
    resize(state.D, settings.dropout > 0.0, state.n, max_examples_);
  }
  if (method_ == method) return;
  method_ = method;
  forget_steps();
}

void FastEngine::forget_steps() {
  steps_ = 0;
  for (LayerState& state : layers_) {
    for (PanelMatrix* matrix : {&state.first, &state.second, &state.b_first, &state.b_second}) {
      matrix->clear();
    }
  }
}

kernels::Weights FastEngine::weights_view(Index l) {
  LayerState& state = layer(l);
  return {weights(l).W.view(), state.transposed.view(), state.sums.view(), state.first.view(),
          state.second.view()};
}

kernels::Weights FastEngine::biases_view(Index l) {
  LayerState& state = layer(l);
  return {
      weights(l).b.view(), {}, state.b_sums.view(), state.b_first.view(), state.b_second.view()};
}

}  // namespace mlp
