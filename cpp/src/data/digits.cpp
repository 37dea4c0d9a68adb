// SPDX-License-Identifier: MIT
#include "mlp/data/digits.h"

#include <string>

#include "data/hand/hand.h"
#include "data/hand/noise.h"
#include "data/numbered_digit.h"

namespace mlp {
namespace {

// As wide as MNIST's strokes and with their edges; for other hands nearer to the pad's own pen,
// which is what their drawings are shown with.
Pen random_pen(Hands hands, Rng& rng) {
  Pen pen;
  const bool all = hands == Hands::kAll;
  pen.width = 2.45F * factor(rng, all ? 0.29F : 0.2F);
  pen.softness = static_cast<float>(rng.uniform(all ? 1.0 : 0.9, all ? 1.5 : 1.3));
  return pen;
}

void write(Hand& hand, int label, Hands hands, Rng& rng,
           std::span<std::uint8_t, kDigitPixels> image) {
  const Way& way = random_way(label, hands, rng);
  const std::span<const Stroke> strokes = hand.write(label, way, hands, rng);
  rasterise(strokes, {.pen = random_pen(hands, rng), .keep_slips = true}, image);
}

}  // namespace

void generate_digit(int label, Rng& rng, std::span<std::uint8_t, kDigitPixels> image, Hands hands) {
  Hand hand;
  write(hand, label, hands, rng, image);
}

std::uint8_t write_digit(Hand& hand, std::uint64_t seed, std::uint64_t number, Hands hands,
                         std::span<std::uint8_t, kDigitPixels> image) {
  Rng rng(mix(seed, number), number);
  const std::uint32_t label = rng.below(10);
  write(hand, static_cast<int>(label), hands, rng, image);
  return static_cast<std::uint8_t>(label);
}

Status generate_digits(std::uint64_t seed, std::uint64_t first, std::span<std::uint8_t> images,
                       std::span<std::uint8_t> labels, Hands hands) {
  // No product: that may be more than WebAssembly can count.
  if (images.size() % kDigitPixels != 0 || images.size() / kDigitPixels != labels.size()) {
    return Status::bad(Code::kBadData, "The generated images have " +
                                           std::to_string(images.size()) + " bytes for " +
                                           std::to_string(labels.size()) +
                                           " labels; give 784 bytes for each label.");
  }
  Hand hand;
  for (std::size_t i = 0; i < labels.size(); ++i) {
    labels[i] = write_digit(hand, seed, first + i, hands,
                            images.subspan(i * kDigitPixels).first<kDigitPixels>());
  }
  return Status::good();
}

}  // namespace mlp
