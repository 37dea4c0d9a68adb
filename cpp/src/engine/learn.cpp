// SPDX-License-Identifier: MIT
// A chunk of examples from end to end, by all threads of the pool.
#include <cmath>

#include "engine/fast_engine.h"

namespace mlp {
namespace {

using kernels::kColumns;
using kernels::Range;
using kernels::Step;

// Products that leave out the zeros take 1.4 times as long a number, and lists must be made: the
// crossing was measured with `npm run bench:kernels`.
constexpr double kSparseInput = 0.65;

// Below so many weights times examples a step takes less than other threads need to come.
constexpr Index kWorthThreads = 200'000;

}  // namespace

void FastEngine::begin(const Examples& examples) {
  const std::span<const std::uint32_t> chosen = examples.chosen;
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    labels_[i] = examples.labels.empty() ? std::uint8_t{0} : examples.labels[chosen[i]];
  }
  sparse_input_ = kernels::density(examples.images, chosen, network_.layers.front()) < kSparseInput;
  column_tasks_.reset();
  weight_tasks_.reset();
}

Answers FastEngine::judge(Index m) const {
  Answers answers;
  for (Index i = 0; i < m; ++i) {
    answers.cost += costs_[static_cast<std::size_t>(i)];
    answers.correct += given(i) == right(i) ? 1 : 0;
  }
  return answers;
}

int FastEngine::right(Index i) const {
  const int label = labels_[static_cast<std::size_t>(i)];
  if (network_.g.output == Output::kSoftmax) return label;
  return label == network_.positive ? 1 : 0;
}

Answers FastEngine::answer(const Examples& examples) {
  const auto m = static_cast<Index>(examples.chosen.size());
  begin(examples);
  const bool together = m * weights_ > kWorthThreads;
  const Index parts = together ? pool_.size() : 1;
  auto work = [&] {
    for (Index part = column_tasks_.take(); part < parts; part = column_tasks_.take()) {
      const Range columns = kernels::share({0, m}, part, parts, kColumns);
      if (columns.begin == columns.end) continue;
      forward_range(examples, columns, false);
      head_range(columns, nullptr);
    }
  };
  pool_.run(work, together);
  return judge(m);
}

Answers FastEngine::learn(const Examples& examples, const BatchContext& context) {
  const UpdateSettings& settings = context.settings;
  const auto m = static_cast<Index>(examples.chosen.size());
  const bool last = context.before + m == context.batch;
  const bool dropout = settings.dropout > 0.0;
  begin(examples);
  const bool decoupled = settings.optimizer.method == Method::kAdamW;
  Step step = kernels::make_step(settings.optimizer, context.learning_rate,
                                 decoupled ? settings.weight_decay : 0.0, steps_ + 1);
  step.penalty = decoupled ? 0.0F : static_cast<float>(settings.weight_decay);
  step.add = context.before > 0;
  step.update = last && settings.clip_norm == 0.0;

  const bool together = m * weights_ > kWorthThreads;
  const Index parts = together ? pool_.size() : 1;
  // More than there are threads: one that was held up leaves some to the others.
  const Index pieces = together ? 2 * pool_.size() : 1;
  auto work = [&] {
    for (Index part = column_tasks_.take(); part < parts; part = column_tasks_.take()) {
      const Range columns = kernels::share({0, m}, part, parts, kColumns);
      if (columns.begin == columns.end) continue;
      if (dropout) draw_masks(context, columns);
      forward_range(examples, columns, dropout);
      head_range(columns, &context);
      backward_range(columns, dropout);
    }
    pool_.barrier();
    // Every thread comes to the same answer.
    if (!std::isfinite(judge(m).cost)) return;
    for (Index task = weight_tasks_.take(); task < pieces * layers(); task = weight_tasks_.take()) {
      const Index l = task / pieces + 1;  // the first layer, mostly the largest, first
      const Range columns =
          kernels::share({0, layer(l).n_before}, task % pieces, pieces, kernels::kGroup);
      if (columns.begin < columns.end) gradient_range(l, m, columns, step);
    }
  };
  pool_.run(work, together);
  const Answers answers = judge(m);
  if (last && std::isfinite(answers.cost)) finish_batch(settings, step);
  return answers;
}

void FastEngine::finish_batch(const UpdateSettings& settings, const Step& step) {
  gradient_norm_ = 0.0;
  if (settings.clip_norm > 0.0) clip_and_update(settings.clip_norm, step);
  if (settings.max_norm > 0.0) limit_norms(settings.max_norm);
  ++steps_;
}

}  // namespace mlp
