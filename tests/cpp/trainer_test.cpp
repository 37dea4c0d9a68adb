// SPDX-License-Identifier: MIT
#include "mlp/trainer/trainer.h"
#include "same_weights.h"

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

TEST(Trainer, SetsImagesAsideForValidation) {
  Trained trained(small());
  ASSERT_TRUE(trained.trainer.split(0.2).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 800);
  EXPECT_EQ(trained.trainer.examples(Part::kValidation), 200);
  ASSERT_TRUE(trained.run(3).ok());
  EXPECT_EQ(trained.progress.of, 800);
  EXPECT_GT(trained.evaluate(Part::kValidation).correct, 150);
  EXPECT_EQ(trained.evaluate(Part::kValidation).of, 200);
  ASSERT_TRUE(trained.trainer.split(0.0).ok());
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 1000);
  EXPECT_EQ(trained.trainer.evaluate_begin(Part::kValidation).code, Code::kNoData);
  EXPECT_EQ(trained.trainer.split(1.0).code, Code::kBadSetting);
  EXPECT_EQ(trained.trainer.split(-0.1).code, Code::kBadSetting);
}

TEST(Trainer, GoesOnWithNoEvaluationOfWhatWasReplaced) {
  Trained trained({.layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3});
  Evaluation evaluation;
  const auto begin = [&] {
    ASSERT_TRUE(trained.trainer.split(0.9).ok());
    ASSERT_TRUE(trained.trainer.evaluate_begin(Part::kTrain).ok());
    ASSERT_TRUE(trained.trainer.evaluate_advance(1, evaluation).ok());
  };
  begin();
  ASSERT_TRUE(trained.trainer.split(0.0).ok());
  EXPECT_EQ(trained.trainer.evaluate_advance(1, evaluation).code, Code::kBadState);
  begin();
  trained.trainer.reset();
  EXPECT_EQ(trained.trainer.evaluate_advance(1, evaluation).code, Code::kBadState);
  EXPECT_EQ(trained.trainer.examples(Part::kTrain), 1000) << "a reset sets nothing aside";
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
