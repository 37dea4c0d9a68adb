// SPDX-License-Identifier: MIT
#include "mlp/methods/averaging.h"

#include <gtest/gtest.h>

#include <cmath>
#include <memory>
#include <vector>

#include "made_up_data.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = 49;
constexpr std::size_t kImages = 640;

std::unique_ptr<Trainer> make(Index threads = 1, std::vector<Index> layers = {kPixels, 30, 10}) {
  const MadeUpData data(kImages, static_cast<std::size_t>(layers.front()));
  auto trainer = std::make_unique<Trainer>();
  trainer->use_threads(threads);
  EXPECT_TRUE(trainer->configure({.layers = std::move(layers)}).ok());
  EXPECT_TRUE(trainer->load(Part::kTrain, data.images, data.labels).ok());
  return trainer;
}

TrainingSettings with(Averaging averaging, double decay = 0.9, Index from = 0) {
  return {.batch_size = 32,
          .learning_rate = 0.2,
          .averaging = averaging,
          .averaging_decay = decay,
          .averaging_from = from};
}

void update(Trainer& trainer, const TrainingSettings& settings, int times = 1) {
  Progress progress;
  for (int i = 0; i < times; ++i) ASSERT_TRUE(trainer.advance(settings, 1, true, progress).ok());
}

bool same(const Parameters<float>& a, const Parameters<float>& b) {
  for (std::size_t l = 0; l < a.size(); ++l) {
    if (a[l].W != b[l].W || a[l].b != b[l].b) return false;
  }
  return a.size() == b.size();
}

Parameters<float> mean_of(const Trainer& trainer) {
  Snapshot snapshot;
  EXPECT_TRUE(trainer.save(snapshot).ok());
  EXPECT_TRUE(check(snapshot).ok()) << check(snapshot).text;
  return snapshot.mean;
}

double cost_of(Trainer& trainer, bool averaged) {
  Evaluation evaluation;
  EXPECT_TRUE(trainer.evaluate_begin(Part::kTrain, averaged).ok());
  while (evaluation.of == 0 || evaluation.examples < evaluation.of) {
    EXPECT_TRUE(trainer.evaluate_advance(100, evaluation).ok());
  }
  return evaluation.cost;
}

// 20 updates an epoch.
TEST(Averaging, ExponentialIsTheWeightedMeanOfEveryEighthWeights) {
  const TrainingSettings settings = with(Averaging::kExponential, 0.9);
  const auto trainer = make();
  std::vector<Matrix<float>> taken;
  for (int i = 1; i <= 44; ++i) {
    update(*trainer, settings);
    if (i % 8 == 0) taken.push_back(trainer->parameters(2).W);
    EXPECT_EQ(trainer->averages(), i / 8);
  }
  const double d = std::pow(0.9, 8.0);
  Matrix<double> sum = Matrix<double>::Zero(10, 30);
  double weights = 0.0;
  for (const Matrix<float>& W : taken) {
    sum = d * sum + W.cast<double>();
    weights = d * weights + 1.0;
  }
  const Matrix<float> mean = mean_of(*trainer)[1].W;
  EXPECT_LT((mean.cast<double>() - sum / weights).cwiseAbs().maxCoeff(), 1e-6);
  EXPECT_GT((mean - trainer->parameters(2).W).cwiseAbs().maxCoeff(), 1e-4F);
}

TEST(Averaging, OfEpochsIsThePlainMeanFromTheGivenEpochOn) {
  const auto trainer = make();
  Matrix<double> sum = Matrix<double>::Zero(10, 30);
  for (Index epoch = 1; epoch <= 5; ++epoch) {
    update(*trainer, with(Averaging::kEpochs, 0.9, 2), 20);
    ASSERT_EQ(trainer->epochs(), epoch);
    if (epoch > 2) sum += trainer->parameters(2).W.cast<double>();
    EXPECT_EQ(trainer->averages(), std::max<Index>(0, epoch - 2));
  }
  EXPECT_LT((mean_of(*trainer)[1].W.cast<double>() - sum / 3.0).cwiseAbs().maxCoeff(), 1e-6);
}

TEST(Averaging, LeavesTheWeightsAsTheyAreUntilTheirMeanIsTaken) {
  const auto plain = make();
  update(*plain, with(Averaging::kNone), 50);
  const auto averaged = make();
  update(*averaged, with(Averaging::kExponential), 50);
  EXPECT_TRUE(same(plain->parameters(), averaged->parameters()));
  EXPECT_TRUE(mean_of(*plain).empty());

  const Parameters<float> raw = averaged->parameters();
  const double of_raw = cost_of(*averaged, false);
  const double of_mean = cost_of(*averaged, true);
  EXPECT_NE(of_raw, of_mean);
  EXPECT_EQ(cost_of(*plain, true), of_raw) << "there is none";
  EXPECT_TRUE(same(averaged->parameters(), raw));
  update(*averaged, with(Averaging::kExponential), 3);
  update(*plain, with(Averaging::kNone), 3);
  EXPECT_TRUE(same(plain->parameters(), averaged->parameters())) << "after an evaluation too";

  const Parameters<float> mean = mean_of(*averaged);
  averaged->keep();
  averaged->take_average();
  EXPECT_TRUE(same(averaged->parameters(), mean));
  EXPECT_EQ(averaged->averages(), 0);
  update(*averaged, with(Averaging::kNone), 5);
  averaged->restore();
  EXPECT_TRUE(same(averaged->parameters(), mean)) << "keep() keeps what was judged";
}

