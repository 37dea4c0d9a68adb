// SPDX-License-Identifier: MIT
// A drawing, from the strokes of a pen to the network's answer.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "mlp/base/status.h"
#include "mlp/base/types.h"
#include "mlp/data/rasterise.h"
#include "mlp/trainer/trainer.h"

namespace mlp {

struct Reading {
  std::vector<std::uint8_t> image;   // 28 x 28 bytes: what rasterise() draws
  std::vector<float> probabilities;  // (n_L, 1): what predict() answers; none where it is not asked
};

// Draws the strokes and has the trainer's network answer the image, unless it has no ink.
//   copies  as of predict(); 0: the image alone, for a network of images of another size
// kBadData, with the image: the network does not take 784 pixels.
Status read_drawing(Trainer& trainer, std::span<const Stroke> strokes,
                    const Preprocessing& preprocessing, Index copies, Reading& reading);

}  // namespace mlp
