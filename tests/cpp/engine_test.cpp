// SPDX-License-Identifier: MIT
// Both engines, as the trainer runs them, against the verbs in double, for every method; and the
// fast one with threads against itself.
#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"
#include "reference_training.h"
#include "same_weights.h"

namespace mlp {
namespace {

constexpr Method kMethods[] = {Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
                               Method::kRmsprop,         Method::kAdam,     Method::kAdamW};
constexpr Activation kActivations[] = {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                       Activation::kSigmoid, Activation::kGelu};

// More than a panel's 32 rows, and not a multiple of anything.
constexpr Index kPixels = 53;

Network softmax(Activation hidden = Activation::kRelu) {
  return {.layers = {kPixels, 37, 19, 10}, .g = {.hidden = hidden}};
}

Network sigmoid(Activation hidden = Activation::kRelu) {
  return {.layers = {kPixels, 37, 19, 1},
          .g = {.hidden = hidden, .output = Output::kSigmoid},
          .positive = 3};
}

// A method whose steps are continuous enough to be compared: see the tolerance.
TrainingSettings settings_of(Method method) {
  return {.learning_rate = 0.02, .optimizer = {.method = method, .epsilon = 1e-2}};
}

void load(Trainer& trainer, const Network& network, const MadeUpData& data,
          EngineKind kind = EngineKind::kFast) {
  trainer.use_engine(kind);
  ASSERT_TRUE(trainer.configure(network).ok());
  ASSERT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
}

Progress run_epoch(Trainer& trainer, const TrainingSettings& settings) {
  Progress progress;
  do {
    const Status status = trainer.advance(settings, 1 << 20, false, progress);
    EXPECT_TRUE(status.ok()) << status.text;
    if (!status.ok()) break;
  } while (!progress.epoch_done);
  return progress;
}

double largest_difference(const Parameters<float>& a, const Parameters<double>& b) {
  double largest = 0.0;
  for (std::size_t l = 0; l < a.size(); ++l) {
    largest = std::max(largest, (a[l].W.cast<double>() - b[l].W).cwiseAbs().maxCoeff());
    largest = std::max(largest, (a[l].b.cast<double>() - b[l].b).cwiseAbs().maxCoeff());
  }
  return largest;
}

// Trains with both engines, in float32, and by the verbs in double for some epochs of full batches,
// or of those of the settings' size.
void expect_as_the_verbs(const Network& network, TrainingSettings settings,
                         std::size_t examples = 90, int epochs = 3, Index batch_size = 0) {
  const MadeUpData data(examples, static_cast<std::size_t>(network.layers.front()));
  settings.batch_size = batch_size > 0 ? batch_size : static_cast<Index>(examples);
  Trainer fast;
  Trainer notes;
  load(fast, network, data);
  load(notes, network, data, EngineKind::kNotes);
  ReferenceTraining reference(network, data);
  for (int epoch = 1; epoch <= epochs; ++epoch) {
    SCOPED_TRACE("epoch " + std::to_string(epoch));
    // The tolerance of the weights before is that of the cost too, times the inputs of a unit.
    const double tolerance = 1e-6 + 100.0 * reference.tolerance();
    const double cost = reference.run_epoch(settings);
    for (Trainer* trainer : {&fast, &notes}) {
      SCOPED_TRACE(trainer == &fast ? "fast" : "notes");
      EXPECT_NEAR(run_epoch(*trainer, settings).cost, cost, tolerance);
      EXPECT_LT(largest_difference(trainer->parameters(), reference.parameters()),
                reference.tolerance());
    }
    EXPECT_LT(reference.tolerance(), 0.01 * settings.learning_rate * epoch) << "or it says nothing";
  }
}

TEST(Engines, DoWhatTheVerbsDoWithEveryActivationAndHead) {
  for (const Activation hidden : kActivations) {
    SCOPED_TRACE("activation " + std::to_string(static_cast<int>(hidden)));
    expect_as_the_verbs(softmax(hidden), settings_of(Method::kGradientDescent));
    expect_as_the_verbs(sigmoid(hidden), settings_of(Method::kGradientDescent));
  }
}

TEST(Engines, DoWhatTheVerbsDoWithEveryMethod) {
  for (const Method method : kMethods) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    expect_as_the_verbs(softmax(), settings_of(method));
    expect_as_the_verbs(sigmoid(Activation::kGelu), settings_of(method));
  }
}

TEST(Engines, DoWhatTheVerbsDoWithBatchesOfAnEpoch) {
  for (const Method method : kMethods) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    expect_as_the_verbs(softmax(), settings_of(method), 90, 2, 32);
  }
}

// Chunks have 256 examples: the sums are kept between them.
TEST(Engines, DoWhatTheVerbsDoWithABatchOfSeveralChunks) {
  ASSERT_EQ(chunk_size(softmax()), 256);
  for (const Method method : kMethods) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    expect_as_the_verbs(softmax(), settings_of(method), 600, 2);
  }
}

