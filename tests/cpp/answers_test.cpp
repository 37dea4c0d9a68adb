// SPDX-License-Identifier: MIT
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = 49;
constexpr std::size_t kImages = 600;  // more than one chunk

const Network kYesNo = {
    .layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3};
const Network kClasses = {.layers = {kPixels, 16, 10}};

// Trained for an epoch.
struct Trained {
  explicit Trained(const Network& network) {
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
    EXPECT_TRUE(trainer.advance({.batch_size = 50}, 1 << 20, false, progress).ok());
  }

  // In slices that fit neither the chunks nor each other.
  Predictions answers() {
    Predictions predictions;
    for (Index first = 0; first < static_cast<Index>(kImages); first += 263) {
      const Index count = std::min<Index>(263, static_cast<Index>(kImages) - first);
      const Status status = trainer.answers(Part::kTrain, first, count, predictions);
      EXPECT_TRUE(status.ok()) << status.text;
    }
    return predictions;
  }

  MadeUpData data{kImages, kPixels};
  Trainer trainer;
  Progress progress;
};

TEST(Answers, AreThoseThatAnEvaluationCounts) {
  for (const Network& network : {kClasses, kYesNo}) {
    const bool yes_no = network.g.output == Output::kSigmoid;
    Trained trained(network);
    const Predictions predictions = trained.answers();
    Evaluation evaluation;
    ASSERT_TRUE(trained.trainer.evaluate_begin(Part::kTrain).ok());
    ASSERT_TRUE(trained.trainer.evaluate_advance(kImages, evaluation).ok());
    ASSERT_EQ(predictions.answers.size(), kImages);
    Index correct = 0;
    for (std::size_t i = 0; i < kImages; ++i) {
      const int label = trained.data.labels[i];
      const int right = yes_no ? static_cast<int>(label == network.positive) : label;
      correct += static_cast<Index>(predictions.answers[i] == right);
    }
    EXPECT_EQ(correct, evaluation.correct);
    const double cost = std::accumulate(predictions.costs.begin(), predictions.costs.end(), 0.0);
    EXPECT_NEAR(cost / static_cast<double>(kImages), evaluation.cost, 1e-6);
  }
}

TEST(Answers, HaveTheProbabilityAndTheCostOfEach) {
  Trained classes(kClasses);
  const Predictions predictions = classes.answers();
  std::vector<float> probabilities(10 * kImages);
  ASSERT_TRUE(classes.trainer.predict(classes.data.images, probabilities).ok());
  for (std::size_t i = 0; i < kImages; ++i) {
    EXPECT_EQ(predictions.probabilities[i], probabilities[10 * i + predictions.answers[i]]);
    // -log p of the label
    const float p = probabilities[10 * i + classes.data.labels[i]];
    EXPECT_NEAR(predictions.costs[i], -std::log(p), 1e-4F);
  }
  Trained yes_no(kYesNo);
  const Predictions of_yes = yes_no.answers();
  probabilities.resize(kImages);
  ASSERT_TRUE(yes_no.trainer.predict(yes_no.data.images, probabilities).ok());
  for (std::size_t i = 0; i < kImages; ++i) {
    const float p = probabilities[i];
    EXPECT_EQ(of_yes.answers[i], p >= 0.5F ? 1 : 0);
    EXPECT_EQ(of_yes.probabilities[i], p >= 0.5F ? p : 1.0F - p);
    EXPECT_NEAR(of_yes.costs[i], -std::log(yes_no.data.labels[i] == 3 ? p : 1.0F - p), 1e-4F);
  }
}

TEST(Answers, AreOfAllImagesWhenSomeAreSetAside) {
  Trained trained(kClasses);
  const Predictions before = trained.answers();
  ASSERT_TRUE(trained.trainer.split({.validation = 0.3}).ok());
  const Predictions after = trained.answers();
  EXPECT_EQ(before.answers, after.answers);
  EXPECT_EQ(before.costs, after.costs);
}

TEST(Answers, SayWhatIsWrong) {
  Trained trained(kClasses);
  Predictions predictions;
  EXPECT_EQ(trained.trainer.answers(Part::kTest, 0, 1, predictions).code, Code::kNoData);
  EXPECT_EQ(trained.trainer.answers(Part::kTrain, 599, 2, predictions).code, Code::kBadSetting);
  EXPECT_EQ(trained.trainer.answers(Part::kTrain, -1, 2, predictions).code, Code::kBadSetting);
  ASSERT_TRUE(trained.trainer.configure({.layers = {10, 10}}).ok());
  EXPECT_EQ(trained.trainer.answers(Part::kTrain, 0, 1, predictions).code, Code::kBadData);
  EXPECT_TRUE(predictions.answers.empty());
}

TEST(Moment, IsAnotherAfterAllThatChangesAnswers) {
  Trained trained(kClasses);
  Trainer& trainer = trained.trainer;
  std::uint32_t moment = trainer.moment();
  const auto changed = [&] { return std::exchange(moment, trainer.moment()) != trainer.moment(); };
  trained.answers();
  trainer.keep();
  EXPECT_FALSE(changed());
  // Three chunks of a batch of more: no update yet.
  ASSERT_TRUE(trainer.advance({.batch_size = kImages}, 100, true, trained.progress).ok());
  EXPECT_EQ(trained.progress.batch_done, changed());
  while (!trained.progress.batch_done) {
    ASSERT_TRUE(trainer.advance({.batch_size = kImages}, 100, true, trained.progress).ok());
  }
  EXPECT_TRUE(changed());
  trainer.restore();
  EXPECT_TRUE(changed());
  trainer.reset();
  EXPECT_TRUE(changed());
  ASSERT_TRUE(trainer.load(Part::kTest, trained.data.images, trained.data.labels).ok());
  EXPECT_TRUE(changed());
  ASSERT_TRUE(trainer.configure(kClasses).ok());
  EXPECT_TRUE(changed());
}

}  // namespace
}  // namespace mlp
