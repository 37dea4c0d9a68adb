// SPDX-License-Identifier: MIT
// Training, evaluation and prediction use no heap once the network, the data and what the settings
// need are there.
#include <gtest/gtest.h>

#include <string>

#include "heap_watch.h"
#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

struct Trained {
  explicit Trained(const Network& network)
      : data(600, 784), probabilities(static_cast<std::size_t>(network.layers.back())) {
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
    EXPECT_TRUE(trainer.load(Part::kTest, data.images, data.labels).ok());
  }

  // What a run does, over and over.
  void run(const TrainingSettings& settings) {
    do {
      EXPECT_TRUE(trainer.advance(settings, 128, true, progress).ok());
    } while (!progress.epoch_done);
    EXPECT_TRUE(trainer.predict({data.images.data(), 784}, probabilities).ok());
    EXPECT_TRUE(trainer.evaluate_begin(Part::kTest).ok());
    while (evaluation.examples < evaluation.of || evaluation.of == 0) {
      ASSERT_TRUE(trainer.evaluate_advance(400, evaluation).ok());
    }
    evaluation.examples = 0;
  }

  MadeUpData data;
  Trainer trainer;
  Progress progress;
  Evaluation evaluation;
  std::vector<float> probabilities;
};

const std::vector<std::vector<Index>>& layers() {
  static const std::vector<std::vector<Index>> layers = {{784, 128, 64, 10}, {784, 512, 256, 10}};
  return layers;
}

// Batches of one chunk and of several, which the last of an epoch is not a multiple of.
constexpr Index kBatchSizes[] = {128, 400};

void expect_none(const Network& network, TrainingSettings settings, Index threads = 1) {
  for (const Index batch_size : kBatchSizes) {
    SCOPED_TRACE("batches of " + std::to_string(batch_size));
    Trained trained(network);
    trained.trainer.use_threads(threads);
    settings.batch_size = batch_size;
    trained.run(settings);  // makes room for what the settings need
    const HeapWatch watch;
    trained.run(settings);
    EXPECT_EQ(watch.allocations(), 0U);
  }
}

TEST(NoHeap, IsUsedByAnyMethod) {
  for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kNesterov,
                              Method::kRmsprop, Method::kAdam, Method::kAdamW}) {
    SCOPED_TRACE(static_cast<int>(method));
    expect_none({.layers = layers()[0]}, {.learning_rate = 1e-3, .optimizer = {.method = method}});
  }
}

TEST(NoHeap, IsUsedWithALargeNetwork) {
  expect_none({.layers = layers()[1]},
              {.learning_rate = 1e-3, .optimizer = {.method = Method::kAdam}});
}

TEST(NoHeap, IsUsedByAnyRegulariser) {
  const TrainingSettings settings = {
      .learning_rate = 1e-3,
      .optimizer = {.method = Method::kAdam},
      .schedule = {.curve = Curve::kCosine, .total = 100, .warm_up = 2},
      .weight_decay = 1e-3,
      .dropout = 0.2,
      .max_norm = 3.0,
      .clip_norm = 1.0,
      .label_smoothing = 0.05};
  for (const Activation hidden : {Activation::kRelu, Activation::kGelu}) {
    expect_none({.layers = layers()[0], .g = {.hidden = hidden}}, settings);
  }
}

TEST(NoHeap, IsUsedForTheYesNoQuestion) {
  expect_none({.layers = {784, 32, 1}, .g = {.output = Output::kSigmoid}, .positive = 3}, {});
}

TEST(NoHeap, IsUsedByAMeanOfTheWeights) {
  for (const Averaging averaging : {Averaging::kExponential, Averaging::kEpochs}) {
    for (const Index threads : {1, 3}) {
      expect_none({.layers = layers()[0]}, {.averaging = averaging}, threads);
    }
  }
}

TEST(NoHeap, IsUsedByChangedImagesDrawingsAndGeneratedDigits) {
  const MadeUpData drawings(7, 784);
  for (const Index threads : {1, 3}) {
    Trained trained({.layers = layers()[0]});
    trained.trainer.use_threads(threads);
    DataSet set;
    ASSERT_TRUE(assemble("drawn", drawings.images, drawings.labels, 784, set).ok());
    ASSERT_TRUE(trained.trainer.set_drawings(set).ok());
    const TrainingSettings settings = {
        .learning_rate = 1e-3,
        .augmentation = {.shift = 1.0, .elastic = 34.0, .thickness = 1.0},
        .other_hands = 0.3,
        .drawings = 0.1};
    trained.run(settings);
    const HeapWatch watch;
    trained.run(settings);
    EXPECT_EQ(watch.allocations(), 0U);
  }
}

TEST(NoHeap, IsUsedWithThreads) {
  expect_none({.layers = layers()[0]}, {.optimizer = {.method = Method::kAdam}}, 3);
}

// Tests that the watcher watches.
TEST(HeapWatch, SeesEigenAndTheLibraryAndPanels) {
  const HeapWatch watch;
  const Matrix<float> matrix(50, 50);
  const std::size_t of_eigen = watch.allocations();
  EXPECT_GT(of_eigen, 0U);
  const std::string text(static_cast<std::size_t>(matrix.size()), 'x');
  const std::size_t of_library = watch.allocations();
  EXPECT_GT(of_library, of_eigen);
  const std::vector<std::vector<int>> vectors(3, std::vector<int>(text.size()));
  EXPECT_GE(watch.allocations(), of_library + 4);
}

TEST(HeapWatch, SeesANetworkBeingMade) {
  Trainer trainer;
  const HeapWatch watch;
  EXPECT_TRUE(trainer.configure({.layers = layers()[0]}).ok());
  EXPECT_GT(watch.allocations(), 20U) << "panels of 3 layers";
}

}  // namespace
}  // namespace mlp
