// SPDX-License-Identifier: MIT
// What finds no memory for the weights that it needs leaves everything as it was.
#include <gtest/gtest.h>

#include <new>
#include <utility>
#include <vector>

#include "heap_watch.h"
#include "made_up_data.h"
#include "mlp/trainer/ensemble.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = 784;
constexpr std::size_t kImages = 300;
// Weights are larger than that, and lists of the images are smaller.
constexpr std::size_t kLarge = 5000;

struct Trained {
  Trained(std::vector<Index> layers, const TrainingSettings& settings) : data(kImages, kPixels) {
    EXPECT_TRUE(trainer.configure({.layers = std::move(layers)}).ok());
    EXPECT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
    go_on(settings, 400);
  }

  void go_on(const TrainingSettings& settings, Index examples) {
    Progress progress;
    for (Index done = 0; done < examples; done += progress.done) {
      ASSERT_TRUE(trainer.advance(settings, 100, false, progress).ok());
    }
  }

  Snapshot saved() const {
    Snapshot snapshot;
    EXPECT_TRUE(trainer.save(snapshot).ok());
    return snapshot;
  }

  MadeUpData data;
  Trainer trainer;
};

void expect_same(const Parameters<float>& a, const Parameters<float>& b) {
  ASSERT_EQ(a.size(), b.size());
  for (std::size_t l = 0; l < a.size(); ++l) {
    EXPECT_TRUE(a[l].W == b[l].W) << "layer " << l + 1;
    EXPECT_TRUE(a[l].b == b[l].b) << "layer " << l + 1;
  }
}

void expect_same(const Snapshot& a, const Snapshot& b) {
  EXPECT_EQ(a.network.layers, b.network.layers);
  expect_same(a.parameters, b.parameters);
  expect_same(a.memory.first, b.memory.first);
  expect_same(a.good, b.good);
  expect_same(a.mean, b.mean);
  EXPECT_EQ(a.averages, b.averages);
  EXPECT_EQ(a.epochs, b.epochs);
  EXPECT_EQ(a.updates, b.updates);
  EXPECT_EQ(a.place.done, b.place.done);
}

// Lets each of the large allocations fail, the first, the second and so on, until none is left to
// fail and `act` is through; after each failure calls check(). Returns how many have failed.
template <typename Act, typename Check>
std::size_t fail_each(Act act, Check check) {
  for (std::size_t n = 0;; ++n) {
    try {
      const HeapFailure failure(n, kLarge);
      act();
      return n;
    } catch (const std::bad_alloc&) {
    }
    check();
  }
}

TEST(NoMemory, LeavesATrainerAsItWasWhenItResumes) {
  const TrainingSettings settings = {
      .batch_size = 50, .learning_rate = 1e-3, .optimizer = {.method = Method::kAdam}};
  TrainingSettings averaged = settings;
  averaged.averaging = Averaging::kExponential;
  const Snapshot other = Trained({kPixels, 48, 10}, averaged).saved();
  ASSERT_GT(other.averages, 0);
  Trained trained({kPixels, 32, 10}, settings);
  const Snapshot before = trained.saved();
  const std::size_t failures = fail_each([&] { EXPECT_TRUE(trained.trainer.resume(other).ok()); },
                                         [&] { expect_same(trained.saved(), before); });
  EXPECT_GT(failures, 5U) << "weights, what Adam remembers of them, the good ones and their mean";
  expect_same(trained.saved(), other);
}

TEST(NoMemory, LeavesATrainerAsItWasWhenItGetsAnotherNetwork) {
  const TrainingSettings settings = {.batch_size = 50, .learning_rate = 0.1};
  Trained trained({kPixels, 32, 10}, settings);
  const Snapshot before = trained.saved();
  const Network other = {.layers = {kPixels, 48, 10}, .seed = 5};
  const std::size_t failures =
      fail_each([&] { EXPECT_TRUE(trained.trainer.configure(other).ok()); },
                [&] {
                  expect_same(trained.saved(), before);
                  EXPECT_EQ(trained.trainer.network().seed, before.network.seed);
                });
  EXPECT_GT(failures, 3U) << "first weights, packed ones, transposed ones, good ones";
  Trainer fresh;
  ASSERT_TRUE(fresh.configure(other).ok());
  expect_same(trained.saved().parameters, fresh.parameters());
  trained.go_on(settings, 400);
}

TEST(NoMemory, LeavesOutWhoWouldJoinACommittee) {
  const TrainingSettings settings = {.batch_size = 50};
  Trained trained({kPixels, 32, 10}, settings);
  const Snapshot other = Trained({kPixels, 48, 10}, settings).saved();
  Ensemble ensemble;
  const auto cost = [&] {
    Evaluation evaluation;
    EXPECT_TRUE(ensemble.advance(static_cast<Index>(kImages), evaluation).ok());
    return evaluation.cost;
  };
  ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTrain, 1).ok());
  const double alone = cost();
  ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTrain, 1).ok());
  ASSERT_TRUE(ensemble.join(other).ok());
  const double together = cost();
  ASSERT_NE(alone, together);

  const auto join = [&] { EXPECT_TRUE(ensemble.join(other).ok()); };
  ASSERT_TRUE(ensemble.begin(trained.trainer, Part::kTrain, 1).ok());
  EXPECT_GT(fail_each(join, [] {}), 3U);
  EXPECT_EQ(cost(), together) << "it has joined once";
}

}  // namespace
}  // namespace mlp
