// SPDX-License-Identifier: MIT
#include "mlp/trainer/ensemble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "made_up_data.h"

namespace mlp {
namespace {

constexpr Index kSide = 7;
constexpr Index kPixels = 49;
constexpr std::size_t kImages = 600;

const Network kClasses = {.layers = {kPixels, 16, 10}};
const Network kYesNo = {
    .layers = {kPixels, 16, 1}, .g = {.output = Output::kSigmoid}, .positive = 3};

struct Trained {
  explicit Trained(const Network& network) {
    EXPECT_TRUE(trainer.configure(network).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
    EXPECT_TRUE(trainer.load(Part::kTest, data.images, data.labels).ok());
    Progress progress;
    EXPECT_TRUE(trainer.advance({.batch_size = 100}, 1 << 20, false, progress).ok());
  }

  Snapshot saved() const {
    Snapshot snapshot;
    EXPECT_TRUE(trainer.save(snapshot).ok());
    return snapshot;
  }
  std::vector<float> predict(const std::vector<std::uint8_t>& images, Index copies = 1) {
    const auto n = static_cast<std::size_t>(trainer.network().layers.back());
    std::vector<float> p(images.size() / kPixels * n);
    EXPECT_TRUE(trainer.predict(images, p, copies).ok());
    return p;
  }

  MadeUpData data{kImages, kPixels};
  Trainer trainer;
};

Evaluation finish(Ensemble& ensemble, Index slice = 130) {
  Evaluation evaluation;
  while (evaluation.of == 0 || evaluation.examples < evaluation.of) {
    const Status status = ensemble.advance(slice, evaluation);
    EXPECT_TRUE(status.ok()) << status.text;
    if (!status.ok()) break;
  }
  return evaluation;
}

std::vector<std::uint8_t> moved(const std::vector<std::uint8_t>& images, Index dx, Index dy) {
  std::vector<std::uint8_t> to(images.size());
  for (std::size_t at = 0; at < images.size(); at += kPixels) {
    for (Index y = 0; y < kSide; ++y) {
      for (Index x = 0; x < kSide; ++x) {
        const bool inside = x - dx >= 0 && x - dx < kSide && y - dy >= 0 && y - dy < kSide;
        const Index from = (y - dy) * kSide + x - dx;
        to[at + static_cast<std::size_t>(y * kSide + x)] =
            inside ? images[at + static_cast<std::size_t>(from)] : std::uint8_t{0};
      }
    }
  }
  return to;
}

TEST(Copies, AreMovedByAPixelToAllSides) {
  for (const Network& network : {kClasses, kYesNo}) {
    Trained trained(network);
    const std::vector<std::uint8_t>& images = trained.data.images;
    std::vector<double> sums(trained.predict(images).size());
    const auto add = [&](Index dx, Index dy) {
      const std::vector<float> p = trained.predict(moved(images, dx, dy));
      for (std::size_t i = 0; i < p.size(); ++i) sums[i] += static_cast<double>(p[i]);
    };
    const auto expect = [&](Index copies) {
      const std::vector<float> p = trained.predict(images, copies);
      for (std::size_t i = 0; i < p.size(); ++i) {
        ASSERT_NEAR(p[i], sums[i] / static_cast<double>(copies), 1e-6);
      }
    };
    add(0, 0);
    expect(1);
    for (const Index one : {-1, 1}) {
      add(one, 0);
      add(0, one);
    }
    expect(5);
    for (const Index dx : {-1, 1}) {
      for (const Index dy : {-1, 1}) add(dx, dy);
    }
    expect(9);
  }
}

// Counted by hand from probabilities.
void expect_counts(const Evaluation& evaluation, const std::vector<double>& p,
                   const Trained& trained) {
  const Network& network = trained.trainer.network();
  const bool yes_no = network.g.output == Output::kSigmoid;
  const auto n = static_cast<std::size_t>(network.layers.back());
  double cost = 0.0;
  Index correct = 0;
  for (std::size_t i = 0; i < kImages; ++i) {
    const int label = trained.data.labels[i];
    if (yes_no) {
      const bool yes = label == network.positive;
      cost -= std::log(yes ? p[i] : 1.0 - p[i]);
      correct += (p[i] >= 0.5) == yes ? 1 : 0;
    } else {
      const double* const of = &p[i * n];
      cost -= std::log(of[label]);
      correct += std::max_element(of, of + n) - of == label ? 1 : 0;
    }
  }
  EXPECT_EQ(evaluation.examples, static_cast<Index>(kImages));
  EXPECT_NEAR(evaluation.cost, cost / static_cast<double>(kImages), 1e-5);
  EXPECT_EQ(evaluation.correct, correct);
}

TEST(Ensemble, AnswersWithTheMeanOfNetworksAndCopies) {
  for (const Network& network : {kClasses, kYesNo}) {
    Trained trained(network);
    Network deeper = network;
    deeper.layers = {kPixels, 20, 12, network.layers.back()};
    deeper.seed = 2;
    Trained other(deeper);
    for (const Index copies : {1, 5, 9}) {
      Ensemble ensemble;
      ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, copies).ok());
      ASSERT_TRUE(ensemble.join(other.saved()).ok());
      const std::vector<float> a = trained.predict(trained.data.images, copies);
      const std::vector<float> b = other.predict(trained.data.images, copies);
      std::vector<double> p(a.size());
      for (std::size_t i = 0; i < p.size(); ++i) {
        p[i] = 0.5 * (static_cast<double>(a[i]) + static_cast<double>(b[i]));
      }
      expect_counts(finish(ensemble), p, trained);
    }
  }
}

TEST(Ensemble, OfOneOnOneCopyIsAnEvaluation) {
  Trained trained(kClasses);
  ASSERT_TRUE(trained.trainer.evaluate_begin(Part::kTest).ok());
  Evaluation alone;
  ASSERT_TRUE(trained.trainer.evaluate_advance(kImages, alone).ok());
  for (const Index slice : {1, 77, 10'000}) {
    Ensemble ensemble;
    ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, 1).ok());
    const Evaluation evaluation = finish(ensemble, slice);
    EXPECT_EQ(evaluation.confusion, alone.confusion);
    EXPECT_NEAR(evaluation.cost, alone.cost, 1e-12);
  }
  // With itself too.
  Ensemble ensemble;
  ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, 1).ok());
  ASSERT_TRUE(ensemble.join(trained.saved()).ok());
  EXPECT_EQ(finish(ensemble).confusion, alone.confusion);
}

