// SPDX-License-Identifier: MIT
// How it trains.
#include "mlp/trainer/trainer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

#include "made_up_data.h"
#include "same_weights.h"
#include "trained.h"

namespace mlp {
namespace {

TEST(Trainer, LearnsWithSoftmax) {
  Trained trained(small());
  ASSERT_TRUE(trained.run(10).ok());
  const Evaluation evaluation = trained.evaluate();
  EXPECT_EQ(evaluation.of, 200);
  EXPECT_GT(evaluation.correct, 190);
  EXPECT_LT(evaluation.cost, 0.3);
  EXPECT_EQ(trained.progress.epochs, 10);
  EXPECT_EQ(trained.progress.updates, 200);
}

TEST(Trainer, FullBatchLowersTheCostAtEveryEpoch) {
  Trained trained(small());
  double before = 1e9;
  for (int epoch = 0; epoch < 20; ++epoch) {
    ASSERT_TRUE(trained.run(1, {.batch_size = 1000, .learning_rate = 0.1}).ok());
    EXPECT_LT(trained.progress.cost, before);
    before = trained.progress.cost;
  }
  EXPECT_EQ(trained.progress.updates, 20);
}

TEST(Trainer, GivesTheSameWeightsHoweverItIsSliced) {
  Trained whole(small());
  ASSERT_TRUE(whole.run(2).ok());
  for (const Index slice : {1, 7, 130, 999}) {
    Trained sliced(small());
    ASSERT_TRUE(sliced.run(2, {.batch_size = 50}, slice).ok());
    expect_same_weights(whole.trainer, sliced.trainer);
  }
}

TEST(Trainer, GivesTheSameWeightsWhenAskedOtherThingsBetween) {
  Trained plain(small());
  ASSERT_TRUE(plain.run(1).ok());
  Trained asked(small());
  Progress progress;
  const std::vector<std::uint8_t> image(kPixels, 100);
  std::vector<float> probabilities(10);
  do {
    ASSERT_TRUE(asked.trainer.advance({.batch_size = 50}, 50, true, progress).ok());
    ASSERT_TRUE(asked.trainer.predict(image, probabilities).ok());
    asked.evaluate();
  } while (!progress.epoch_done);
  expect_same_weights(plain.trainer, asked.trainer);
}

TEST(Trainer, ResetGoesBackToTheSameStartAndRunsTheSameWay) {
  Trained trained(small());
  Trained fresh(small());
  ASSERT_TRUE(trained.run(1).ok());
  trained.trainer.reset();
  expect_same_weights(trained.trainer, fresh.trainer);
  ASSERT_TRUE(trained.run(2).ok());
  ASSERT_TRUE(fresh.run(2).ok());
  expect_same_weights(trained.trainer, fresh.trainer);
  EXPECT_EQ(trained.progress.epochs, 2);
}

TEST(Trainer, SeedsDiffer) {
  Trained a(small(1));
  Trained b(small(2));
  ASSERT_TRUE(a.run(1).ok());
  ASSERT_TRUE(b.run(1).ok());
  EXPECT_NE(a.trainer.parameters()[0].W, b.trainer.parameters()[0].W);
}

TEST(Trainer, OneBatchIsOneUpdate) {
  Trained trained(small());
  Progress progress;
  ASSERT_TRUE(trained.trainer.advance({.batch_size = 300}, 1, true, progress).ok());
  EXPECT_EQ(progress.examples, 256) << "one chunk of a batch that needs two";
  EXPECT_FALSE(progress.batch_done);
  EXPECT_EQ(progress.updates, 0);
  ASSERT_TRUE(trained.trainer.advance({.batch_size = 300}, 1, true, progress).ok());
  EXPECT_TRUE(progress.batch_done);
  EXPECT_EQ(progress.examples, 300);
  EXPECT_EQ(progress.updates, 1);
}

TEST(Trainer, StopsWithTheLastGoodWeightsWhenItDiverges) {
  Trained trained(small());
  ASSERT_TRUE(trained.run(1).ok());
  const Evaluation before = trained.evaluate();
  const Status status = trained.run(3, {.batch_size = 50, .learning_rate = 1e20});
  EXPECT_EQ(status.code, Code::kDiverged);
  EXPECT_NE(status.text.find("learning rate"), std::string::npos);
  const Evaluation after = trained.evaluate();
  EXPECT_EQ(after.cost, before.cost) << "the weights after epoch 1";
  EXPECT_TRUE(trained.run(1).ok()) << "and it goes on from there";
  EXPECT_EQ(trained.progress.epochs, 2);
}

TEST(Trainer, SaysWhatIsWrong) {
  Trainer trainer;
  Progress progress;
  Evaluation evaluation;
  const MadeUpData data(20, kPixels);
  EXPECT_EQ(trainer.load(Part::kTrain, data.images, data.labels).code, Code::kBadState);
  EXPECT_EQ(trainer.advance({}, 1, false, progress).code, Code::kBadState);
  EXPECT_EQ(trainer.predict(data.images, {}).code, Code::kBadState);
  ASSERT_TRUE(trainer.configure(small()).ok());
  EXPECT_EQ(trainer.advance({}, 1, false, progress).code, Code::kNoData);
  EXPECT_EQ(trainer.evaluate_begin(Part::kTest).code, Code::kNoData);
  EXPECT_EQ(trainer.load(Part::kTrain, data.images, {data.labels.data(), 3}).code, Code::kBadData);
  EXPECT_EQ(trainer.load(Part::kTrain, {}, {}).code, Code::kBadData);
  ASSERT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
  EXPECT_EQ(trainer.advance({.batch_size = 21}, 1, false, progress).code, Code::kBadSetting);
  EXPECT_EQ(trainer.advance({.batch_size = 0}, 1, false, progress).code, Code::kBadSetting);
  for (const double rate : {0.0, -1.0, std::nan("")}) {
    const TrainingSettings settings{.batch_size = 5, .learning_rate = rate};
    EXPECT_EQ(trainer.advance(settings, 1, false, progress).code, Code::kBadSetting);
  }
  EXPECT_EQ(trainer.predict({data.images.data(), 50}, {}).code, Code::kBadData);
  EXPECT_EQ(trainer.evaluate_advance(1, evaluation).code, Code::kNoData);
  // A network that the data does not fit.
  ASSERT_TRUE(trainer.configure({.layers = {64, 10}}).ok());
  EXPECT_EQ(trainer.advance({.batch_size = 5}, 1, false, progress).code, Code::kBadData);
  ASSERT_TRUE(trainer.configure({.layers = {kPixels, 3}}).ok());
  EXPECT_EQ(trainer.advance({.batch_size = 5}, 1, false, progress).code, Code::kBadData);
  EXPECT_EQ(trainer.configure({.layers = {}}).code, Code::kBadSetting);
}

// Everything at once: each method with dropout, decay, limits, smoothing and a schedule.
TEST(Trainer, GivesTheSameWeightsHoweverItIsSlicedWithEveryMethod) {
  for (const Method method :
       {Method::kMomentum, Method::kNesterov, Method::kRmsprop, Method::kAdam, Method::kAdamW}) {
    const TrainingSettings settings = {
        .batch_size = 300,  // more than one chunk
        .learning_rate = 0.01,
        .optimizer = {.method = method},
        .schedule = {.curve = Curve::kCosine, .total = 8, .warm_up = 2},
        .weight_decay = 1e-3,
        .dropout = 0.2,
        .max_norm = 3.0,
        .clip_norm = 1.0,
        .label_smoothing = 0.05};
    Trained whole(small());
    Trained sliced(small());
    ASSERT_TRUE(whole.run(2, settings).ok());
    ASSERT_TRUE(sliced.run(2, settings, 1).ok());
    expect_same_weights(whole.trainer, sliced.trainer);
    EXPECT_GT(whole.progress.gradient_norm, 0.0);
    EXPECT_LT(whole.progress.learning_rate, 0.01);
    whole.trainer.reset();
    ASSERT_TRUE(whole.run(2, settings).ok());
    expect_same_weights(whole.trainer, sliced.trainer);
  }
}

TEST(Trainer, LearnsWithEveryActivationAndMethod) {
  for (const Activation hidden : {Activation::kRelu, Activation::kLeakyRelu, Activation::kTanh,
                                  Activation::kSigmoid, Activation::kGelu}) {
    Network network = small();
    network.g.hidden = hidden;
    Trained trained(network);
    const TrainingSettings adam = {
        .batch_size = 50, .learning_rate = 0.01, .optimizer = {.method = Method::kAdam}};
    ASSERT_TRUE(trained.run(10, adam).ok());
    EXPECT_GT(trained.evaluate().correct, 190) << static_cast<int>(hidden);
  }
}

TEST(Trainer, ZerosNeverLearnMoreThanHowOftenEachClassOccurs) {
  Network network = small();
  network.initialiser = Initialiser::kZeros;
  Trained trained(network);
  ASSERT_TRUE(trained.run(5).ok());
  EXPECT_EQ(trained.trainer.parameters()[0].W.norm(), 0.0F);
  EXPECT_LT(trained.evaluate().correct, 60);
}

TEST(Trainer, KeepsWeightsAndGoesBackToThem) {
  Trained trained(small());
  Trained one(small());
  ASSERT_TRUE(one.run(1).ok());
  ASSERT_TRUE(trained.run(1).ok());
  trained.trainer.keep();
  ASSERT_TRUE(trained.run(2).ok());
  trained.trainer.restore();
  expect_same_weights(trained.trainer, one.trainer);
}

}  // namespace
}  // namespace mlp
