// SPDX-License-Identifier: MIT
// A trainer whose epochs have changed images and extra ones.
#pragma once

#include <gtest/gtest.h>

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

#include "made_up_data.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

inline constexpr Index kImages = 300;

inline Network network() { return {.layers = {kDigitPixels, 24, 10}}; }

inline DataSet made_up(std::size_t count, std::uint64_t seed = 5,
                       std::size_t pixels = kDigitPixels) {
  const MadeUpData data(count, pixels, seed);
  DataSet set;
  EXPECT_TRUE(assemble("made-up", data.images, data.labels, pixels, set).ok());
  return set;
}

inline std::unique_ptr<Trainer> make(Index threads = 1, std::size_t drawings = 7,
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
inline TrainingSettings everything(Index batch_size = 50) {
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

inline Progress run(Trainer& trainer, const TrainingSettings& settings, Index epochs, Index slice) {
  Progress progress;
  while (trainer.epochs() < epochs) {
    EXPECT_TRUE(trainer.advance(settings, slice, false, progress).ok());
  }
  return progress;
}

inline bool same(const Parameters<float>& a, const Parameters<float>& b) {
  for (std::size_t l = 0; l < a.size(); ++l) {
    if (a[l].W != b[l].W || a[l].b != b[l].b) return false;
  }
  return a.size() == b.size();
}

}  // namespace mlp
