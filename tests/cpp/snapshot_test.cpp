// SPDX-License-Identifier: MIT
#include "mlp/trainer/snapshot.h"

#include <gtest/gtest.h>

#include <cmath>
#include <functional>
#include <limits>
#include <string>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = 49;
constexpr std::size_t kImages = 1000;

Network small(std::uint64_t seed = 1) { return {.layers = {kPixels, 40, 24, 10}, .seed = seed}; }

std::unique_ptr<Trainer> make(const Network& network, std::size_t images = kImages,
                              Index threads = 1) {
  const MadeUpData train(images, static_cast<std::size_t>(network.layers.front()));
  auto trainer = std::make_unique<Trainer>();
  trainer->use_threads(threads);
  EXPECT_TRUE(trainer->configure(network).ok());
  EXPECT_TRUE(trainer->load(Part::kTrain, train.images, train.labels).ok());
  return trainer;
}

// Slices of so few examples that they end within the larger batches.
Progress go_on(Trainer& trainer, const TrainingSettings& settings, int slices) {
  Progress progress;
  for (int i = 0; i < slices; ++i) {
    EXPECT_TRUE(trainer.advance(settings, 1, false, progress).ok());
  }
  return progress;
}

void expect_same(const Parameters<float>& a, const Parameters<float>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t l = 0; l < a.size(); ++l) {
    EXPECT_EQ(a[l].W, b[l].W) << "layer " << l + 1;
    EXPECT_EQ(a[l].b, b[l].b) << "layer " << l + 1;
  }
}

void expect_same(const Snapshot& a, const Snapshot& b) {
  expect_same(a.parameters, b.parameters);
  expect_same(a.memory.first, b.memory.first);
  expect_same(a.memory.second, b.memory.second);
  expect_same(a.sums, b.sums);
  expect_same(a.good, b.good);
  EXPECT_EQ(a.memory.t, b.memory.t);
  EXPECT_EQ(a.epochs, b.epochs);
  EXPECT_EQ(a.updates, b.updates);
  EXPECT_EQ(a.place.done, b.place.done);
  EXPECT_EQ(a.place.cost_sum, b.place.cost_sum);
  EXPECT_EQ(a.place.correct, b.place.correct);
}

Snapshot save(const Trainer& trainer) {
  Snapshot snapshot;
  EXPECT_TRUE(trainer.save(snapshot).ok());
  EXPECT_TRUE(check(snapshot).ok()) << check(snapshot).text;
  return snapshot;
}

TrainingSettings with(Method method, Index batch_size) {
  return {.batch_size = batch_size,
          .learning_rate = 0.01,
          .optimizer = {.method = method},
          .weight_decay = 1e-3,
          .dropout = 0.2,
          .max_norm = 3.0,
          .clip_norm = 1.0};
}

// Batches of one chunk, of several, and all examples; after so many slices an epoch or a batch is
// half done, or is through.
TEST(Snapshot, TrainingGoesOnToTheSameBits) {
  for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
                              Method::kRmsprop, Method::kAdam, Method::kAdamW}) {
    for (const Index batch_size : {32, 300, 1000}) {
      for (const int slices : {0, 1, 4, 7, 45}) {
        SCOPED_TRACE(std::to_string(static_cast<int>(method)) + ", batches of " +
                     std::to_string(batch_size) + ", after " + std::to_string(slices));
        const TrainingSettings settings = with(method, batch_size);
        const auto trainer = make(small());
        go_on(*trainer, settings, slices);
        const Snapshot snapshot = save(*trainer);
        const Progress expected = go_on(*trainer, settings, 50);
        const Snapshot after = save(*trainer);

        const auto other = make({.layers = {kPixels, 7, 10}, .seed = 9}, kImages, 3);
        go_on(*other, with(Method::kAdam, 10), 3);
        ASSERT_TRUE(other->resume(snapshot).ok());
        expect_same(save(*other), snapshot);
        const Progress progress = go_on(*other, settings, 50);
        expect_same(save(*other), after);
        EXPECT_EQ(progress.cost, expected.cost);
        EXPECT_EQ(progress.accuracy, expected.accuracy);
        EXPECT_EQ(progress.examples, expected.examples);
        EXPECT_EQ(progress.learning_rate, expected.learning_rate);

        ASSERT_TRUE(trainer->resume(snapshot).ok());
        go_on(*trainer, settings, 50);
        expect_same(save(*trainer), after);
      }
    }
  }
}

