// SPDX-License-Identifier: MIT
#include "augmentation.h"

namespace mlp::js {

Status set_drawings(Trainer& trainer, const Uint8Array& images, const Uint8Array& labels) {
  return guarded([&] {
    DataSet drawings;
    if (length(labels) > 0) {
      Status status =
          assemble("drawn", to_vector<std::uint8_t>(images), to_vector<std::uint8_t>(labels),
                   static_cast<std::size_t>(trainer.network().layers.front()), drawings);
      if (!status.ok()) return status;
    }
    return trainer.set_drawings(drawings);
  });
}

Bytes augment(const Trainer& trainer, const Augmentation& augmentation, double seed,
              const Uint8Array& images, Index count) {
  Bytes result;
  std::vector<std::uint8_t> made;
  result.status = guarded([&] {
    const std::vector<std::uint8_t> pixels = to_vector<std::uint8_t>(images);
    made.resize(bytes_of(static_cast<std::size_t>(count), pixels.size()));
    return mlp::augment(augmentation, static_cast<std::uint64_t>(seed),
                        trainer.network().layers.front(), count, pixels, made);
  });
  result.bytes = to_array<Uint8Array>(std::span<const std::uint8_t>(made));
  return result;
}

Extras extras_of(double other_hands, double drawings, Index examples) {
  return mlp::extras_of({.other_hands = other_hands, .drawings = drawings}, examples);
}

}  // namespace mlp::js
