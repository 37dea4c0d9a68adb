// SPDX-License-Identifier: MIT
#include "engine/engine.h"

#include <algorithm>
#include <cmath>

namespace mlp {
namespace {

using kernels::kColumns;
using kernels::kPanel;
using kernels::PanelMatrix;
using kernels::Panels;
using kernels::Range;
using kernels::Step;

// Products that leave out the zeros take 1.4 times as long a number, and lists must be made: the
// crossings were measured with `npm run bench:kernels`.
constexpr double kSparseInput = 0.6;
constexpr double kSparseHidden = 0.65;
constexpr Index kPanelsWorthLists = 4;

// Below so many weights times examples a step takes less than other threads need to come.
constexpr Index kWorthThreads = 200'000;

bool worth_lists(const Panels& A, Range columns, Index rows_of_result) {
  return rows_of_result > (kPanelsWorthLists - 1) * kPanel &&
         kernels::density(A, columns) < kSparseHidden;
}

// Of hidden layers only those of a ReLU have zeros.
bool has_zeros(Activation g) { return g == Activation::kRelu; }

void resize(PanelMatrix& matrix, bool needed, Index rows, Index columns) {
  if (needed && matrix.empty()) matrix = PanelMatrix(rows, columns);
}

}  // namespace

Engine::Engine(const Network& network, Index max_examples, Team& team)
    : network_(network), max_examples_(max_examples), team_(team) {
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
    if (l < L && !has_zeros(network.g.hidden)) state.Z = PanelMatrix(state.n, max_examples);
    if (l > 1) state.transposed = PanelMatrix(state.n_before, state.n);
    if (l == 1 || has_zeros(network.g.hidden)) {
      state.input = kernels::SparseColumns(state.n_before, max_examples);
      state.input_rows = kernels::SparseRows(state.n_before, max_examples);
    }
    if (l > 1 && l < L && has_zeros(network.g.hidden)) {
      state.dZ_columns = kernels::SparseColumns(state.n, max_examples);
    }
  }
  X_ = PanelMatrix(network.layers.front(), max_examples);
  const auto examples = static_cast<std::size_t>(max_examples);
  labels_.resize(examples);
  answers_.resize(examples);
  costs_.resize(examples);
}

void Engine::set_parameters(const Parameters<float>& parameters) {
  for (Index l = 1; l <= layers(); ++l) {
    const Layer<float>& from = parameters[static_cast<std::size_t>(l - 1)];
    weights(l).W.pack(from.W);
    weights(l).b.pack(from.b);
  }
  transpose_all();
}

Parameters<float> Engine::parameters() const {
  Parameters<float> all;
  for (Index l = 1; l <= layers(); ++l) all.push_back(parameters(l));
  return all;
}

Layer<float> Engine::parameters(Index l) const {
  const PackedLayer& of = parameters_[static_cast<std::size_t>(l - 1)];
  return {of.W.unpack(), of.b.unpack()};
}

void Engine::copy_to(PackedParameters& copy) const {
  if (copy.empty()) {
    copy = parameters_;
    return;
  }
  for (std::size_t l = 0; l < parameters_.size(); ++l) {
    copy[l].W.copy_from(parameters_[l].W);
    copy[l].b.copy_from(parameters_[l].b);
  }
}

void Engine::set_packed(const PackedParameters& parameters) {
  for (std::size_t l = 0; l < parameters_.size(); ++l) {
    parameters_[l].W.copy_from(parameters[l].W);
    parameters_[l].b.copy_from(parameters[l].b);
  }
  transpose_all();
}

bool Engine::all_finite() const {
  const auto finite = [](const PanelMatrix& matrix) {
    return std::ranges::all_of(matrix.numbers(), [](float w) { return std::isfinite(w); });
  };
  return std::ranges::all_of(parameters_,
                             [&](const PackedLayer& of) { return finite(of.W) && finite(of.b); });
}

void Engine::transpose_all() {
  for (Index l = 2; l <= layers(); ++l) {
    kernels::transpose(weights_view(l), {0, layer(l).n_before});
  }
}

