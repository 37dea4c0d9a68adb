// SPDX-License-Identifier: MIT
// Training, evaluation and prediction use no heap once the network and the data are there. Eigen
// itself watches; it does so only where MLP_SANITIZE is on, with assertions.
#include <gtest/gtest.h>

#include "made_up_data.h"
#include "mlp/trainer.h"

namespace mlp {
namespace {

class NoHeap {
 public:
  NoHeap() { Eigen::internal::set_is_malloc_allowed(false); }
  ~NoHeap() { Eigen::internal::set_is_malloc_allowed(true); }
  NoHeap(const NoHeap&) = delete;
  NoHeap& operator=(const NoHeap&) = delete;
};

TEST(NoHeap, EigenTakesNoneInATrainingStep) {
  const MadeUpData data(400, 784);
  for (const std::vector<Index>& layers :
       {std::vector<Index>{784, 128, 64, 10}, std::vector<Index>{784, 512, 256, 10}}) {
    Trainer trainer;
    ASSERT_TRUE(trainer.configure({.layers = layers}).ok());
    ASSERT_TRUE(trainer.load(Part::kTrain, data.images, data.labels).ok());
    ASSERT_TRUE(trainer.load(Part::kTest, data.images, data.labels).ok());
    std::vector<float> probabilities(10);
    const std::span<const std::uint8_t> image(data.images.data(), 784);
    Progress progress;
    Evaluation evaluation;
    const NoHeap no_heap;
    // One batch of one chunk, then a batch of several.
    EXPECT_TRUE(trainer.advance({.batch_size = 128}, 128, true, progress).ok());
    EXPECT_TRUE(trainer.advance({.batch_size = 272}, 272, true, progress).ok());
    EXPECT_TRUE(progress.epoch_done);
    EXPECT_TRUE(trainer.predict(image, probabilities).ok());
    EXPECT_TRUE(trainer.evaluate_begin(Part::kTest).ok());
    EXPECT_TRUE(trainer.evaluate_advance(400, evaluation).ok());
  }
}

// A test that the watcher watches.
TEST(NoHeapDeathTest, TheWatcherSeesAnAllocation) {
  GTEST_FLAG_SET(death_test_style, "threadsafe");
  EXPECT_DEATH(
      {
        const NoHeap no_heap;
        const Matrix<float> matrix(50, 50);
      },
      "is_malloc_allowed");
}

}  // namespace
}  // namespace mlp
