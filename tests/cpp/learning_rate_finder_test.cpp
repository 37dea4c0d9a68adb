// SPDX-License-Identifier: MIT
#include "mlp/trainer/learning_rate_finder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "made_up_data.h"

namespace mlp {
namespace {

constexpr Index kPixels = 49;
constexpr std::size_t kImages = 1000;

struct Fresh {
  explicit Fresh(Index threads = 1) : data(kImages, kPixels) {
    trainer.use_threads(threads);
    EXPECT_TRUE(trainer.configure({.layers = {kPixels, 32, 10}}).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
  }
  MadeUpData data;
  Trainer trainer;
};

void run(LearningRateFinder& finder, const Trainer& trainer, const TrainingSettings& settings,
         RateRange range = {}, Index slice = 1 << 20) {
  const Status status = finder.begin(trainer, settings, range);
  ASSERT_TRUE(status.ok()) << status.text;
  while (!finder.over()) ASSERT_TRUE(finder.advance(slice).ok());
}

TrainingSettings with(Method method) {
  return {.batch_size = 50, .optimizer = {.method = method}, .dropout = 0.1};
}

TEST(LearningRateFinder, GoesThroughTheRatesByTheSameFactor) {
  const Fresh fresh;
  LearningRateFinder finder;
  run(finder, fresh.trainer, with(Method::kGradientDescent),
      {.from = 1e-4, .to = 1e-2, .steps = 5});
  ASSERT_EQ(finder.rates().size(), 5U);
  ASSERT_EQ(finder.costs().size(), 5U);
  EXPECT_EQ(finder.updates(), 5);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(finder.rates()[i], 1e-4 * std::pow(10.0, static_cast<double>(i) / 2.0), 1e-12);
  }
  EXPECT_EQ(finder.rates().back(), 1e-2);
}

// What the finder says of each cost: an own training with the same batches would be no other test
// than the finder itself, but with rates that move nothing the cost must stay what it is.
TEST(LearningRateFinder, MeansOfCostsThatStayTheSameStayTheSame) {
  const Fresh fresh;
  LearningRateFinder finder;
  const TrainingSettings all = {.batch_size = kImages};
  run(finder, fresh.trainer, all, {.from = 1e-30, .to = 1e-29, .steps = 8});
  Progress progress;
  Fresh other;
  ASSERT_TRUE(other.trainer.advance(all, kImages, false, progress).ok());
  for (const double cost : finder.costs()) EXPECT_NEAR(cost, progress.cost, 1e-6);
  EXPECT_EQ(finder.suggested(), 0.0) << "it never fell";
}

TEST(LearningRateFinder, SuggestsARateThatTrainsWell) {
  for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kAdam}) {
    SCOPED_TRACE(static_cast<int>(method));
    const Fresh fresh;
    LearningRateFinder finder;
    TrainingSettings settings = with(method);
    run(finder, fresh.trainer, settings);
    const double suggested = finder.suggested();
    ASSERT_GT(suggested, 0.0);
    // After three epochs no rate of a grid is much better.
    const auto cost_with = [&](double rate) {
      Fresh own;
      settings.learning_rate = rate;
      Progress progress;
      while (progress.epochs < 3) {
        if (!own.trainer.advance(settings, kImages, false, progress).ok()) return 1e9;
      }
      return progress.cost;
    };
    double best = std::numeric_limits<double>::infinity();
    for (double rate = 1e-4; rate < 4.0; rate *= 3.0) best = std::min(best, cost_with(rate));
    EXPECT_LT(cost_with(suggested), best + 0.1) << suggested;
  }
}

TEST(LearningRateFinder, SuggestsNothingWhereChanceIsAllThatLowersTheCost) {
  Fresh fresh;
  Progress progress;
  const TrainingSettings settings = with(Method::kGradientDescent);
  while (progress.epochs < 30) {
    ASSERT_TRUE(fresh.trainer.advance(settings, kImages, false, progress).ok());
  }
  LearningRateFinder finder;
  run(finder, fresh.trainer, settings);
  EXPECT_EQ(finder.suggested(), 0.0);
  EXPECT_GT(finder.costs().size(), 50U) << "and no chance ends it";
}

