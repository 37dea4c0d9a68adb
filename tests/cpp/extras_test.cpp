// SPDX-License-Identifier: MIT
// Extra images in an epoch.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "epoch_training.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

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
