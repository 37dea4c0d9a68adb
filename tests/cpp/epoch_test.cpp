// SPDX-License-Identifier: MIT
// What an epoch has beside the training images, and that what is made for it does not depend on how
// it is gone through.
#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "made_up_data.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kImages = 300;

Network network() { return {.layers = {kDigitPixels, 24, 10}}; }

DataSet made_up(std::size_t count, std::uint64_t seed = 5, std::size_t pixels = kDigitPixels) {
  const MadeUpData data(count, pixels, seed);
  DataSet set;
  EXPECT_TRUE(assemble("made-up", data.images, data.labels, pixels, set).ok());
  return set;
}

std::unique_ptr<Trainer> make(Index threads = 1, std::size_t drawings = 7,
                              std::size_t count = kImages) {
  auto trainer = std::make_unique<Trainer>();
  trainer->use_threads(threads);
  EXPECT_TRUE(trainer->configure(network()).ok());
  DataSet images = made_up(count);
  EXPECT_TRUE(trainer->take(Part::kTrain, images).ok());
  DataSet drawn = made_up(drawings, 6);
  EXPECT_TRUE(trainer->set_drawings(drawn).ok());
  EXPECT_EQ(drawn.size(), 0U);
  return trainer;
}

// Everything that does not leave the images as they are.
TrainingSettings everything(Index batch_size = 50) {
  TrainingSettings settings{.batch_size = batch_size, .learning_rate = 0.05};
  settings.augmentation = {.shift = 2.0,
                           .scale = 0.1,
                           .rotation = 10.0,
                           .shear = 0.2,
                           .elastic = 34.0,
                           .thickness = 1.0};
  settings.other_hands = 0.2;
  settings.drawings = 0.1;
  return settings;
}

Progress run(Trainer& trainer, const TrainingSettings& settings, Index epochs, Index slice) {
  Progress progress;
  while (trainer.epochs() < epochs) {
    EXPECT_TRUE(trainer.advance(settings, slice, false, progress).ok());
  }
  return progress;
}

bool same(const Parameters<float>& a, const Parameters<float>& b) {
  for (std::size_t l = 0; l < a.size(); ++l) {
    if (a[l].W != b[l].W || a[l].b != b[l].b) return false;
  }
  return a.size() == b.size();
}

