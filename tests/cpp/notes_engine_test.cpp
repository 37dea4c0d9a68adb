// SPDX-License-Identifier: MIT
// The engine 'notes' as the trainer runs it: its verbs against the kernels, and all that a run may
// meet. How far float32 may be from double, for every method, is in engine_test.cpp.
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/ensemble.h"
#include "mlp/trainer/learning_rate_finder.h"
#include "mlp/trainer/trainer.h"
#include "same_weights.h"

namespace mlp {
namespace {

constexpr Index kPixels = 64;  // a square
constexpr std::size_t kImages = 400;

// Everything at once, by Adam.
TrainingSettings all_methods() {
  TrainingSettings settings{.batch_size = 60,
                            .learning_rate = 0.01,
                            .schedule = {.curve = Curve::kCosine, .total = 40, .warm_up = 5},
                            .weight_decay = 0.01,
                            .dropout = 0.2,
                            .max_norm = 3.0,
                            .clip_norm = 0.5,
                            .label_smoothing = 0.1,
                            .averaging = Averaging::kExponential,
                            .averaging_decay = 0.9};
  settings.optimizer.method = Method::kAdam;
  settings.augmentation = {.shift = 1.0, .rotation = 10.0};
  return settings;
}

struct Learner {
  explicit Learner(EngineKind kind, const Network& network = {.layers = {kPixels, 30, 20, 10}})
      : data(kImages, static_cast<std::size_t>(network.layers.front())) {
    trainer.use_engine(kind);
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
  }

  Status run(const TrainingSettings& settings, Index updates, Index slice = 1 << 20) {
    const Index until = trainer.updates() + updates;
    while (trainer.updates() < until) {
      if (Status status = trainer.advance(settings, slice, true, progress); !status.ok()) {
        return status;
      }
    }
    return Status::good();
  }

  Evaluation evaluate() {
    Evaluation evaluation;
    EXPECT_TRUE(trainer.evaluate_begin(Part::kTrain).ok());
    do {
      EXPECT_TRUE(trainer.evaluate_advance(100, evaluation).ok());
    } while (evaluation.examples < evaluation.of);
    return evaluation;
  }

