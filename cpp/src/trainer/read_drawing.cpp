// SPDX-License-Identifier: MIT
#include "mlp/trainer/read_drawing.h"

#include <algorithm>

namespace mlp {

Status read_drawing(Trainer& trainer, std::span<const Stroke> strokes,
                    const Preprocessing& preprocessing, Index copies, Reading& reading) {
  reading.image.resize(kDigitPixels);
  reading.probabilities.clear();
  rasterise(strokes, preprocessing, std::span<std::uint8_t, kDigitPixels>(reading.image));
  const bool has_ink =
      std::ranges::any_of(reading.image, [](std::uint8_t byte) { return byte > 0; });
  if (copies == 0 || !has_ink) return Status::good();
  reading.probabilities.resize(static_cast<std::size_t>(trainer.network().layers.back()));
  const Status status = trainer.predict(reading.image, reading.probabilities, copies);
  if (!status.ok()) reading.probabilities.clear();
  return status;
}

}  // namespace mlp