void Engine::prepare(const Descent& descent) {
  const Method method = descent.optimizer.method;
  const bool adam = method == Method::kAdam || method == Method::kAdamW;
  const bool first = adam || method == Method::kMomentum || method == Method::kNesterov;
  const bool second = adam || method == Method::kRmsprop;
  // Of a batch of several chunks, and of a gradient that is clipped before the step.
  const bool sums = descent.batch_size > max_examples_ || descent.clip_norm > 0.0;
  for (Index l = 1; l <= layers(); ++l) {
    LayerState& state = layer(l);
    resize(state.sums, sums, state.n, state.n_before);
    resize(state.b_sums, sums, state.n, 1);
    resize(state.first, first, state.n, state.n_before);
    resize(state.b_first, first, state.n, 1);
    resize(state.second, second, state.n, state.n_before);
    resize(state.b_second, second, state.n, 1);
    resize(state.D, descent.dropout > 0.0 && l < layers(), state.n, max_examples_);
  }
  if (method_ == method) return;
  method_ = method;
  forget_steps();
}

void Engine::forget_steps() {
  steps_ = 0;
  for (LayerState& state : layers_) {
    for (PanelMatrix* matrix : {&state.first, &state.second, &state.b_first, &state.b_second}) {
      matrix->clear();
    }
  }
}

kernels::Weights Engine::weights_view(Index l) {
  LayerState& state = layer(l);
  return {weights(l).W.view(), state.transposed.view(), state.sums.view(), state.first.view(),
          state.second.view()};
}

kernels::Weights Engine::biases_view(Index l) {
  LayerState& state = layer(l);
  return {
      weights(l).b.view(), {}, state.b_sums.view(), state.b_first.view(), state.b_second.view()};
}

void Engine::begin(const Examples& examples) {
  const std::span<const std::uint32_t> chosen = examples.chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    labels_[i] = examples.labels.empty() ? std::uint8_t{0} : examples.labels[chosen[i]];
  }
  sparse_input_ = kernels::density(examples.images, chosen, network_.layers.front()) < kSparseInput;
  column_tasks_.reset();
  weight_tasks_.reset();
}

// Z_l = W_l A_{l-1} + b_l, A_l = g(Z_l) for every layer; of the last A_L = Z_L.
void Engine::forward_range(const Examples& examples, Range columns, bool dropout) {
  const Index n_0 = network_.layers.front();
  for (Index l = 1; l <= layers(); ++l) {
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
    if (l == 1) {
      kernels::fetch(examples.images, examples.chosen, n_0, columns);
      if (sparse_input_) {
        kernels::list_columns(examples.images, examples.chosen, n_0, columns, state.input);
        kernels::forward(forward, state.input, columns);
      } else {
        kernels::gather(examples.images, examples.chosen, X_.view(), columns);
        kernels::forward(forward, X_.view(), columns);
      }
      continue;
    }
    const Panels A_before = layer(l - 1).A.view();
    if (has_zeros(network_.g.hidden) && worth_lists(A_before, columns, state.n)) {
      kernels::list_columns(A_before, columns, state.input);
      kernels::forward(forward, state.input, columns);
    } else {
      kernels::forward(forward, A_before, columns);
    }
  }
}

void Engine::head_range(Range columns, const Lesson* lesson) {
  const Panels A = layers_.back().A.view();
  kernels::Head head{};
  head.output = network_.g.output;
  head.Z = A;
  head.labels = labels_;
  head.positive = network_.positive;
  head.cost = costs_;
  head.answer = answers_;
  head.positive_weight = 1.0F;
  if (lesson == nullptr) {
    head.A = A;
  } else {
    head.positive_weight = static_cast<float>(lesson->descent.positive_weight);
    head.share = 1.0F / static_cast<float>(lesson->batch);
    head.smoothing = static_cast<float>(lesson->descent.label_smoothing);
    head.dZ = layers_.back().dZ.view();
  }
  kernels::head(head, columns);
}

// dA_{l-1} = W_l^T dZ_l, dZ_{l-1} = dA_{l-1} * g'(Z_{l-1}) for every layer but the first.
void Engine::backward_range(Range columns, bool dropout) {
  for (Index l = layers(); l > 1; --l) {
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
    const bool may_have_zeros = l < layers() && has_zeros(network_.g.hidden);
    if (may_have_zeros && worth_lists(backward.dZ, columns, state.n_before)) {
      kernels::list_columns(backward.dZ, columns, state.dZ_columns);
      kernels::backward(backward, state.dZ_columns, columns);
    } else {
      kernels::backward(backward, columns);
    }
  }
}