  MadeUpData data;
  Trainer trainer;
  Progress progress;
};

double largest_difference(const Trainer& a, const Trainer& b) {
  double largest = 0.0;
  for (std::size_t l = 0; l < a.parameters().size(); ++l) {
    const Matrix<float> difference = a.parameters()[l].W - b.parameters()[l].W;
    largest = std::max(largest, static_cast<double>(difference.cwiseAbs().maxCoeff()));
  }
  return largest;
}

TEST(NotesEngine, IsWhatTrainsWhenItIsAskedFor) {
  Learner notes(EngineKind::kNotes);
  Learner fast(EngineKind::kFast);
  EXPECT_EQ(notes.trainer.engine_kind(), EngineKind::kNotes);
  ASSERT_TRUE(notes.run({.batch_size = 50}, 20).ok());
  ASSERT_TRUE(fast.run({.batch_size = 50}, 20).ok());
  const double difference = largest_difference(notes.trainer, fast.trainer);
  EXPECT_GT(difference, 0.0) << "the kernels sum in another order";
  EXPECT_LT(difference, 1e-4);
}

TEST(NotesEngine, LearnsAndAnswersAsTheFastOneDoes) {
  Learner notes(EngineKind::kNotes);
  Learner fast(EngineKind::kFast);
  for (Learner* learner : {&notes, &fast}) ASSERT_TRUE(learner->run({.batch_size = 50}, 40).ok());
  EXPECT_NEAR(notes.progress.cost, fast.progress.cost, 1e-4);
  EXPECT_NEAR(notes.progress.accuracy, fast.progress.accuracy, 0.01);
  const Evaluation of_notes = notes.evaluate();
  const Evaluation of_fast = fast.evaluate();
  EXPECT_GT(of_notes.correct, 350);
  EXPECT_NEAR(of_notes.cost, of_fast.cost, 1e-4);
  EXPECT_LE(std::abs(of_notes.correct - of_fast.correct), 2);
  std::vector<float> a(kImages * 10);
  std::vector<float> b(kImages * 10);
  ASSERT_TRUE(notes.trainer.predict(notes.data.images, a).ok());
  ASSERT_TRUE(fast.trainer.predict(fast.data.images, b).ok());
  for (std::size_t i = 0; i < a.size(); ++i) EXPECT_NEAR(a[i], b[i], 1e-3);
}

TEST(NotesEngine, AsksWhetherItIsAThreeWithTheSameScores) {
  const Network network{
      .layers = {kPixels, 20, 1}, .g = {.output = Output::kSigmoid}, .positive = 3};
  Learner notes(EngineKind::kNotes, network);
  Learner fast(EngineKind::kFast, network);
  for (Learner* learner : {&notes, &fast}) {
    ASSERT_TRUE(learner->run({.batch_size = 50, .positive_weight = 4.0}, 40).ok());
    EXPECT_GT(learner->evaluate().correct, 380);
  }
  ASSERT_EQ(notes.trainer.scores().size(), kImages);
  for (std::size_t i = 0; i < kImages; ++i) {
    EXPECT_NEAR(notes.trainer.scores()[i], fast.trainer.scores()[i], 1e-3);
    EXPECT_EQ(notes.trainer.truths()[i], fast.trainer.truths()[i]);
  }
}

// Masks, changed images and averages are the same numbers for both.
TEST(NotesEngine, FollowsEveryMethodAtOnceUpToRounding) {
  Learner notes(EngineKind::kNotes);
  Learner fast(EngineKind::kFast);
  TrainingSettings settings = all_methods();
  settings.optimizer.epsilon = 1e-2;  // or Adam's step is a jump where a gradient is nearly 0
  for (Learner* learner : {&notes, &fast}) ASSERT_TRUE(learner->run(settings, 24).ok());
  EXPECT_LT(largest_difference(notes.trainer, fast.trainer), 2e-4);
  EXPECT_NEAR(notes.progress.gradient_norm, fast.progress.gradient_norm, 1e-3);
  EXPECT_EQ(notes.trainer.averages(), 3);
  for (Learner* learner : {&notes, &fast}) learner->trainer.take_average();
  EXPECT_LT(largest_difference(notes.trainer, fast.trainer), 2e-4);
}

TEST(NotesEngine, GivesTheSameBitsHoweverItIsSliced) {
  Learner whole(EngineKind::kNotes);
  Learner sliced(EngineKind::kNotes);
  ASSERT_TRUE(whole.run(all_methods(), 15).ok());
  ASSERT_TRUE(sliced.run(all_methods(), 15, 1).ok());
  expect_same_weights(whole.trainer, sliced.trainer);
}

TEST(NotesEngine, GoesOnFromASnapshotToTheSameBits) {
  for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
                              Method::kRmsprop, Method::kAdam, Method::kAdamW}) {
    SCOPED_TRACE("method " + std::to_string(static_cast<int>(method)));
    TrainingSettings settings = all_methods();
    settings.optimizer.method = method;
    Learner learner(EngineKind::kNotes);
    ASSERT_TRUE(learner.run(settings, 10).ok());
    Snapshot snapshot;
    ASSERT_TRUE(learner.trainer.save(snapshot).ok());
    Learner other(EngineKind::kNotes);
    ASSERT_TRUE(other.trainer.resume(snapshot).ok());
    for (Learner* each : {&learner, &other}) ASSERT_TRUE(each->run(settings, 10).ok());
    expect_same_weights(learner.trainer, other.trainer);
  }
}

// A batch of 600 is learned in chunks of 256: the snapshot has the gradients of the first.
TEST(NotesEngine, GoesOnFromASnapshotWithinABatch) {
  const MadeUpData data(600, kPixels);
  const TrainingSettings settings{.batch_size = 600, .dropout = 0.2};
  Trainer trainer;
  trainer.use_engine(EngineKind::kNotes);
  ASSERT_TRUE(trainer.configure({.layers = {kPixels, 20, 10}}).ok());
  ASSERT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
  Progress progress;
  ASSERT_TRUE(trainer.advance(settings, 1, false, progress).ok());
  ASSERT_FALSE(trainer.between_batches());
  Snapshot snapshot;
  ASSERT_TRUE(trainer.save(snapshot).ok());
  ASSERT_EQ(snapshot.sums.size(), 2U);
  Trainer other;
  other.use_engine(EngineKind::kNotes);
  ASSERT_TRUE(other.configure({.layers = {kPixels, 20, 10}}).ok());
  ASSERT_TRUE(other.load(Part::kTrain, data.images, data.labels).ok());
  ASSERT_TRUE(other.resume(snapshot).ok());
  for (Trainer* each : {&trainer, &other}) {
    ASSERT_TRUE(each->advance(settings, 600, false, progress).ok());
    EXPECT_TRUE(progress.epoch_done);
  }
  expect_same_weights(trainer, other);
}