TEST(Snapshot, KnowsWhatWasSetAside) {
  const TrainingSettings settings = with(Method::kAdam, 32);
  const auto trainer = make(small());
  ASSERT_TRUE(trainer->split({.validation = 0.2}).ok());
  go_on(*trainer, settings, 30);
  const Snapshot snapshot = save(*trainer);
  go_on(*trainer, settings, 30);
  const Snapshot after = save(*trainer);
  const auto other = make(small(4));
  ASSERT_TRUE(other->resume(snapshot).ok());
  EXPECT_EQ(other->examples(Part::kValidation), 200);
  ASSERT_TRUE(other->split({.validation = 0.2}).ok()) << "as every run asks";
  go_on(*other, settings, 30);
  expect_same(save(*other), after);
}

TEST(Snapshot, KnowsHowManyImagesWereTrainedOn) {
  const TrainingSettings settings = with(Method::kAdam, 32);
  const Split split{.validation = 0.2, .images = 300};
  const auto trainer = make(small());
  ASSERT_TRUE(trainer->split(split).ok());
  go_on(*trainer, settings, 15);
  const Snapshot snapshot = save(*trainer);
  EXPECT_EQ(snapshot.place.used, 300);
  go_on(*trainer, settings, 15);
  const Snapshot after = save(*trainer);
  const auto other = make(small(4));
  ASSERT_TRUE(other->resume(snapshot).ok());
  EXPECT_EQ(other->examples(Part::kTrain), 300);
  ASSERT_TRUE(other->split(split).ok()) << "as every run asks";
  go_on(*other, settings, 15);
  expect_same(save(*other), after);
}

TEST(Snapshot, GoesBackToTheSameWeightsWhenItDiverges) {
  const TrainingSettings settings = {.batch_size = 50};
  const auto trainer = make(small());
  go_on(*trainer, settings, 28);
  const Snapshot snapshot = save(*trainer);
  const auto other = make(small());
  ASSERT_TRUE(other->resume(snapshot).ok());
  for (Trainer* one : {trainer.get(), other.get()}) {
    Progress progress;
    Status status;
    while (status.ok()) status = one->advance({.learning_rate = 1e20}, 1, false, progress);
    EXPECT_EQ(status.code, Code::kDiverged);
    EXPECT_EQ(one->epochs(), 1);
  }
  expect_same(save(*other), save(*trainer));
}

TEST(Snapshot, BeginsTheEpochAnewOnOtherData) {
  const auto trainer = make(small());
  go_on(*trainer, {.batch_size = 50}, 28);
  const Snapshot snapshot = save(*trainer);
  const auto other = make(small(), 600);
  ASSERT_TRUE(other->resume(snapshot).ok());
  expect_same(other->parameters(), snapshot.parameters);
  Progress progress = go_on(*other, {.batch_size = 50}, 1);
  EXPECT_EQ(progress.examples, 50);
  EXPECT_EQ(progress.of, 600);
  EXPECT_EQ(progress.epochs, 1);
  EXPECT_EQ(progress.updates, 29);
  Trainer bare;
  ASSERT_TRUE(bare.resume(snapshot).ok()) << "without data, and before configure()";
  expect_same(bare.parameters(), snapshot.parameters);
  EXPECT_EQ(bare.advance({}, 1, false, progress).code, Code::kNoData);
}

// An epoch that began while images arrived has the first of them.
TEST(Snapshot, KnowsHowManyHadArrived) {
  const MadeUpData train(kImages, kPixels);
  const auto begin = [&](Trainer& trainer) {
    ASSERT_TRUE(trainer.configure(small()).ok());
    ASSERT_TRUE(trainer.expect(Part::kTrain, kImages).ok());
    const std::span<const std::uint8_t> images(train.images);
    ASSERT_TRUE(trainer
                    .append(Part::kTrain, images.first(400U * kPixels),
                            std::span<const std::uint8_t>(train.labels).first(400))
                    .ok());
  };
  Trainer trainer;
  begin(trainer);
  const TrainingSettings settings = {.batch_size = 50};
  go_on(trainer, settings, 3);
  const Snapshot snapshot = save(trainer);
  EXPECT_EQ(snapshot.place.of, 400);
  go_on(trainer, settings, 5);
  const auto whole = make(small());
  ASSERT_TRUE(whole->resume(snapshot).ok());
  const Progress progress = go_on(*whole, settings, 5);
  EXPECT_TRUE(progress.epoch_done);
  expect_same(whole->parameters(), trainer.parameters());
}