TEST(Extras, AreTheSharesOfTheEpoch) {
  TrainingSettings settings;
  EXPECT_EQ(extras_of(settings, 1000).generated, 0);
  settings.other_hands = 0.5;
  EXPECT_EQ(extras_of(settings, 1000).generated, 1000);
  EXPECT_EQ(extras_of(settings, 1000).drawn, 0);
  settings.other_hands = 0.25;
  settings.drawings = 0.25;
  EXPECT_EQ(extras_of(settings, 1000).generated, 500);
  EXPECT_EQ(extras_of(settings, 1000).drawn, 500);
  // The most that there can be.
  settings.other_hands = 0.34;
  settings.drawings = 0.56;
  for (const Index images : {1, 2, 3, 7, 1000, 60'000, 100'000'000}) {
    const Extras extras = extras_of(settings, images);
    EXPECT_NEAR(static_cast<double>(extras.generated + extras.drawn),
                9.0 * static_cast<double>(images), 1.0);
  }
  settings = {.other_hands = 0.1};
  EXPECT_EQ(extras_of(settings, 1000).generated, 111);

  const auto trainer = make();
  const Progress progress = run(*trainer, everything(), 1, 10'000);
  EXPECT_EQ(progress.of, 300 + 86 + 43);
  EXPECT_EQ(progress.examples, progress.of);
  EXPECT_EQ(progress.extra, 86 + 43);
  EXPECT_EQ(progress.updates, 9);
  EXPECT_EQ(run(*trainer, {.batch_size = 50}, 2, 10'000).of, 300) << "without, once they are off";
}

TEST(Extras, ComeAfterTheDataInAFullBatch) {
  const auto trainer = make();
  const Progress progress = run(*trainer, everything(kImages), 2, 64);
  EXPECT_EQ(progress.updates, 2) << "all of them, whatever the slices";
  EXPECT_EQ(progress.of, 429);
}

// As many images as one chunk takes, but not with the extras.
TEST(Extras, MakeAFullBatchLargerThanAChunk) {
  constexpr Index kFew = 200;
  const Index chunk = chunk_size(network());
  ASSERT_LT(kFew, chunk);
  const auto with = [](Index batch_size) {
    return TrainingSettings{.batch_size = batch_size, .learning_rate = 0.05, .other_hands = 0.3};
  };
  const auto make_few = [](Index threads = 1) {
    return make(threads, 7, static_cast<std::size_t>(kFew));
  };
  const auto whole = make_few();
  const Progress progress = run(*whole, with(kFew), 2, 100'000);
  EXPECT_EQ(progress.of, 286);
  EXPECT_GT(progress.of, chunk);
  EXPECT_EQ(progress.updates, 2);
  const auto sliced = make_few(2);
  run(*sliced, with(kFew), 2, 1);
  EXPECT_TRUE(same(whole->parameters(), sliced->parameters()));

  // All of an epoch's rest is one batch, with the extras that it began with.
  for (const bool extras_stay : {true, false}) {
    const auto changed = make_few();
    Progress now;
    ASSERT_TRUE(changed->advance(with(8), 8, true, now).ok());
    TrainingSettings full = with(kFew);
    if (!extras_stay) full.other_hands = 0.0;
    ASSERT_TRUE(changed->advance(full, 1, false, now).ok());
    EXPECT_EQ(now.examples, 8 + chunk);
    // Within that batch the size changes back, and a snapshot goes on in a trainer without room.
    Snapshot snapshot;
    ASSERT_TRUE(changed->save(snapshot).ok());
    const auto other = make_few();
    ASSERT_TRUE(other->resume(snapshot).ok());
    for (Trainer* const one : {changed.get(), other.get()}) {
      ASSERT_TRUE(one->advance(with(8), 1, false, now).ok());
      EXPECT_TRUE(now.epoch_done);
      EXPECT_EQ(now.updates, 2);
    }
    EXPECT_TRUE(same(changed->parameters(), other->parameters()));
  }
}

TEST(Epochs, AreTheSameOnAnyThreadsAndInAnySlices) {
  for (const Index batch_size : {50, 300}) {
    const auto whole = make();
    run(*whole, everything(batch_size), 3, 100'000);
    for (const Index threads : {1, 2, 3}) {
      const auto sliced = make(threads);
      run(*sliced, everything(batch_size), 3, 30);
      EXPECT_TRUE(same(whole->parameters(), sliced->parameters())) << threads << " threads";
    }
  }
}

TEST(Epochs, EachHaveNewImages) {
  // A rate so small that the weights stay what they are.
  const auto costs = [](const TrainingSettings& settings) {
    const auto trainer = make();
    std::vector<double> all;
    for (Index epoch = 1; epoch <= 3; ++epoch) {
      all.push_back(run(*trainer, settings, epoch, 100'000).cost);
    }
    return all;
  };
  const TrainingSettings still{.batch_size = kImages, .learning_rate = 1e-30};
  const std::vector<double> plain = costs(still);
  EXPECT_EQ(plain[0], plain[1]);
  for (const bool changed : {true, false}) {
    TrainingSettings settings = still;
    if (changed) {
      settings.augmentation.shift = 3.0;
    } else {
      settings.other_hands = 0.3;
    }
    const std::vector<double> of = costs(settings);
    EXPECT_NE(of[0], plain[0]);
    EXPECT_NE(of[0], of[1]);
    EXPECT_NE(of[1], of[2]);
    EXPECT_EQ(of, costs(settings)) << "the same again";
  }
}

// A single drawing that is learned as often as all others together is soon known by heart.
TEST(Drawings, AreLearned) {
  const auto trainer = make(1, 1);
  const MadeUpData drawing(1, kDigitPixels, 6);
  const auto p = [&] {
    std::vector<float> probabilities(10);
    EXPECT_TRUE(trainer->predict(drawing.images, probabilities).ok());
    return probabilities[drawing.labels[0]];
  };
  const float before = p();
  run(*trainer, {.batch_size = 50, .learning_rate = 0.01, .drawings = 0.5}, 1, 100'000);
  EXPECT_GT(p(), before);
}

TEST(OtherHands, AreLearned) {
  Trainer trainer;
  ASSERT_TRUE(trainer.configure({.layers = {kDigitPixels, 64, 10}}).ok());
  DataSet images = made_up(kImages);
  ASSERT_TRUE(trainer.take(Part::kTrain, images).ok());
  run(trainer, {.batch_size = 50, .learning_rate = 0.1, .other_hands = 0.9}, 8, 100'000);
  std::vector<std::uint8_t> digits(500U * kDigitPixels);
  std::vector<std::uint8_t> labels(500);
  ASSERT_TRUE(generate_digits(99, 0, digits, labels).ok());
  std::vector<float> p(5000);
  ASSERT_TRUE(trainer.predict(digits, p).ok());
  int right = 0;
  for (std::size_t i = 0; i < 500; ++i) {
    const auto best = std::max_element(&p[10 * i], &p[10 * i] + 10) - &p[10 * i];
    right += best == labels[i] ? 1 : 0;
  }
  EXPECT_GT(right, 400);
}

TEST(Snapshot, GoesOnToTheSameBitsWithChangedImagesAndExtras) {
  for (const Index batch_size : {50, 300}) {
    for (const int slices : {0, 2, 5, 12}) {
      const TrainingSettings settings = everything(batch_size);
      const auto trainer = make();
      Progress progress;
      for (int i = 0; i < slices; ++i) {
        ASSERT_TRUE(trainer->advance(settings, 40, false, progress).ok());
      }
      Snapshot snapshot;
      ASSERT_TRUE(trainer->save(snapshot).ok());
      ASSERT_TRUE(check(snapshot).ok()) << check(snapshot).text;
      run(*trainer, settings, 3, 100'000);
      const auto other = make(3);
      ASSERT_TRUE(other->resume(snapshot).ok());
      EXPECT_EQ(other->place().of, snapshot.place.of);
      EXPECT_EQ(other->place().done, snapshot.place.done);
      run(*other, settings, 3, 70);
      EXPECT_TRUE(same(other->parameters(), trainer->parameters()))
          << "batches of " << batch_size << ", after " << slices;
    }
  }
}

TEST(Snapshot, BeginsTheEpochAnewWithoutItsDrawings) {
  const auto trainer = make();
  Progress progress;
  ASSERT_TRUE(trainer->advance(everything(), 100, false, progress).ok());
  Snapshot snapshot;
  ASSERT_TRUE(trainer->save(snapshot).ok());
  DataSet none;
  ASSERT_TRUE(trainer->set_drawings(none).ok());
  EXPECT_EQ(trainer->place().done, 0) << "they were still to come";
  ASSERT_TRUE(trainer->resume(snapshot).ok());
  EXPECT_EQ(trainer->place().done, 0);
  EXPECT_TRUE(trainer->advance({.batch_size = 50}, 1, false, progress).ok());
  snapshot.place.drawn = -1;
  EXPECT_EQ(trainer->resume(snapshot).code, Code::kBadData);
}

void expect_bad(const Trainer& trainer, const TrainingSettings& settings, const std::string& begin,
                Code code = Code::kBadSetting) {
  const Status status = trainer.check(settings);
  EXPECT_EQ(status.code, code) << status.text;
  EXPECT_EQ(status.text.substr(0, begin.size()), begin);
}

TEST(Extras, SayWhatIsMissingOrDoesNotFit) {
  const auto trainer = make();
  expect_bad(*trainer, {.augmentation = {.shift = 9.0}}, "shift: must be from 0 to 8");
  expect_bad(*trainer, {.other_hands = 0.91}, "otherHands:");
  expect_bad(*trainer, {.drawings = -0.1}, "drawings:");
  expect_bad(*trainer, {.other_hands = 0.5, .drawings = 0.5},
             "drawings: must be at most 0.9 together");
  expect_bad(*trainer, {.other_hands = 0.1 + 1e-9, .drawings = 0.8}, "drawings:");
  EXPECT_TRUE(trainer->check({.other_hands = 0.34, .drawings = 0.56}).ok()) << "as people add";
  EXPECT_TRUE(trainer->check(everything()).ok());
  DataSet none;
  ASSERT_TRUE(trainer->set_drawings(none).ok());
  expect_bad(*trainer, {.drawings = 0.1}, "drawings: there are none yet.");
  DataSet small = made_up(3, 5, 49);
  ASSERT_TRUE(trainer->set_drawings(small).ok());
  expect_bad(*trainer, {.drawings = 0.1}, "The drawn images have 49 pixels", Code::kBadData);
  EXPECT_TRUE(trainer->check({}).ok()) << "where they are not asked for";

  Trainer oblong;
  ASSERT_TRUE(oblong.configure({.layers = {50, 10}}).ok());
  DataSet images = made_up(200, 5, 50);
  ASSERT_TRUE(oblong.take(Part::kTrain, images).ok());
  expect_bad(oblong, {.augmentation = {.shear = 0.1}}, "augmentation: needs square images");
  expect_bad(oblong, {.other_hands = 0.1}, "otherHands: generated digits have 784 pixels");
  Trainer few;
  ASSERT_TRUE(few.configure({.layers = {784, 9}}).ok());
  const std::vector<std::uint8_t> blank(784U * 200);
  ASSERT_TRUE(few.load(Part::kTrain, blank, std::vector<std::uint8_t>(200)).ok());
  expect_bad(few, {.other_hands = 0.1}, "otherHands:");
  ASSERT_TRUE(few.configure({.layers = {784, 1}, .g = {.output = Output::kSigmoid}}).ok());
  EXPECT_TRUE(few.check({.other_hands = 0.1}).ok());
}

}  // namespace
}  // namespace mlp
