// SPDX-License-Identifier: MIT
#include "notes/notes_engine.h"

#include <algorithm>
#include <utility>

#include "mlp/methods/averaging.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/predict.h"
#include "mlp/notes/reshape.h"

namespace mlp {

NotesEngine::NotesEngine(const Network& network, Index max_examples)
    : network_(network),
      training_(make_training<float>(network, max_examples)),
      costs_(static_cast<std::size_t>(max_examples)) {
  begin_optimizer(Method::kGradientDescent, training_);
}

void NotesEngine::set_parameters(const Parameters<float>& parameters) {
  training_.parameters = parameters;
}

Layer<float> NotesEngine::parameters(Index l) const {
  return training_.parameters[static_cast<std::size_t>(l - 1)];
}

bool NotesEngine::all_finite() const {
  return std::ranges::all_of(training_.parameters, [](const Layer<float>& layer) {
    return layer.W.allFinite() && layer.b.allFinite();
  });
}

void NotesEngine::average_into(Kept kept, float factor) {
  Parameters<float>& mean = of(kept);
  const auto approach = [factor](float m, float w) { return averaged(m, w, factor); };
  for (std::size_t l = 0; l < mean.size(); ++l) {
    mean[l].W = mean[l].W.binaryExpr(training_.parameters[l].W, approach);
    mean[l].b = mean[l].b.binaryExpr(training_.parameters[l].b, approach);
  }
}

void NotesEngine::prepare(const UpdateSettings& settings, Index /*batch*/) {
  if (training_.method != settings.optimizer.method) {
    begin_optimizer(settings.optimizer.method, training_);
  }
}

void NotesEngine::forget_steps() { begin_optimizer(training_.method, training_); }

void NotesEngine::save(bool sums, OptimizerMemory& memory) const {
  memory.method = training_.method;
  memory.state = training_.state;
  if (sums) memory.sums = training_.gradients;
}

void NotesEngine::load(const OptimizerMemory& memory) {
  training_.method = memory.method;
  training_.state = memory.state;
  if (!memory.sums.empty()) training_.gradients = memory.sums;
}

Answers NotesEngine::learn(const Examples& examples, const BatchContext& context) {
  return train(network_, examples, context, training_);
}

// Forward, cost and predict, without a word of how the weights might be better.
Answers NotesEngine::answer(const Examples& examples) {
  const Output output = network_.g.output;
  const auto m = static_cast<Index>(examples.chosen.size());
  auto X = training_.X.leftCols(m);
  auto Y = training_.Y.leftCols(m);
  reshape<float>(examples.images, examples.chosen, X);
  Y.setZero();
  const bool judged = !examples.labels.empty();
  if (judged) {
    reshape_labels<float>(examples.labels, examples.chosen, output, network_.positive, Y);
  }
  forward<float>(training_.parameters, network_.g, X, training_.cache);
  Answers answers;
  for (Index i = 0; i < m; ++i) {
    const auto Z = training_.cache.back().Z.middleCols(i, 1);
    costs_[static_cast<std::size_t>(i)] =
        judged ? mlp::cost<float>(output, Z, Y.middleCols(i, 1)) : 0.0;
    answers.cost += cost(i);
    answers.correct += given(i) == right(i) ? 1 : 0;
  }
  return answers;
}

int NotesEngine::given(Index i) const {
  return predict<float>(network_.g.output, training_.cache.back().A, i);
}

// The answer that Y stands for.
int NotesEngine::right(Index i) const { return predict<float>(network_.g.output, training_.Y, i); }

}  // namespace mlp