// The costs of answers that are wrong and as sure as float32 can say: 1 - p and p are 0 in it, or
// nearly.
TEST(Ensemble, CountsTheCostOfSureAnswers) {
  for (const Network& network : {kClasses, kYesNo}) {
    Trained trained(network);
    Snapshot sure = trained.saved();
    for (Layer<float>& layer : sure.parameters) layer.W *= 30.0F;
    ASSERT_TRUE(trained.trainer.resume(sure).ok());
    ASSERT_TRUE(trained.trainer.evaluate_begin(Part::kTest).ok());
    Evaluation alone;
    ASSERT_TRUE(trained.trainer.evaluate_advance(kImages, alone).ok());
    ASSERT_GT(alone.cost, 1.0);
    Ensemble ensemble;
    ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, 1).ok());
    EXPECT_NEAR(finish(ensemble).cost, alone.cost, 1e-9 * alone.cost);
    // The mean of the same probabilities.
    ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, 1).ok());
    ASSERT_TRUE(ensemble.join(sure).ok());
    EXPECT_NEAR(finish(ensemble).cost, alone.cost, 1e-9 * alone.cost);
    // With one that knows nothing, no answer costs more than half of its probability does.
    Snapshot unsure = sure;
    for (Layer<float>& layer : unsure.parameters) layer.W.setZero();
    for (Layer<float>& layer : unsure.parameters) layer.b.setZero();
    ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTest, 1).ok());
    ASSERT_TRUE(ensemble.join(unsure).ok());
    const double answers = network.g.output == Output::kSigmoid ? 2.0 : 10.0;
    const Evaluation both = finish(ensemble);
    EXPECT_LT(both.cost, std::log(2.0 * answers));
    EXPECT_GT(both.cost, 0.0);
  }
}

TEST(Ensemble, IsOfTheImagesThatWereThereWhenItBegan) {
  const MadeUpData data(kImages, kPixels);
  constexpr std::size_t kFirst = 400;
  const std::span<const std::uint8_t> images(data.images);
  const std::span<const std::uint8_t> labels(data.labels);
  Trainer trainer;
  ASSERT_TRUE(trainer.configure(kClasses).ok());
  ASSERT_TRUE(trainer.expect(Part::kTest, static_cast<Index>(kImages)).ok());
  ASSERT_TRUE(
      trainer.append(Part::kTest, images.first(kFirst * kPixels), labels.first(kFirst)).ok());
  Ensemble ensemble;
  ASSERT_TRUE(ensemble.begin(trainer, Part::kTest, 1).ok());
  Evaluation evaluation;
  ASSERT_TRUE(ensemble.advance(100, evaluation).ok());
  ASSERT_TRUE(
      trainer.append(Part::kTest, images.subspan(kFirst * kPixels), labels.subspan(kFirst)).ok());
  evaluation = finish(ensemble);
  EXPECT_EQ(evaluation.of, static_cast<Index>(kFirst));
  EXPECT_EQ(evaluation.examples, static_cast<Index>(kFirst));
}

TEST(Ensemble, SaysWhoDoesNotFit) {
  Trained trained(kClasses);
  Ensemble ensemble;
  const auto begin = [&](Index copies) {
    return ensemble.begin(trained.trainer, Part::kTest, copies);
  };
  EXPECT_EQ(begin(3).text, "copies: must be 1, 5 or 9.");
  EXPECT_EQ(ensemble.begin(trained.trainer, Part::kValidation, 1).code, Code::kNoData);
  ASSERT_TRUE(begin(1).ok());
  Snapshot damaged = trained.saved();
  damaged.parameters.pop_back();
  EXPECT_EQ(ensemble.join(damaged).text.substr(0, 9), "snapshot:");
  const Trained yes_no(kYesNo);
  const Status status = ensemble.join(yes_no.saved());
  EXPECT_EQ(status.code, Code::kBadData);
  EXPECT_EQ(status.text.substr(0, 15), "with: network 1");
  EXPECT_EQ(finish(ensemble).of, static_cast<Index>(kImages)) << "nobody joined";

  ASSERT_TRUE(begin(1).ok());
  Progress progress;
  ASSERT_TRUE(trained.trainer.advance({.batch_size = 10}, 1, true, progress).ok());
  Evaluation evaluation;
  EXPECT_EQ(ensemble.advance(10, evaluation).code, Code::kBadState);

  Trainer oblong;
  ASSERT_TRUE(oblong.configure({.layers = {50, 10}}).ok());
  std::vector<float> p(10);
  const Status not_square = oblong.predict(std::vector<std::uint8_t>(50), p, 5);
  EXPECT_EQ(not_square.code, Code::kBadSetting);
  EXPECT_EQ(not_square.text.substr(0, 7), "copies:");
}

}  // namespace
}  // namespace mlp