TEST(Engines, DoWhatTheVerbsDoWithEveryRegulariser) {
  for (const Method method : kMethods) {
    for (const std::size_t examples : {90U, 300U}) {
      SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)) + " of " +
                   std::to_string(examples));
      TrainingSettings settings = settings_of(method);
      settings.weight_decay = 0.05;
      expect_as_the_verbs(softmax(), settings, examples);
      settings.dropout = 0.3;
      expect_as_the_verbs(softmax(), settings, examples);
      expect_as_the_verbs(softmax(Activation::kTanh), settings, examples);
      settings.clip_norm = 0.1;  // the norm is above it
      expect_as_the_verbs(softmax(), settings, examples);
      settings.max_norm = 0.7;  // so are some units' norms
      settings.label_smoothing = 0.1;
      expect_as_the_verbs(softmax(Activation::kGelu), settings, examples);
      settings.positive_weight = 9.0;
      expect_as_the_verbs(sigmoid(), settings, examples);
      settings.clip_norm = 1e6;  // below it: nothing is scaled
      expect_as_the_verbs(sigmoid(Activation::kLeakyRelu), settings, examples);
    }
  }
}

TEST(Engines, DoWhatTheVerbsDoWithOneLayerAndOneExample) {
  for (const Method method : kMethods) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    expect_as_the_verbs({.layers = {kPixels, 10}}, settings_of(method), 7);
    expect_as_the_verbs({.layers = {kPixels, 10}}, settings_of(method), 5, 2, 1);
    expect_as_the_verbs({.layers = {1, 1, 10}}, settings_of(method), 5);
  }
}

// Large enough that threads are called at all: see kWorthThreads in engine/learn.cpp.
Network worth_threads(Activation hidden = Activation::kRelu) {
  return {.layers = {200, 70, 40, 10}, .g = {.hidden = hidden}};
}

struct Threaded {
  Threaded(const Network& network, const MadeUpData& data, Index threads) {
    trainer.use_threads(threads);
    load(trainer, network, data);
  }
  Trainer trainer;
};

void expect_the_same_with_threads(const Network& network, const TrainingSettings& settings) {
  const MadeUpData data(500, 200);
  Threaded alone(network, data, 1);
  const double cost = run_epoch(alone.trainer, settings).cost;
  for (const Index threads : {2, 3, 5}) {
    SCOPED_TRACE(std::to_string(threads) + " threads");
    Threaded together(network, data, threads);
    EXPECT_EQ(run_epoch(together.trainer, settings).cost, cost);
    expect_same_weights(together.trainer, alone.trainer);
  }
}

TEST(Threads, GiveTheSameBitsWithEveryMethod) {
  for (const Method method : kMethods) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    expect_the_same_with_threads(worth_threads(), {.optimizer = {.method = method}});
  }
}

TEST(Threads, GiveTheSameBitsWithEveryActivationAndDropout) {
  for (const Activation hidden : kActivations) {
    SCOPED_TRACE("activation " + std::to_string(static_cast<int>(hidden)));
    expect_the_same_with_threads(worth_threads(hidden), {.dropout = 0.3});
  }
}

TEST(Threads, GiveTheSameBitsWithARegulariserAndSeveralChunks) {
  expect_the_same_with_threads(worth_threads(), {.batch_size = 300,
                                                 .optimizer = {.method = Method::kAdam},
                                                 .weight_decay = 1e-3,
                                                 .dropout = 0.2,
                                                 .max_norm = 2.0,
                                                 .clip_norm = 0.5});
}

TEST(Threads, MayBecomeMoreOrFewerAtAnyTime) {
  const MadeUpData data(500, 200);
  Threaded alone(worth_threads(), data, 1);
  Threaded changing(worth_threads(), data, 4);
  const TrainingSettings settings = {.optimizer = {.method = Method::kAdam}};
  Progress progress;
  for (int update = 0; update < 12; ++update) {
    const Index wanted = 1 + update * 5 % 4;
    const Index got = changing.trainer.use_threads(wanted);
    EXPECT_TRUE(got == wanted || got == 1) << got << " of " << wanted;
    ASSERT_TRUE(changing.trainer.advance(settings, 1, true, progress).ok());
    ASSERT_TRUE(alone.trainer.advance(settings, 1, true, progress).ok());
  }
  expect_same_weights(changing.trainer, alone.trainer);
  for (int times = 0; times < 20; ++times) changing.trainer.use_threads(1 + times % 3);
}

TEST(Threads, GiveTheSameAnswers) {
  const MadeUpData data(500, 200);
  Threaded alone(worth_threads(), data, 1);
  Threaded together(worth_threads(), data, 3);
  std::vector<float> of_one(5000);
  std::vector<float> of_three(5000);
  ASSERT_TRUE(alone.trainer.predict(data.images, of_one).ok());
  ASSERT_TRUE(together.trainer.predict(data.images, of_three).ok());
  EXPECT_EQ(of_one, of_three);
}

TEST(Threads, KeepTheGoodWeightsWhenItDiverges) {
  const MadeUpData data(500, 200);
  Threaded alone(worth_threads(), data, 1);
  Threaded together(worth_threads(), data, 3);
  for (Trainer* trainer : {&alone.trainer, &together.trainer}) run_epoch(*trainer, {});
  Progress progress;
  for (Trainer* trainer : {&alone.trainer, &together.trainer}) {
    Status status = Status::good();
    while (status.ok()) {
      status = trainer->advance({.learning_rate = 1e20}, 1 << 20, false, progress);
    }
    EXPECT_EQ(status.code, Code::kDiverged);
    EXPECT_EQ(trainer->epochs(), 1);
    for (const Layer<float>& layer : trainer->parameters()) EXPECT_TRUE(layer.W.allFinite());
  }
  expect_same_weights(together.trainer, alone.trainer);
  for (Trainer* trainer : {&alone.trainer, &together.trainer}) run_epoch(*trainer, {});
  expect_same_weights(together.trainer, alone.trainer);
}

}  // namespace
}  // namespace mlp
