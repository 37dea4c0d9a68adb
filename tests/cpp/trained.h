// SPDX-License-Identifier: MIT
// A small network and the trainer that trains it, on made-up data.
#pragma once

#include <gtest/gtest.h>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

inline constexpr Index kPixels = 49;

inline Network small(std::uint64_t seed = 1) { return {.layers = {kPixels, 16, 10}, .seed = seed}; }

struct Trained {
  explicit Trained(const Network& network, std::size_t count = 1000) {
    const MadeUpData train(count, kPixels);
    const MadeUpData test(200, kPixels, 6);
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, train.images, train.labels).ok());
    EXPECT_TRUE(trainer.load(Part::kTest, test.images, test.labels).ok());
  }

  Status run(Index epochs, const TrainingSettings& settings = {.batch_size = 50},
             Index slice = 1 << 20) {
    for (Index epoch = 0; epoch < epochs;) {
      if (Status status = trainer.advance(settings, slice, false, progress); !status.ok()) {
        return status;
      }
      epoch += static_cast<Index>(progress.epoch_done);
    }
    return Status::good();
  }

  Evaluation evaluate(Part part = Part::kTest) {
    Evaluation evaluation;
    EXPECT_TRUE(trainer.evaluate_begin(part).ok());
    do {
      EXPECT_TRUE(trainer.evaluate_advance(64, evaluation).ok());
    } while (evaluation.examples < evaluation.of);
    return evaluation;
  }

  Trainer trainer;
  Progress progress;
};

}  // namespace mlp
