// SPDX-License-Identifier: MIT
// What it trains on, and what it answers.
#include "mlp/trainer/trainer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "made_up_data.h"
#include "trained.h"

namespace mlp {
namespace {

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

TEST(Trainer, SetsImagesAsideForValidation) {
  Trained trained(small());
  ASSERT_TRUE(trained.trainer.split({.validation = 0.2}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 800);
  EXPECT_EQ(trained.trainer.examples(Part::kValidation), 200);
  ASSERT_TRUE(trained.run(3).ok());
  EXPECT_EQ(trained.progress.of, 800);
  EXPECT_GT(trained.evaluate(Part::kValidation).correct, 150);
  EXPECT_EQ(trained.evaluate(Part::kValidation).of, 200);
  ASSERT_TRUE(trained.trainer.split({.validation = 0.0}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 1000);
  EXPECT_EQ(trained.trainer.evaluate_begin(Part::kValidation).code, Code::kNoData);
  EXPECT_EQ(trained.trainer.split({.validation = 1.0}).code, Code::kBadSetting);
  EXPECT_EQ(trained.trainer.split({.validation = -0.1}).code, Code::kBadSetting);
}

TEST(Trainer, TrainsOnAsManyImagesAsItIsTold) {
  Trained trained(small());
  ASSERT_TRUE(trained.trainer.split({.validation = 0.2, .images = 100}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 100);
  EXPECT_EQ(trained.trainer.examples(Part::kValidation), 200);
  ASSERT_TRUE(trained.run(1, {.batch_size = 25}).ok());
  EXPECT_EQ(trained.progress.of, 100);
  EXPECT_EQ(trained.progress.updates, 4);
  // More than there are: all that are not set aside.
  ASSERT_TRUE(trained.trainer.split({.validation = 0.2, .images = 5000}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 800);
  ASSERT_TRUE(trained.trainer.split({.images = 300}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 300);
  EXPECT_EQ(trained.trainer.examples(Part::kValidation), 0);
  EXPECT_EQ(trained.trainer.split({.images = -1}).code, Code::kBadSetting);
  ASSERT_TRUE(trained.trainer.split({}).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 1000);
}

TEST(Trainer, SetsTheSameAsideHoweverManyItTrainsOn) {
  Trained trained(small());
  const auto set_aside = [&](Index images) {
    EXPECT_TRUE(trained.trainer.split({.validation = 0.2, .images = images}).ok());
    return trained.evaluate(Part::kValidation).cost;
  };
  const double cost = set_aside(0);
  EXPECT_EQ(set_aside(100), cost);
  EXPECT_EQ(set_aside(500), cost);
}

TEST(Trainer, GoesOnWithNoEvaluationOfWhatWasReplaced) {
  Trained trained({.layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3});
  Evaluation evaluation;
  const auto begin = [&] {
    ASSERT_TRUE(trained.trainer.split({.validation = 0.9}).ok());
    ASSERT_TRUE(trained.trainer.evaluate_begin(Part::kTrain).ok());
    ASSERT_TRUE(trained.trainer.evaluate_advance(1, evaluation).ok());
  };
  begin();
  ASSERT_TRUE(trained.trainer.split({.validation = 0.0}).ok());
  EXPECT_EQ(trained.trainer.evaluate_advance(1, evaluation).code, Code::kBadState);
  begin();
  trained.trainer.reset();
  EXPECT_EQ(trained.trainer.evaluate_advance(1, evaluation).code, Code::kBadState);
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 1000) << "a reset sets nothing aside";
}

TEST(Trainer, WeighsTheRareYes) {
  const Network network = {
      .layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3};
  Trained plain(network);
  Trained weighted(network);
  ASSERT_TRUE(plain.run(1).ok());
  ASSERT_TRUE(weighted.run(1, {.batch_size = 50, .positive_weight = 9.0}).ok());
  const auto yeses = [](Trained& of) {
    const std::vector<std::uint32_t> c = of.evaluate().confusion;
    return c[2] + c[3];
  };
  EXPECT_GT(yeses(weighted), yeses(plain));
}

TEST(Trainer, ScoresEveryExampleOfTheYesNoQuestion) {
  Trained trained({.layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3});
  ASSERT_TRUE(trained.run(5).ok());
  const Evaluation evaluation = trained.evaluate();
  ASSERT_EQ(trained.trainer.scores().size(), 200U);
  std::uint32_t found = 0;
  for (std::size_t i = 0; i < 200; ++i) {
    found += static_cast<std::uint32_t>(trained.trainer.truths()[i] == 1 &&
                                        trained.trainer.scores()[i] >= 0.5F);
  }
  EXPECT_EQ(found, evaluation.confusion[3]);
}

TEST(Trainer, HandsOutTheImagesThatWereLoaded) {
  Trained trained(small());
  const MadeUpData data(1000, kPixels);
  std::span<const std::uint8_t> images;
  std::span<const std::uint8_t> labels;
  ASSERT_TRUE(trained.trainer.images(Part::kTrain, 998, 2, images, labels).ok());
  EXPECT_EQ(images.size(), 2U * kPixels);
  EXPECT_EQ(labels[1], data.labels[999]);
  EXPECT_EQ(images[0], data.images[998U * kPixels]);
  const auto code = [&](Index first, Index count) {
    return trained.trainer.images(Part::kTrain, first, count, images, labels).code;
  };
  EXPECT_EQ(code(999, 2), Code::kBadSetting);
  EXPECT_EQ(code(-1, 1), Code::kBadSetting);
  EXPECT_EQ(code(0, 0), Code::kBadSetting);
}

}  // namespace
}  // namespace mlp
