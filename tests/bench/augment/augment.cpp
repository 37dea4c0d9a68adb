// SPDX-License-Identifier: MIT
// What training's images cost when they are changed or generated: by themselves, and within the
// steps of a trainer on one thread; and the mean of the weights beside them.
#include <emscripten.h>

#include <memory>
#include <vector>

#include "kernels/kernels.h"
#include "mlp/data/augment.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/trainer.h"

namespace mlp {
namespace {

constexpr Index kPixels = kDigitPixels;
constexpr Index kSide = kDigitSide;

std::vector<std::uint8_t> images, labels;
std::unique_ptr<Trainer> trainer;
TrainingSettings settings;

}  // namespace

extern "C" {

EMSCRIPTEN_KEEPALIVE const char* augment_kernels() { return kernels::name(); }

// Room for the data; where its images and its labels begin.
EMSCRIPTEN_KEEPALIVE std::uint8_t* augment_data(int count) {
  images.resize(static_cast<std::size_t>(count) * static_cast<std::size_t>(kPixels));
  labels.resize(static_cast<std::size_t>(count));
  return images.data();
}
EMSCRIPTEN_KEEPALIVE std::uint8_t* augment_labels() { return labels.data(); }

// A new network of one hidden layer, on the data.
EMSCRIPTEN_KEEPALIVE bool augment_make(int units, int batch_size, double learning_rate) {
  trainer = std::make_unique<Trainer>();
  settings = {.batch_size = batch_size, .learning_rate = learning_rate};
  return trainer->configure({.layers = {kPixels, units, 10}}).ok() &&
         trainer->load(Part::kTrain, images, labels).ok();
}

// What the next calls do. averaging: as mlp::Averaging numbers them
EMSCRIPTEN_KEEPALIVE void augment_set(double shift, double scale, double rotation, double shear,
                                      double elastic, double thickness, int averaging) {
  settings.augmentation = {.shift = shift,
                           .scale = scale,
                           .rotation = rotation,
                           .shear = shear,
                           .elastic = elastic,
                           .thickness = thickness};
  settings.averaging = static_cast<Averaging>(averaging);
}

// One step; its cost, or -1 where it failed.
EMSCRIPTEN_KEEPALIVE double augment_step() {
  Progress progress;
  return trainer->advance(settings, 1, true, progress).ok() ? progress.cost : -1.0;
}

// Changes so many images, strewn over all the data as a shuffled epoch's are. Returns their ink.
EMSCRIPTEN_KEEPALIVE double augment_images(int count) {
  static Augmenter augmenter(kSide);
  static ElasticFields fields;
  static Rng choice(1);
  static std::vector<std::uint8_t> to(static_cast<std::size_t>(kPixels));
  fields.make(kSide, settings.augmentation.elastic_sigma, 1, 0);
  double ink = 0.0;
  for (int i = 0; i < count; ++i) {
    const std::size_t number = choice.below(static_cast<std::uint32_t>(labels.size()));
    Rng rng = augmentation_rng(1, 0, number);
    augmenter.augment(settings.augmentation, fields, rng,
                      std::span<const std::uint8_t>(images).subspan(number * kPixels, kPixels), to);
    ink += to[400];
  }
  return ink;
}

// The fields of elastic distortion of another epoch.
EMSCRIPTEN_KEEPALIVE float augment_fields(int epoch) {
  static ElasticFields fields;
  fields.make(kSide, settings.augmentation.elastic_sigma, 1, static_cast<std::uint64_t>(epoch));
  return *fields.at(0, 0, 0);
}

// Generates so many digits, as other hands write them: those are made anew in each epoch.
EMSCRIPTEN_KEEPALIVE bool augment_digits(int first, int count) {
  static std::vector<std::uint8_t> to, of;
  to.resize(static_cast<std::size_t>(count) * static_cast<std::size_t>(kPixels));
  of.resize(static_cast<std::size_t>(count));
  return generate_digits(1, static_cast<std::uint64_t>(first), to, of, Hands::kOther).ok();
}
}

}  // namespace mlp
