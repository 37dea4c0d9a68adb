// SPDX-License-Identifier: MIT
// The passes of a step over a part of the examples or of the weights: which kernels do them.
#include "engine/fast_engine.h"

namespace mlp {
namespace {

using kernels::kPanel;
using kernels::Panels;
using kernels::Range;
using kernels::Step;

// Products that leave out the zeros take 1.4 times as long a number, and lists must be made: the
// crossings were measured with `npm run bench:kernels`.
constexpr double kSparseHidden = 0.65;
constexpr Index kPanelsWorthLists = 4;

}  // namespace

bool FastEngine::worth_lists(const Panels& A, Range columns, Index rows_of_result) const {
  return hidden_zeros() && rows_of_result > (kPanelsWorthLists - 1) * kPanel &&
         kernels::density(A, columns) < kSparseHidden;
}

// A_0: the chosen images, as a list of their pixels or as a matrix.
void FastEngine::input_range(const Examples& examples, Range columns) {
  const Index n_0 = network_.layers.front();
  kernels::fetch(examples.images, examples.chosen, n_0, columns);
  if (sparse_input_) {
    kernels::list_columns(examples.images, examples.chosen, n_0, columns, layer(1).input);
  } else {
    kernels::gather(examples.images, examples.chosen, X_.view(), columns);
  }
}

// Z_l = W_l A_{l-1} + b_l, A_l = g(Z_l); of the last A_L = Z_L.
void FastEngine::forward_layer(Index l, Range columns, bool dropout) {
  LayerState& state = layer(l);
  const bool hidden = l < layers();
  const kernels::ForwardLayer forward{
      weights(l).W.view(),
      weights(l).b.view(),
      hidden ? std::optional(network_.g.hidden) : std::nullopt,
      state.Z.view(),
      dropout && hidden ? state.D.view() : Panels{},
      state.A.view(),
  };
  if (l == 1 && sparse_input_) return kernels::forward(forward, state.input, columns);
  const Panels A_before = l == 1 ? X_.view() : layer(l - 1).A.view();
  if (l > 1 && worth_lists(A_before, columns, state.n)) {
    kernels::list_columns(A_before, columns, state.input);
    kernels::forward(forward, state.input, columns);
  } else {
    kernels::forward(forward, A_before, columns);
  }
}

void FastEngine::forward_range(const Examples& examples, Range columns, bool dropout) {
  input_range(examples, columns);
  for (Index l = 1; l <= layers(); ++l) forward_layer(l, columns, dropout);
}

void FastEngine::head_range(Range columns, const BatchContext* context) {
  const Panels A = layers_.back().A.view();
  kernels::Head head{};
  head.output = network_.g.output;
  head.Z = A;
  head.labels = labels_;
  head.positive = network_.positive;
  head.cost = costs_;
  head.answer = answers_;
  head.positive_weight = 1.0F;
  if (context == nullptr) {
    head.A = A;
  } else {
    head.positive_weight = static_cast<float>(context->settings.positive_weight);
    head.share = 1.0F / static_cast<float>(context->batch);
    head.smoothing = static_cast<float>(context->settings.label_smoothing);
    head.dZ = layers_.back().dZ.view();
  }
  kernels::head(head, columns);
}

// dA_{l-1} = W_l^T dZ_l, dZ_{l-1} = dA_{l-1} * g'(Z_{l-1})
void FastEngine::backward_layer(Index l, Range columns, bool dropout) {
  LayerState& state = layer(l);
  LayerState& before = layer(l - 1);
  const kernels::BackwardLayer backward{
      state.transposed.view(),
      state.dZ.view(),
      network_.g.hidden,
      before.Z.empty() ? before.A.view() : before.Z.view(),
      dropout ? before.D.view() : Panels{},
      before.dZ.view(),
  };
  if (l < layers() && worth_lists(backward.dZ, columns, state.n_before)) {
    kernels::list_columns(backward.dZ, columns, state.dZ_columns);
    kernels::backward(backward, state.dZ_columns, columns);
  } else {
    kernels::backward(backward, columns);
  }
}

void FastEngine::backward_range(Range columns, bool dropout) {
  for (Index l = layers(); l > 1; --l) backward_layer(l, columns, dropout);
}

// dW_l = (1/m) dZ_l A_{l-1}^T for a range of its columns, and the step along it.
void FastEngine::gradient_range(Index l, Index m, Range columns, const Step& step) {
  LayerState& state = layer(l);
  const kernels::Weights of = weights_view(l);
  const Panels dZ = state.dZ.view();
  if (columns.begin == 0) {
    kernels::gradient_of_biases(step.of_biases(), biases_view(l), dZ, m);
  }
  if (l == 1 && sparse_input_) {
    kernels::list_rows(state.input, m, columns, state.input_rows);
    kernels::gradient(step, of, dZ, state.input_rows, columns);
    return;
  }
  const Panels A_before = l == 1 ? X_.view() : layer(l - 1).A.view();
  if (l > 1 && worth_lists(A_before, {0, m}, state.n)) {
    kernels::list_rows(A_before, m, columns, state.input_rows);
    kernels::gradient(step, of, dZ, state.input_rows, columns);
  } else {
    kernels::gradient(step, of, dZ, A_before, m, columns);
  }
}

}  // namespace mlp