TEST(LearningRateFinder, EndsWhenTheCostExplodes) {
  const Fresh fresh;
  LearningRateFinder finder;
  run(finder, fresh.trainer, with(Method::kGradientDescent),
      {.from = 1e-3, .to = 1e6, .steps = 200});
  EXPECT_LT(finder.costs().size(), 200U);
  EXPECT_EQ(finder.rates().size(), finder.costs().size());
  for (const double cost : finder.costs()) EXPECT_TRUE(std::isfinite(cost));
  LearningRateFinder at_once;
  run(at_once, fresh.trainer, with(Method::kGradientDescent),
      {.from = 1e30, .to = 1e36, .steps = 200});
  EXPECT_LT(at_once.costs().size(), 20U);
  EXPECT_EQ(at_once.suggested(), 0.0);
}

TEST(LearningRateFinder, LeavesTheTrainerAsItIs) {
  Fresh fresh;
  Fresh other;
  Progress progress;
  const TrainingSettings settings = with(Method::kAdam);
  for (Trainer* trainer : {&fresh.trainer, &other.trainer}) {
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(trainer->advance(settings, 1, true, progress).ok());
  }
  LearningRateFinder finder;
  run(finder, fresh.trainer, with(Method::kMomentum));
  for (Trainer* trainer : {&fresh.trainer, &other.trainer}) {
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(trainer->advance(settings, 1, true, progress).ok());
  }
  EXPECT_EQ(fresh.trainer.parameters()[0].W, other.trainer.parameters()[0].W);
  EXPECT_EQ(fresh.trainer.parameters()[1].b, other.trainer.parameters()[1].b);
}

// However it is sliced, and whatever is done between; batches of several chunks too.
TEST(LearningRateFinder, GivesTheSameNumbersEveryTime) {
  for (const Index batch_size : {50, 300}) {
    TrainingSettings settings = with(Method::kAdam);
    settings.batch_size = batch_size;
    const Fresh one;
    LearningRateFinder whole;
    run(whole, one.trainer, settings);
    Fresh three(3);
    LearningRateFinder sliced;
    ASSERT_TRUE(sliced.begin(three.trainer, settings, {}).ok());
    std::vector<float> probabilities(10);
    Progress progress;
    while (!sliced.over()) {
      ASSERT_TRUE(sliced.advance(1).ok());
      ASSERT_TRUE(three.trainer.advance({.batch_size = 20}, 1, false, progress).ok());
      ASSERT_TRUE(three.trainer.predict({three.data.images.data(), kPixels}, probabilities).ok());
    }
    EXPECT_TRUE(std::ranges::equal(whole.costs(), sliced.costs()));
    EXPECT_TRUE(std::ranges::equal(whole.rates(), sliced.rates()));
    EXPECT_EQ(whole.suggested(), sliced.suggested());
  }
}

TEST(LearningRateFinder, SaysWhatIsWrong) {
  Fresh fresh;
  LearningRateFinder finder;
  const auto text = [&](const TrainingSettings& settings, const RateRange& range) {
    const Status status = finder.begin(fresh.trainer, settings, range);
    EXPECT_EQ(status.code, Code::kBadSetting);
    return status.text.substr(0, status.text.find(':'));
  };
  const TrainingSettings good = {.batch_size = 50};
  EXPECT_EQ(text(good, {.from = 0.0}), "from");
  EXPECT_EQ(text(good, {.from = std::nan("")}), "from");
  EXPECT_EQ(text(good, {.from = 1.0, .to = 1.0}), "to");
  EXPECT_EQ(text(good, {.steps = 1}), "steps");
  EXPECT_EQ(text({.batch_size = 1001}, {}), "batchSize");
  EXPECT_TRUE(finder.over()) << "none has begun";
  EXPECT_EQ(finder.begin(Trainer(), good, {}).code, Code::kBadState);

  ASSERT_TRUE(finder.begin(fresh.trainer, good, {}).ok());
  ASSERT_TRUE(finder.advance(50).ok());
  ASSERT_TRUE(fresh.trainer.load(Part::kTrain, fresh.data.images, fresh.data.labels).ok());
  EXPECT_EQ(finder.advance(50).code, Code::kBadState);
  EXPECT_TRUE(finder.over());
}

}  // namespace
}  // namespace mlp
