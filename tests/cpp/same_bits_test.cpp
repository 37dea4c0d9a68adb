// SPDX-License-Identifier: MIT
// The weights after three epochs, to the last bit: the same natively and as WebAssembly, with SIMD
// and without. Turbo promises them for one machine alone, on any number of threads.
#include <gtest/gtest.h>

#include <bit>
#include <string>

#include "kernels/kernels.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr std::size_t kDigits = 1000;

// FNV-1a of the bits of every W_l and b_l, column after column.
std::uint64_t checksum(const Parameters<float>& parameters) {
  std::uint64_t hash = 0xcbf29ce484222325ULL;
  const auto add = [&](const auto& matrix) {
    for (const float value : matrix.reshaped()) {
      const auto bits = std::bit_cast<std::uint32_t>(value);
      for (unsigned shift = 0; shift < 32; shift += 8) {
        hash = (hash ^ (bits >> shift & 255U)) * 0x100000001b3ULL;
      }
    }
  };
  for (const Layer<float>& layer : parameters) {
    add(layer.W);
    add(layer.b);
  }
  return hash;
}

std::uint64_t after_three_epochs(const Network& network, const TrainingSettings& settings,
                                 Index threads, EngineKind kind = EngineKind::kFast) {
  std::vector<std::uint8_t> images(kDigits * static_cast<std::size_t>(kDigitPixels));
  std::vector<std::uint8_t> labels(kDigits);
  EXPECT_TRUE(generate_digits(7, 0, images, labels).ok());
  Trainer trainer;
  trainer.use_engine(kind);
  trainer.use_threads(threads);
  EXPECT_TRUE(trainer.configure(network).ok());
  EXPECT_TRUE(trainer.load(Part::kTrain, images, labels).ok());
  Progress progress;
  while (progress.epochs < 3) {
    if (!trainer.advance(settings, 500, false, progress).ok()) return 0;
  }
  return checksum(trainer.parameters());
}

struct SameBits : testing::Test {
  void expect(const Network& network, const TrainingSettings& settings, std::uint64_t expected) {
    const std::uint64_t alone = after_three_epochs(network, settings, 1);
    EXPECT_EQ(after_three_epochs(network, settings, 3), alone);
    if (std::string(kernels::name()) == "relaxed simd") {
      EXPECT_EQ(after_three_epochs(network, settings, 2), alone);
    } else {
      EXPECT_EQ(alone, expected);
    }
  }
};

TEST_F(SameBits, OfPlainGradientDescent) {
  expect({.layers = {784, 128, 64, 10}}, {.batch_size = 128, .learning_rate = 0.2},
         9135646567248219686U);
}

TEST_F(SameBits, OfAdamWithDropout) {
  TrainingSettings settings{.batch_size = 50, .learning_rate = 0.002, .dropout = 0.1};
  settings.optimizer.method = Method::kAdam;
  expect({.layers = {784, 150, 130, 10}}, settings, 401037425326523925U);
}

TEST_F(SameBits, OfTheYesNoQuestionWithTanhInAFullBatch) {
  const Network network{.layers = {784, 40, 1}, .g = {Activation::kTanh, Output::kSigmoid}};
  const TrainingSettings settings{.batch_size = 1000, .learning_rate = 0.5, .weight_decay = 0.001};
  expect(network, settings, 6714733316633359247U);
}

TEST_F(SameBits, OfGeluWithClippingAndMomentum) {
  const Network network{.layers = {784, 33, 17, 10}, .g = {Activation::kGelu, Output::kSoftmax}};
  TrainingSettings settings{.batch_size = 37, .learning_rate = 0.05, .clip_norm = 1.0};
  settings.optimizer.method = Method::kMomentum;
  expect(network, settings, 7338552268334008884U);
}

// The notes' engine has bits of its own: the same in each variant of the module with SIMD, Turbo
// among them, and on any number of threads.
TEST_F(SameBits, OfTheNotesWithAndWithoutThreads) {
  const Network network{.layers = {784, 128, 64, 10}};
  const TrainingSettings settings{.batch_size = 128, .learning_rate = 0.2};
  const std::uint64_t alone = after_three_epochs(network, settings, 1, EngineKind::kNotes);
  EXPECT_EQ(after_three_epochs(network, settings, 3, EngineKind::kNotes), alone);
  EXPECT_NE(alone, after_three_epochs(network, settings, 1));
#if defined(__wasm_simd128__)
  EXPECT_EQ(alone, 7904564569292169908U);
#endif
}

TEST_F(SameBits, OfChangedImagesWithOtherHands) {
  TrainingSettings settings{.batch_size = 60, .learning_rate = 0.1};
  settings.augmentation = {.shift = 2.0,
                           .scale = 0.1,
                           .rotation = 10.0,
                           .shear = 0.2,
                           .elastic = 30.0,
                           .thickness = 0.7};
  settings.other_hands = 0.3;
  expect({.layers = {784, 60, 10}}, settings, 10807215165932016265U);
}

}  // namespace
}  // namespace mlp