// dW_l = (1/m) dZ_l A_{l-1}^T for a range of its columns, and the step along it.
void Engine::gradient_range(Index l, Index m, Range columns, Step step) {
  LayerState& state = layer(l);
  const kernels::Weights of = weights_view(l);
  const Panels dZ = state.dZ.view();
  if (columns.begin == 0) {
    Step of_biases = step;
    of_biases.penalty = 0.0F;
    of_biases.shrink = 1.0F;
    kernels::gradient_of_biases(of_biases, biases_view(l), dZ, m);
  }
  if (l == 1 && sparse_input_) {
    kernels::list_rows(state.input, m, columns, state.input_rows);
    kernels::gradient(step, of, dZ, state.input_rows, columns);
    return;
  }
  const Panels A_before = l == 1 ? X_.view() : layer(l - 1).A.view();
  if (l > 1 && has_zeros(network_.g.hidden) && worth_lists(A_before, {0, m}, state.n)) {
    kernels::list_rows(A_before, m, columns, state.input_rows);
    kernels::gradient(step, of, dZ, state.input_rows, columns);
  } else {
    kernels::gradient(step, of, dZ, A_before, m, columns);
  }
}

Answers Engine::judge(Index m) const {
  Answers answers;
  for (Index i = 0; i < m; ++i) {
    answers.cost += costs_[static_cast<std::size_t>(i)];
    answers.correct += given(i) == right(i) ? 1 : 0;
  }
  return answers;
}

int Engine::right(Index i) const {
  const int label = labels_[static_cast<std::size_t>(i)];
  if (network_.g.output == Output::kSoftmax) return label;
  return label == network_.positive ? 1 : 0;
}

Answers Engine::answer(const Examples& examples) {
  const auto m = static_cast<Index>(examples.chosen.size());
  begin(examples);
  const bool together = m * weights_ > kWorthThreads;
  const Index parts = together ? parts_of(team_.size()) : 1;
  auto work = [&] {
    for (Index part = column_tasks_.take(); part < parts; part = column_tasks_.take()) {
      const Range columns = kernels::share({0, m}, part, parts, kColumns);
      if (columns.begin == columns.end) continue;
      forward_range(examples, columns, false);
      head_range(columns, nullptr);
    }
  };
  team_.run(work, together);
  return judge(m);
}

Answers Engine::learn(const Examples& examples, const Lesson& lesson) {
  const Descent& descent = lesson.descent;
  const auto m = static_cast<Index>(examples.chosen.size());
  const bool last = lesson.before + m == lesson.batch;
  const bool dropout = descent.dropout > 0.0;
  begin(examples);
  Optimizer optimizer = descent.optimizer;
  const bool decoupled = optimizer.method == Method::kAdamW;
  optimizer.decay = decoupled ? descent.weight_decay : 0.0;
  Step step = kernels::make_step(optimizer, lesson.learning_rate, steps_ + 1);
  step.penalty = decoupled ? 0.0F : static_cast<float>(descent.weight_decay);
  step.add = lesson.before > 0;
  step.update = last && descent.clip_norm == 0.0;

  const bool together = m * weights_ > kWorthThreads;
  const Index parts = together ? parts_of(team_.size()) : 1;
  auto work = [&] {
    for (Index part = column_tasks_.take(); part < parts; part = column_tasks_.take()) {
      const Range columns = kernels::share({0, m}, part, parts, kColumns);
      if (columns.begin == columns.end) continue;
      if (dropout) draw_masks(lesson, columns);
      forward_range(examples, columns, dropout);
      head_range(columns, &lesson);
      backward_range(columns, dropout);
    }
    team_.meet();
    // Every thread comes to the same answer.
    if (!std::isfinite(judge(m).cost)) return;
    for (Index task = weight_tasks_.take(); task < parts * layers(); task = weight_tasks_.take()) {
      const Index l = task / parts + 1;  // the first layer, mostly the largest, first
      const Range columns = kernels::share({0, layer(l).n_before}, task % parts, parts, kColumns);
      if (columns.begin < columns.end) gradient_range(l, m, columns, step);
    }
  };
  team_.run(work, together);
  const Answers answers = judge(m);
  if (last && std::isfinite(answers.cost)) finish_batch(descent, step);
  return answers;
}

void Engine::finish_batch(const Descent& descent, const Step& step) {
  gradient_norm_ = 0.0;
  if (descent.clip_norm > 0.0) clip_and_update(descent.clip_norm, step);
  if (descent.max_norm > 0.0) limit_norms(descent.max_norm);
  ++steps_;
}

}  // namespace mlp
