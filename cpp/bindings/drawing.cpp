// SPDX-License-Identifier: MIT
#include "drawing.h"

namespace mlp::js {

static std::vector<Stroke> to_strokes(const Float32Array& points, const Uint32Array& ends) {
  const std::vector<float> numbers = to_vector<float>(points);
  std::vector<Stroke> strokes;
  std::size_t begin = 0;
  for (const std::uint32_t end : to_vector<std::uint32_t>(ends)) {
    Stroke& stroke = strokes.emplace_back();
    for (; begin < end && 3 * begin + 2 < numbers.size(); ++begin) {
      stroke.push_back({numbers[3 * begin], numbers[3 * begin + 1], numbers[3 * begin + 2]});
    }
  }
  return strokes;
}

Read read(Trainer& trainer, const Float32Array& points, const Uint32Array& ends,
          const Preprocessing& preprocessing, Index copies) {
  Read result;
  Reading reading;
  result.status = guarded([&] {
    return read_drawing(trainer, to_strokes(points, ends), preprocessing, copies, reading);
  });
  result.image = to_array<Uint8Array>(std::span<const std::uint8_t>(reading.image));
  result.probabilities = to_array<Float32Array>(std::span<const float>(reading.probabilities));
  return result;
}

Labelled generate(double seed, double first, std::size_t count, Hands hands) {
  Labelled result;
  std::vector<std::uint8_t> images;
  std::vector<std::uint8_t> labels;
  result.status = guarded([&] {
    images.resize(bytes_of(count, kDigitPixels));
    labels.resize(count);
    return generate_digits(static_cast<std::uint64_t>(seed), static_cast<std::uint64_t>(first),
                           images, labels, hands);
  });
  result.images = to_array<Uint8Array>(std::span<const std::uint8_t>(images));
  result.labels = to_array<Uint8Array>(std::span<const std::uint8_t>(labels));
  return result;
}

}  // namespace mlp::js
