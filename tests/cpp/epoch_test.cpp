// SPDX-License-Identifier: MIT
// Epochs with changed images and with drawings.

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "epoch_training.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

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

}  // namespace
}  // namespace mlp
