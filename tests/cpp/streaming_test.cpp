// SPDX-License-Identifier: MIT
// Data that arrives bit by bit, before and while a training goes on.
#include <gtest/gtest.h>

#include <numeric>
#include <span>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"
#include "same_weights.h"

namespace mlp {
namespace {

constexpr std::size_t kPixels = 49;
constexpr std::size_t kCount = 600;
const Network kNetwork = {.layers = {kPixels, 16, 10}};
const TrainingSettings kSettings = {.batch_size = 50};

struct Streamed {
  Streamed() { EXPECT_TRUE(trainer.configure(kNetwork).ok()); }

  // The next so many of the examples.
  Status append(std::size_t count, Part part = Part::kTrain) {
    const auto images = std::span(data.images).subspan(arrived * kPixels, count * kPixels);
    const auto labels = std::span(data.labels).subspan(arrived, count);
    Status status = trainer.append(part, images, labels);
    if (status.ok()) arrived += count;
    return status;
  }

  // One epoch; how many examples it had.
  Index run() {
    do {
      EXPECT_TRUE(trainer.advance(kSettings, 64, false, progress).ok());
    } while (!progress.epoch_done);
    return progress.of;
  }

  MadeUpData data{kCount, kPixels};
  std::size_t arrived = 0;
  Trainer trainer;
  Progress progress;
};

TEST(Streaming, PiecesThatAreAllThereGiveTheWeightsOfTheWhole) {
  Streamed whole;
  ASSERT_TRUE(whole.trainer.load(Part::kTrain, whole.data.images, whole.data.labels).ok());
  Streamed pieces;
  ASSERT_TRUE(pieces.trainer.expect(Part::kTrain, kCount).ok());
  for (const std::size_t count : {1U, 0U, 255U, 300U, 44U}) {
    ASSERT_TRUE(pieces.append(count).ok());
  }
  EXPECT_EQ(whole.run(), 600);
  EXPECT_EQ(pieces.run(), 600);
  expect_same_weights(whole.trainer, pieces.trainer);
  ASSERT_TRUE(pieces.trainer.split({.validation = 0.5}).ok()) << "all are there";
}

TEST(Streaming, AnEpochHasTheExamplesThatWereThereWhenItBegan) {
  Streamed streamed;
  ASSERT_TRUE(streamed.trainer.expect(Part::kTrain, kCount).ok());
  Progress& progress = streamed.progress;
  EXPECT_EQ(streamed.trainer.advance(kSettings, 1, false, progress).code, Code::kNoData);
  ASSERT_TRUE(streamed.append(100).ok());
  EXPECT_EQ(streamed.run(), 100);
  ASSERT_TRUE(streamed.append(150).ok());
  ASSERT_TRUE(streamed.trainer.advance(kSettings, 1, true, progress).ok());
  EXPECT_EQ(progress.of, 250);
  ASSERT_TRUE(streamed.append(350).ok());
  EXPECT_EQ(streamed.trainer.examples(Part::kTrain), 600);
  EXPECT_EQ(streamed.run(), 250) << "the epoch under way stays as it is";
  EXPECT_EQ(streamed.run(), 600);
  EXPECT_EQ(progress.epochs, 3);
  EXPECT_EQ(progress.updates, 2 + 5 + 12);
}

TEST(Streaming, TheSameArrivalGivesTheSameWeights) {
  const auto train = [](Streamed& streamed) {
    ASSERT_TRUE(streamed.trainer.expect(Part::kTrain, kCount).ok());
    for (const std::size_t count : {200U, 400U}) {
      ASSERT_TRUE(streamed.append(count).ok());
      streamed.run();
    }
  };
  Streamed a;
  Streamed b;
  train(a);
  train(b);
  expect_same_weights(a.trainer, b.trainer);
}

TEST(Streaming, AFullBatchIsOfWhatIsThere) {
  Streamed streamed;
  ASSERT_TRUE(streamed.trainer.expect(Part::kTrain, kCount).ok());
  ASSERT_TRUE(streamed.append(300).ok());
  Progress& progress = streamed.progress;
  ASSERT_TRUE(streamed.trainer.advance({.batch_size = 300}, 1, false, progress).ok());
  ASSERT_TRUE(streamed.append(300).ok());
  // The batch under way is the epoch's only one, whatever has arrived since.
  ASSERT_TRUE(streamed.trainer.advance({.batch_size = 600}, 600, false, progress).ok());
  EXPECT_TRUE(progress.epoch_done);
  EXPECT_EQ(progress.examples, 300);
  EXPECT_EQ(progress.updates, 1);
}

TEST(Streaming, AnEvaluationIsOfWhatWasThereWhenItBegan) {
  Streamed streamed;
  Trainer& trainer = streamed.trainer;
  ASSERT_TRUE(trainer.configure({.layers = {kPixels, 1}, .g = {.output = Output::kSigmoid}}).ok());
  ASSERT_TRUE(trainer.expect(Part::kTrain, kCount).ok());
  ASSERT_TRUE(streamed.append(300).ok());
  ASSERT_TRUE(trainer.evaluate_begin(Part::kTrain).ok());
  Evaluation evaluation;
  ASSERT_TRUE(trainer.evaluate_advance(1, evaluation).ok());
  ASSERT_TRUE(streamed.append(300).ok());
  ASSERT_TRUE(trainer.evaluate_advance(kCount, evaluation).ok());
  EXPECT_EQ(evaluation.examples, 300);
  EXPECT_EQ(evaluation.of, 300);
  EXPECT_EQ(trainer.scores().size(), 300U);
}

TEST(Streaming, ANewNetworkAndAResetKeepWhatHasArrived) {
  Streamed streamed;
  ASSERT_TRUE(streamed.trainer.expect(Part::kTrain, kCount).ok());
  ASSERT_TRUE(streamed.append(100).ok());
  streamed.run();
  streamed.trainer.reset();
  ASSERT_TRUE(streamed.append(100).ok());
  ASSERT_TRUE(streamed.trainer.configure({.layers = {kPixels, 8, 10}}).ok());
  ASSERT_TRUE(streamed.append(100).ok());
  EXPECT_EQ(streamed.run(), 300);
}

TEST(Streaming, ExpectedDataTakesThePlaceOfWhatWasThere) {
  Streamed streamed;
  Trainer& trainer = streamed.trainer;
  ASSERT_TRUE(trainer.load(Part::kTest, streamed.data.images, streamed.data.labels).ok());
  ASSERT_TRUE(trainer.evaluate_begin(Part::kTest).ok());
  ASSERT_TRUE(trainer.expect(Part::kTest, 10).ok());
  EXPECT_EQ(trainer.examples(Part::kTest), 0);
  Evaluation evaluation;
  EXPECT_FALSE(trainer.evaluate_advance(1, evaluation).ok());
  ASSERT_TRUE(streamed.append(10, Part::kTest).ok());
  EXPECT_TRUE(trainer.evaluate_begin(Part::kTest).ok());
  ASSERT_TRUE(trainer.drop(Part::kTest).ok());
  EXPECT_EQ(trainer.evaluate_begin(Part::kTest).code, Code::kNoData);
}

TEST(Streaming, TakesDataThatWasPutTogetherElsewhere) {
  Streamed streamed;
  DataSet apart(kCount, kPixels);
  EXPECT_EQ(streamed.trainer.take(Part::kTrain, apart).code, Code::kBadData);
  ASSERT_TRUE(apart.append("training", streamed.data.images, streamed.data.labels).ok());
  ASSERT_TRUE(streamed.trainer.take(Part::kTrain, apart).ok());
  EXPECT_EQ(apart.size(), 0U);
  EXPECT_EQ(streamed.run(), 600);
}

TEST(Streaming, SaysWhatIsWrongAndAddsNothing) {
  Streamed streamed;
  Trainer& trainer = streamed.trainer;
  EXPECT_EQ(Trainer().expect(Part::kTrain, 1).code, Code::kBadState);
  EXPECT_EQ(trainer.expect(Part::kValidation, 1).code, Code::kBadState);
  EXPECT_EQ(trainer.expect(Part::kTrain, 0).code, Code::kBadData);
  EXPECT_EQ(streamed.append(1).code, Code::kBadData) << "none was expected";
  ASSERT_TRUE(trainer.expect(Part::kTrain, 100).ok());
  EXPECT_EQ(streamed.append(101).code, Code::kBadData);
  ASSERT_TRUE(streamed.append(60).ok());
  EXPECT_EQ(streamed.append(41).code, Code::kBadData);
  const std::vector<std::uint8_t> labels(1);
  EXPECT_EQ(trainer.append(Part::kTrain, std::span(streamed.data.images).first(48), labels).code,
            Code::kBadData);
  EXPECT_EQ(trainer.examples(Part::kTrain), 60);
  EXPECT_EQ(trainer.split({.validation = 0.5}).code, Code::kBadState) << "more are expected";
  EXPECT_TRUE(trainer.split({.validation = 0.0}).ok());
  ASSERT_TRUE(streamed.append(40).ok());
  EXPECT_TRUE(trainer.split({.validation = 0.5}).ok());
  EXPECT_EQ(streamed.append(1).code, Code::kBadData);
}

}  // namespace
}  // namespace mlp