TEST(Averaging, BeginsAnewWithAnotherKindAndWithOtherWeights) {
  const auto trainer = make();
  update(*trainer, with(Averaging::kExponential), 20);
  EXPECT_EQ(trainer->averages(), 2);
  update(*trainer, with(Averaging::kEpochs), 1);
  EXPECT_EQ(trainer->averages(), 0);
  update(*trainer, with(Averaging::kExponential), 30);
  EXPECT_GT(trainer->averages(), 0);
  trainer->reset();
  EXPECT_EQ(trainer->averages(), 0);
  trainer->take_average();
  EXPECT_EQ(trainer->updates(), 0);
}

TEST(Averaging, HasTheSameBitsOnAnyThreadsAndAfterASnapshot) {
  for (const Averaging averaging : {Averaging::kExponential, Averaging::kEpochs}) {
    const std::vector<Index> layers = {400, 300, 10};  // worth other threads
    const TrainingSettings settings = with(averaging);
    const auto whole = make(1, layers);
    update(*whole, settings, 75);
    const auto halves = make(3, layers);
    update(*halves, settings, 33);
    Snapshot snapshot;
    ASSERT_TRUE(halves->save(snapshot).ok());
    const auto other = make(2, layers);
    ASSERT_TRUE(other->resume(snapshot).ok());
    EXPECT_EQ(other->averages(), halves->averages());
    update(*other, settings, 42);
    update(*halves, settings, 42);
    EXPECT_TRUE(same(mean_of(*whole), mean_of(*halves)));
    EXPECT_TRUE(same(mean_of(*whole), mean_of(*other)));

    snapshot.mean.pop_back();
    EXPECT_EQ(other->resume(snapshot).code, Code::kBadData);
    snapshot.mean.clear();
    EXPECT_EQ(other->resume(snapshot).code, Code::kBadData);
    snapshot.averages = 0;
    EXPECT_TRUE(other->resume(snapshot).ok());
  }
}

TEST(Averaging, IsGoneWhenTrainingDiverges) {
  const auto trainer = make();
  update(*trainer, with(Averaging::kExponential), 30);
  TrainingSettings settings = with(Averaging::kExponential);
  settings.learning_rate = 1e20;
  Progress progress;
  Status status;
  while (status.ok()) status = trainer->advance(settings, 1, true, progress);
  EXPECT_EQ(status.code, Code::kDiverged);
  EXPECT_EQ(trainer->averages(), 0);
}

// Where the weights jump about the lowest cost their mean is nearer to it.
TEST(Averaging, AnswersBetterThanWeightsThatJump) {
  const auto trainer = make();
  TrainingSettings settings = with(Averaging::kExponential, 0.97);
  settings.learning_rate = 1.0;
  settings.batch_size = 4;
  settings.label_smoothing = 0.3;
  double of_mean = 0.0;
  double of_raw = 0.0;
  update(*trainer, settings, 400);
  for (int i = 0; i < 10; ++i) {
    update(*trainer, settings, 37);
    of_mean += cost_of(*trainer, true);
    of_raw += cost_of(*trainer, false);
  }
  EXPECT_LT(of_mean, of_raw);
}

TEST(Averaging, SaysWhatIsOutsideItsLimits) {
  const auto trainer = make();
  for (const double decay : {-0.1, 1.0, std::nan("")}) {
    const Status status = trainer->check(with(Averaging::kExponential, decay));
    EXPECT_EQ(status.code, Code::kBadSetting);
    EXPECT_EQ(status.text.substr(0, 15), "averagingDecay:");
  }
  EXPECT_NEAR(averaging_factor(Averaging::kExponential, 0.999, 1), 1.0, 1e-12);
  EXPECT_NEAR(averaging_factor(Averaging::kExponential, 0.999, 1'000'000),
              1.0 - std::pow(0.999, 8.0), 1e-12);
  EXPECT_EQ(averaging_factor(Averaging::kExponential, 0.0, 7), 1.0);
  EXPECT_EQ(averaging_factor(Averaging::kEpochs, 0.5, 4), 0.25);
}

}  // namespace
}  // namespace mlp
