// SPDX-License-Identifier: MIT
// Section: the strategy
// Called by: cpp/src/notes/notes_engine.cpp, for each batch of each epoch of
// cpp/src/trainer/trainer.cpp Fast twin: cpp/src/engine/learn.cpp Held together by:
// tests/cpp/notes_engine_test.cpp, tests/cpp/engine_test.cpp
#include "mlp/notes/train.h"

#include <algorithm>
#include <cmath>

#include "mlp/methods/regularise.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/predict.h"
#include "mlp/notes/reshape.h"

namespace mlp {
namespace {

// c_i is the weight of yes where the answer of example i is yes, else 1.
template <typename Scalar>
void weigh(Output output, double positive_weight, MatrixView<Scalar> Y, std::vector<Scalar>& c) {
  for (Index i = 0; i < Y.cols(); ++i) {
    const bool yes = output == Output::kSigmoid && Y(0, i) == Scalar(1);
    c[static_cast<std::size_t>(i)] = yes ? static_cast<Scalar>(positive_weight) : Scalar(1);
  }
}

template <typename Scalar>
Index count_correct(Output output, MatrixView<Scalar> A, MatrixView<Scalar> Y) {
  Index correct = 0;
  for (Index i = 0; i < A.cols(); ++i) {
    correct += predict<Scalar>(output, A, i) == predict<Scalar>(output, Y, i) ? 1 : 0;
  }
  return correct;
}

// Step 6: the weights move, with what the settings ask for around the update of the notes.
template <typename Scalar>
void step(const BatchContext& context, Training<Scalar>& training) {
  const UpdateSettings& settings = context.settings;
  const bool decoupled = settings.optimizer.method == Method::kAdamW;
  training.gradient_norm =
      settings.clip_norm > 0.0 ? clip(settings.clip_norm, training.gradients) : 0.0;
  if (settings.weight_decay > 0.0 && !decoupled) {
    add_penalty(training.parameters, settings.weight_decay, training.gradients);
  }
  update(training.parameters, training.gradients, settings.optimizer, context.learning_rate,
         decoupled ? settings.weight_decay : 0.0, training.state);
  if (settings.max_norm > 0.0) limit_norms(settings.max_norm, training.parameters);
}

}  // namespace

template <typename Scalar>
Training<Scalar> make_training(const Network& network, Index max_m) {
  Training<Scalar> training;
  training.parameters = zeros<Scalar>(network);
  training.gradients = training.parameters;
  training.cache = make_cache(training.parameters, max_m, true);
  training.X.resize(network.layers.front(), max_m);
  training.Y.resize(network.layers.back(), max_m);
  training.c.resize(static_cast<std::size_t>(max_m));
  return training;
}

template <typename Scalar>
void begin_optimizer(Method method, Training<Scalar>& training) {
  training.method = method;
  training.state = make_state(method, training.parameters);
}

template <typename Scalar>
Answers train(const Network& network, const Examples& examples, const BatchContext& context,
              Training<Scalar>& training) {
  const UpdateSettings& settings = context.settings;
  const Output output = network.g.output;
  const auto m = static_cast<Index>(examples.chosen.size());
  auto X = training.X.leftCols(m);  // (n_0, m)
  auto Y = training.Y.leftCols(m);  // (n_L, m)

  // 1. Reshape: X[m,28,28] -> X[n_0,m], and the labels -> Y[n_L,m].
  reshape<Scalar>(examples.images, examples.chosen, X);
  reshape_labels<Scalar>(examples.labels, examples.chosen, output, network.positive, Y);
  weigh<Scalar>(output, settings.positive_weight, Y, training.c);
  const auto c = std::span<const Scalar>(training.c).first(examples.chosen.size());

  // 3. Forward: Z_l = W_l A_{l-1} + b_l, A_l = g(Z_l), with dropout A_l = g(Z_l) * D_l.
  const Dropout dropout = settings.dropout > 0.0 ? Dropout::kOn : Dropout::kOff;
  if (dropout == Dropout::kOn) {
    const Masks masks{settings.dropout, network.seed, context.update, context.before};
    draw_masks(masks, m, training.cache);
  }
  forward<Scalar>(training.parameters, network.g, X, training.cache, dropout);
  const auto& last = training.cache.back();
  Answers answers;
  answers.correct = count_correct<Scalar>(output, last.A.leftCols(m), Y);

  // 4. Cost: J, the mean cross-entropy. Label smoothing moves the answers that it asks for.
  if (settings.label_smoothing > 0.0) smooth_labels<Scalar>(output, settings.label_smoothing, Y);
  const double J = cost<Scalar>(output, last.Z.leftCols(m), Y, c);
  answers.cost = J * static_cast<double>(m);
  if (!std::isfinite(J)) return answers;

  // 5. Backward: dW_l and db_l by the chain rule, summed over the chunks of the batch.
  if (context.before == 0) clear(training.gradients);
  backward<Scalar>(training.parameters, network.g.hidden, X, Y, context.batch, training.cache,
                   training.gradients, dropout, c);

  // 6. Update: W_l = W_l - alpha dW_l, b_l = b_l - alpha db_l, once the batch is whole.
  if (context.before + m == context.batch) step(context, training);
  return answers;
}

template Training<float> make_training<float>(const Network&, Index);
template Training<double> make_training<double>(const Network&, Index);
template void begin_optimizer<float>(Method, Training<float>&);
template void begin_optimizer<double>(Method, Training<double>&);
template Answers train<float>(const Network&, const Examples&, const BatchContext&,
                              Training<float>&);
template Answers train<double>(const Network&, const Examples&, const BatchContext&,
                               Training<double>&);

}  // namespace mlp
