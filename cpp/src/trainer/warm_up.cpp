// SPDX-License-Identifier: MIT
#include "mlp/trainer/warm_up.h"

#include <algorithm>
#include <vector>

#include "mlp/base/rng.h"

namespace mlp {
namespace {

// Large enough for every way that the products are computed, and for a few batches a millisecond.
constexpr Index kPixels = 784;
constexpr Index kUnits = 128;
constexpr std::size_t kHidden = 3;
constexpr Index kImages = 256;
constexpr Index kBatch = 64;

// The share of MNIST's pixels that have ink; products leave out the others.
constexpr std::uint32_t kInk = 19;

Network small(const Network& like) {
  Network network = like;
  std::vector<Index>& layers = network.layers;
  const Index outputs = layers.back();
  layers.resize(std::min(layers.size() - 1, kHidden + 1));
  layers.front() = std::min(layers.front(), kPixels);
  for (std::size_t l = 1; l < layers.size(); ++l) layers[l] = std::min(layers[l], kUnits);
  layers.push_back(std::min(outputs, kUnits));
  network.initialiser = Initialiser::kUniform;  // the quickest
  network.initial_scale = 0.05;
  return network;
}

}  // namespace

WarmUp::WarmUp(const Network& network, EngineKind kind) {
  trainer_.use_engine(kind);
  const Network own = small(network);
  if (!trainer_.configure(own).ok()) return;
  Rng rng(1);
  std::vector<std::uint8_t> images(static_cast<std::size_t>(kImages * own.layers.front()));
  for (std::uint8_t& pixel : images) {
    const std::uint32_t random = rng.next();
    pixel = random % 100 < kInk ? static_cast<std::uint8_t>(random >> 24U) : 0;
  }
  std::vector<std::uint8_t> labels(static_cast<std::size_t>(kImages));
  for (std::uint8_t& label : labels) {
    label = static_cast<std::uint8_t>(rng.below(static_cast<std::uint32_t>(own.layers.back())));
  }
  // What does not come to be is not missed: work() then does nothing.
  static_cast<void>(trainer_.load(Part::kTrain, images, labels));
}

void WarmUp::work(const TrainingSettings& settings) {
  TrainingSettings own = settings;
  own.batch_size = std::min(own.batch_size, kBatch);
  own.learning_rate = 1e-3;  // it must not diverge
  own.other_hands = own.drawings = 0.0;
  own.averaging = Averaging::kNone;
  Progress progress;
  if (!trainer_.advance(own, 1, true, progress).ok() || !progress.epoch_done) return;
  Evaluation evaluation;
  if (trainer_.evaluate_begin(Part::kTrain).ok()) {
    static_cast<void>(trainer_.evaluate_advance(kImages, evaluation));
  }
}

}  // namespace mlp