TEST(Snapshot, SaysWhatDoesNotBelongTogetherAndLeavesAllAsItWas) {
  const auto trainer = make(small());
  go_on(*trainer, with(Method::kAdam, 300), 5);
  const Snapshot whole = save(*trainer);
  const std::vector<std::function<void(Snapshot&)>> damages = {
      [](Snapshot& s) { s.network.layers[1] = 41; },
      [](Snapshot& s) { s.network.layers.clear(); },
      [](Snapshot& s) { s.parameters.pop_back(); },
      [](Snapshot& s) { s.parameters[1].b.resize(3); },
      [](Snapshot& s) { s.method = Method::kMomentum; },
      [](Snapshot& s) { s.memory.second.clear(); },
      [](Snapshot& s) { s.memory.t = -1; },
      [](Snapshot& s) { s.sums.clear(); },
      [](Snapshot& s) { s.good_updates = s.updates + 1; },
      [](Snapshot& s) { s.good.emplace_back(); },
      [](Snapshot& s) { s.epochs = -1; },
      [](Snapshot& s) { s.place.done = s.place.of + 1; },
      [](Snapshot& s) { s.place.batch_end = s.place.done - 1; },
      [](Snapshot& s) { s.place.batch_begin = -1; },
      [](Snapshot& s) { s.place.of = s.place.images + 1; },
      [](Snapshot& s) { s.place.validation = 1.0; },
      // More other hands and drawings than settings can ask for, and so many that their sum wraps.
      [](Snapshot& s) {
        s.place.generated = 9002;
        s.place.of = 10'002;
      },
      [](Snapshot& s) {
        s.place.generated = s.place.drawn = 4501;
        s.place.of = 9002;
      },
      [](Snapshot& s) {
        s.place.generated = s.place.drawn = s.place.of = std::numeric_limits<Index>::max();
      },
      [](Snapshot& s) { s.place.generated = s.place.drawn = std::numeric_limits<Index>::max(); },
      [](Snapshot& s) { s.place.cost_sum = std::nan(""); },
      [](Snapshot& s) { s.place.correct = -1; },
  };
  for (std::size_t i = 0; i < damages.size(); ++i) {
    Snapshot damaged = whole;
    damages[i](damaged);
    const Status status = trainer->resume(damaged);
    EXPECT_EQ(status.code, Code::kBadData) << "damage " << i;
    EXPECT_EQ(status.text.substr(0, 9), "snapshot:") << status.text;
    expect_same(save(*trainer), whole);
  }
  Snapshot most = whole;
  most.place.generated = 4501;
  most.place.drawn = 4500;
  most.place.of = 10'001;
  EXPECT_TRUE(check(most).ok()) << "nine for each image, and one";
  Snapshot none;
  EXPECT_EQ(Trainer().save(none).code, Code::kBadState);
}

TEST(Trainer, KnowsWhetherABatchIsHalfLearned) {
  const auto trainer = make(small());
  EXPECT_TRUE(trainer->between_batches());
  go_on(*trainer, {.batch_size = 300}, 1);
  EXPECT_FALSE(trainer->between_batches());
  go_on(*trainer, {.batch_size = 300}, 1);
  EXPECT_TRUE(trainer->between_batches());
}

// What early stopping goes back to, after more training than the snapshot has seen.
TEST(Snapshot, HasTheWeightsOfTheBestEpoch) {
  const TrainingSettings settings{.batch_size = 100, .learning_rate = 0.1};
  const auto trainer = make(small());
  go_on(*trainer, settings, 3);
  const Parameters<float> best = trainer->parameters();
  trainer->keep();
  go_on(*trainer, settings, 3);
  Snapshot snapshot;
  ASSERT_TRUE(trainer->save(snapshot).ok());

  const auto other = make(small(7));
  ASSERT_TRUE(other->resume(snapshot).ok());
  expect_same(other->parameters(), trainer->parameters());
  other->restore();
  expect_same(other->parameters(), best);

  snapshot.best.pop_back();
  EXPECT_EQ(other->resume(snapshot).code, Code::kBadData);
}

}  // namespace
}  // namespace mlp
