// SPDX-License-Identifier: MIT
#include "mlp/trainer.h"

#include <gtest/gtest.h>

#include <cmath>
#include <string>

#include "made_up_data.h"

namespace mlp {
namespace {

constexpr Index kPixels = 49;

Network small(std::uint64_t seed = 1) { return {.layers = {kPixels, 16, 10}, .seed = seed}; }

struct Trained {
  explicit Trained(const Network& network, std::size_t count = 1000) {
    const MadeUpData train(count, kPixels);
    const MadeUpData test(200, kPixels, 6);
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, train.images, train.labels).ok());
    EXPECT_TRUE(trainer.load(Part::kTest, test.images, test.labels).ok());
  }

  Status run(Index epochs, const Descent& descent = {.batch_size = 50}, Index slice = 1 << 20) {
    for (Index epoch = 0; epoch < epochs;) {
      if (Status status = trainer.advance(descent, slice, false, progress); !status.ok()) {
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

void expect_same_weights(const Trainer& a, const Trainer& b) {
  for (std::size_t l = 0; l < a.parameters().size(); ++l) {
    EXPECT_EQ(a.parameters()[l].W, b.parameters()[l].W);
    EXPECT_EQ(a.parameters()[l].b, b.parameters()[l].b);
  }
}

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

TEST(Trainer, LearnsTheYesNoQuestionAndCountsTheFourCases) {
  Trained trained({.layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3});
  ASSERT_TRUE(trained.run(15).ok());
  const Evaluation evaluation = trained.evaluate();
  ASSERT_EQ(evaluation.confusion.size(), 4U);
  const auto& c = evaluation.confusion;  // true + 2 * predicted
  EXPECT_EQ(c[0] + c[1] + c[2] + c[3], 200U);
  EXPECT_EQ(static_cast<Index>(c[0] + c[3]), evaluation.correct);
  EXPECT_GT(c[3], 8U) << "of some twenty threes";
  EXPECT_GT(evaluation.correct, 190);
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

TEST(Trainer, TakesEveryExampleOnceAnEpoch) {
  Trained trained(small(), 101);
  ASSERT_TRUE(trained.run(1, {.batch_size = 25}).ok());
  EXPECT_EQ(trained.progress.examples, 101);
  EXPECT_EQ(trained.progress.updates, 5) << "the last batch has one example";
}

TEST(Trainer, ProbabilitiesDoNotDependOnHowManyAreAsked) {
  Trained trained(small());
  ASSERT_TRUE(trained.run(1).ok());
  const MadeUpData data(300, kPixels, 9);
  std::vector<float> together(3000);
  ASSERT_TRUE(trained.trainer.predict(data.images, together).ok());
  for (const std::size_t i : {0U, 255U, 256U, 299U}) {
    std::vector<float> alone(10);
    ASSERT_TRUE(trained.trainer.predict({data.images.data() + i * kPixels, kPixels}, alone).ok());
    for (std::size_t k = 0; k < 10; ++k) EXPECT_NEAR(alone[k], together[10 * i + k], 1e-6F);
  }
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
  EXPECT_EQ(trainer.load(Part::kTrain, data.images, {1, 2, 3}).code, Code::kBadData);
  EXPECT_EQ(trainer.load(Part::kTrain, {}, {}).code, Code::kBadData);
  ASSERT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
  EXPECT_EQ(trainer.advance({.batch_size = 21}, 1, false, progress).code, Code::kBadSetting);
  EXPECT_EQ(trainer.advance({.batch_size = 0}, 1, false, progress).code, Code::kBadSetting);
  for (const double rate : {0.0, -1.0, std::nan("")}) {
    const Descent descent{.batch_size = 5, .learning_rate = rate};
    EXPECT_EQ(trainer.advance(descent, 1, false, progress).code, Code::kBadSetting);
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

TEST(ChunkSize, ShrinksForLargeNetworks) {
  EXPECT_EQ(chunk_size({.layers = {784, 128, 64, 10}}), 256);
  EXPECT_EQ(chunk_size({.layers = {784, 512, 256, 10}}), 128);
  EXPECT_EQ(chunk_size({.layers = {784, 4096, 2048, 10}}), 8);
}

}  // namespace
}  // namespace mlp