TEST(NotesEngine, TakesOverFromTheFastOneAndBack) {
  Learner fast(EngineKind::kFast);
  ASSERT_TRUE(fast.run(all_methods(), 10).ok());
  Snapshot snapshot;
  ASSERT_TRUE(fast.trainer.save(snapshot).ok());
  Learner notes(EngineKind::kNotes);
  ASSERT_TRUE(notes.trainer.resume(snapshot).ok());
  expect_same_weights(fast.trainer, notes.trainer);
  ASSERT_TRUE(notes.trainer.save(snapshot).ok());
  Learner again(EngineKind::kFast);
  ASSERT_TRUE(again.trainer.resume(snapshot).ok());
  for (Learner* each : {&fast, &again}) ASSERT_TRUE(each->run(all_methods(), 5).ok());
  expect_same_weights(fast.trainer, again.trainer);
}

TEST(NotesEngine, TakesChangesFromTheNextBatchOn) {
  Learner changed(EngineKind::kNotes);
  Learner same(EngineKind::kNotes);
  ASSERT_TRUE(changed.run({.batch_size = 50}, 3).ok());
  ASSERT_TRUE(same.run({.batch_size = 50}, 3).ok());
  expect_same_weights(changed.trainer, same.trainer);
  ASSERT_TRUE(changed.run({.batch_size = 20, .learning_rate = 0.01, .dropout = 0.1}, 1).ok());
  ASSERT_TRUE(same.run({.batch_size = 50}, 1).ok());
  EXPECT_GT(largest_difference(changed.trainer, same.trainer), 0.0);
  EXPECT_EQ(changed.progress.examples, 170);
}

TEST(NotesEngine, KeepsTheGoodWeightsWhenItDiverges) {
  Learner learner(EngineKind::kNotes);
  ASSERT_TRUE(learner.run({.batch_size = 50}, 8).ok());
  Learner same(EngineKind::kNotes);
  ASSERT_TRUE(same.run({.batch_size = 50}, 8).ok());
  Status status = Status::good();
  while (status.ok()) status = learner.run({.batch_size = 50, .learning_rate = 1e30}, 1);
  EXPECT_EQ(status.code, Code::kDiverged);
  expect_same_weights(learner.trainer, same.trainer);
  ASSERT_TRUE(learner.run({.batch_size = 50}, 8).ok());
}

TEST(NotesEngine, KeepsTheBestWeightsAndGoesBack) {
  Learner learner(EngineKind::kNotes);
  ASSERT_TRUE(learner.run({.batch_size = 50}, 5).ok());
  const Parameters<float> best = learner.trainer.parameters();
  learner.trainer.keep();
  ASSERT_TRUE(learner.run({.batch_size = 50}, 5).ok());
  EXPECT_NE(learner.trainer.parameters()[0].W, best[0].W);
  learner.trainer.restore();
  EXPECT_EQ(learner.trainer.parameters()[0].W, best[0].W);
}

TEST(NotesEngine, AnswersInAnEnsembleAndFindsARate) {
  Learner learner(EngineKind::kNotes);
  ASSERT_TRUE(learner.run({.batch_size = 50}, 30).ok());
  Snapshot snapshot;
  ASSERT_TRUE(learner.trainer.save(snapshot).ok());
  Ensemble ensemble;
  ASSERT_TRUE(ensemble.begin(learner.trainer, Part::kTrain, 1).ok());
  ASSERT_TRUE(ensemble.join(snapshot).ok());
  Evaluation evaluation;
  do {
    ASSERT_TRUE(ensemble.advance(100, evaluation).ok());
  } while (evaluation.examples < evaluation.of);
  EXPECT_GT(evaluation.correct, 250);
  Learner fresh(EngineKind::kNotes);
  LearningRateFinder finder;
  ASSERT_TRUE(finder.begin(fresh.trainer, {.batch_size = 50}, {}).ok());
  while (!finder.over()) ASSERT_TRUE(finder.advance(100).ok());
  EXPECT_GT(finder.suggested(), 0.0);
}

TEST(NotesEngine, MixesInSyntheticDigitsAndDrawings) {
  const Network network{.layers = {784, 20, 10}};
  Learner notes(EngineKind::kNotes, network);
  Learner fast(EngineKind::kFast, network);
  for (Learner* learner : {&notes, &fast}) {
    DataSet drawings;
    ASSERT_TRUE(assemble("drawn", std::span(learner->data.images).first(7840),
                         std::span(learner->data.labels).first(10), 784, drawings)
                    .ok());
    ASSERT_TRUE(learner->trainer.set_drawings(drawings).ok());
    const TrainingSettings settings{.batch_size = 100, .other_hands = 0.2, .drawings = 0.1};
    ASSERT_TRUE(learner->run(settings, 6).ok());
    EXPECT_EQ(learner->progress.extra, 171);
  }
  EXPECT_LT(largest_difference(notes.trainer, fast.trainer), 1e-4);
}

}  // namespace
}  // namespace mlp
