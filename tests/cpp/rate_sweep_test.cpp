// SPDX-License-Identifier: MIT
#include "mlp/trainer/rate_sweep.h"

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

void run(RateSweep& sweep, const Trainer& trainer, const Descent& descent, RateRange range = {},
         Index slice = 1 << 20) {
  const Status status = sweep.begin(trainer, descent, range);
  ASSERT_TRUE(status.ok()) << status.text;
  while (!sweep.over()) ASSERT_TRUE(sweep.advance(slice).ok());
}

Descent with(Method method) {
  return {.batch_size = 50, .optimizer = {.method = method}, .dropout = 0.1};
}

TEST(RateSweep, GoesThroughTheRatesByTheSameFactor) {
  const Fresh fresh;
  RateSweep sweep;
  run(sweep, fresh.trainer, with(Method::kGradientDescent), {.from = 1e-4, .to = 1e-2, .steps = 5});
  ASSERT_EQ(sweep.rates().size(), 5U);
  ASSERT_EQ(sweep.costs().size(), 5U);
  EXPECT_EQ(sweep.updates(), 5);
  for (std::size_t i = 0; i < 5; ++i) {
    EXPECT_NEAR(sweep.rates()[i], 1e-4 * std::pow(10.0, static_cast<double>(i) / 2.0), 1e-12);
  }
  EXPECT_EQ(sweep.rates().back(), 1e-2);
}

// What the sweep says of each cost: an own training with the same batches would be no other test
// than the sweep itself, but with rates that move nothing the cost must stay what it is.
TEST(RateSweep, MeansOfCostsThatStayTheSameStayTheSame) {
  const Fresh fresh;
  RateSweep sweep;
  const Descent all = {.batch_size = kImages};
  run(sweep, fresh.trainer, all, {.from = 1e-30, .to = 1e-29, .steps = 8});
  Progress progress;
  Fresh other;
  ASSERT_TRUE(other.trainer.advance(all, kImages, false, progress).ok());
  for (const double cost : sweep.costs()) EXPECT_NEAR(cost, progress.cost, 1e-6);
  EXPECT_EQ(sweep.suggested(), 0.0) << "it never fell";
}

TEST(RateSweep, SuggestsARateThatTrainsWell) {
  for (const Method method : {Method::kGradientDescent, Method::kMomentum, Method::kAdam}) {
    SCOPED_TRACE(static_cast<int>(method));
    const Fresh fresh;
    RateSweep sweep;
    Descent descent = with(method);
    run(sweep, fresh.trainer, descent);
    const double suggested = sweep.suggested();
    ASSERT_GT(suggested, 0.0);
    // After three epochs no rate of a grid is much better.
    const auto cost_with = [&](double rate) {
      Fresh own;
      descent.learning_rate = rate;
      Progress progress;
      while (progress.epochs < 3) {
        if (!own.trainer.advance(descent, kImages, false, progress).ok()) return 1e9;
      }
      return progress.cost;
    };
    double best = std::numeric_limits<double>::infinity();
    for (double rate = 1e-4; rate < 4.0; rate *= 3.0) best = std::min(best, cost_with(rate));
    EXPECT_LT(cost_with(suggested), best + 0.1) << suggested;
  }
}

TEST(RateSweep, SuggestsNothingWhereChanceIsAllThatLowersTheCost) {
  Fresh fresh;
  Progress progress;
  const Descent descent = with(Method::kGradientDescent);
  while (progress.epochs < 30) {
    ASSERT_TRUE(fresh.trainer.advance(descent, kImages, false, progress).ok());
  }
  RateSweep sweep;
  run(sweep, fresh.trainer, descent);
  EXPECT_EQ(sweep.suggested(), 0.0);
  EXPECT_GT(sweep.costs().size(), 50U) << "and no chance ends it";
}

TEST(RateSweep, EndsWhenTheCostExplodes) {
  const Fresh fresh;
  RateSweep sweep;
  run(sweep, fresh.trainer, with(Method::kGradientDescent),
      {.from = 1e-3, .to = 1e6, .steps = 200});
  EXPECT_LT(sweep.costs().size(), 200U);
  EXPECT_EQ(sweep.rates().size(), sweep.costs().size());
  for (const double cost : sweep.costs()) EXPECT_TRUE(std::isfinite(cost));
  RateSweep at_once;
  run(at_once, fresh.trainer, with(Method::kGradientDescent),
      {.from = 1e30, .to = 1e36, .steps = 200});
  EXPECT_LT(at_once.costs().size(), 20U);
  EXPECT_EQ(at_once.suggested(), 0.0);
}

TEST(RateSweep, LeavesTheTrainerAsItIs) {
  Fresh fresh;
  Fresh other;
  Progress progress;
  const Descent descent = with(Method::kAdam);
  for (Trainer* trainer : {&fresh.trainer, &other.trainer}) {
    for (int i = 0; i < 7; ++i) ASSERT_TRUE(trainer->advance(descent, 1, true, progress).ok());
  }
  RateSweep sweep;
  run(sweep, fresh.trainer, with(Method::kMomentum));
  for (Trainer* trainer : {&fresh.trainer, &other.trainer}) {
    for (int i = 0; i < 50; ++i) ASSERT_TRUE(trainer->advance(descent, 1, true, progress).ok());
  }
  EXPECT_EQ(fresh.trainer.parameters()[0].W, other.trainer.parameters()[0].W);
  EXPECT_EQ(fresh.trainer.parameters()[1].b, other.trainer.parameters()[1].b);
}

// However it is sliced, and whatever is done between; batches of several chunks too.
TEST(RateSweep, GivesTheSameNumbersEveryTime) {
  for (const Index batch_size : {50, 300}) {
    Descent descent = with(Method::kAdam);
    descent.batch_size = batch_size;
    const Fresh one;
    RateSweep whole;
    run(whole, one.trainer, descent);
    Fresh three(3);
    RateSweep sliced;
    ASSERT_TRUE(sliced.begin(three.trainer, descent, {}).ok());
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

TEST(RateSweep, SaysWhatIsWrong) {
  Fresh fresh;
  RateSweep sweep;
  const auto text = [&](const Descent& descent, const RateRange& range) {
    const Status status = sweep.begin(fresh.trainer, descent, range);
    EXPECT_EQ(status.code, Code::kBadSetting);
    return status.text.substr(0, status.text.find(':'));
  };
  const Descent good = {.batch_size = 50};
  EXPECT_EQ(text(good, {.from = 0.0}), "from");
  EXPECT_EQ(text(good, {.from = std::nan("")}), "from");
  EXPECT_EQ(text(good, {.from = 1.0, .to = 1.0}), "to");
  EXPECT_EQ(text(good, {.steps = 1}), "steps");
  EXPECT_EQ(text({.batch_size = 1001}, {}), "batchSize");
  EXPECT_TRUE(sweep.over()) << "none has begun";
  EXPECT_EQ(sweep.begin(Trainer(), good, {}).code, Code::kBadState);

  ASSERT_TRUE(sweep.begin(fresh.trainer, good, {}).ok());
  ASSERT_TRUE(sweep.advance(50).ok());
  ASSERT_TRUE(fresh.trainer.load(Part::kTrain, fresh.data.images, fresh.data.labels).ok());
  EXPECT_EQ(sweep.advance(50).code, Code::kBadState);
  EXPECT_TRUE(sweep.over());
}

}  // namespace
}  // namespace mlp
