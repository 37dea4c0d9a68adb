// SPDX-License-Identifier: MIT
// What training mixes in and changes, in arguments and results that JavaScript can hold.
#pragma once

#include "calls.h"
#include "mlp/data/augment.h"

namespace mlp::js {

struct Bytes {
  Status status;
  Uint8Array bytes{emscripten::val::undefined()};
};

// None: an empty set.
Status set_drawings(Trainer& trainer, const Uint8Array& images, const Uint8Array& labels);
// `count` variants of each image, which has as many pixels as the network takes.
Bytes augment(const Trainer& trainer, const Augmentation& augmentation, double seed,
              const Uint8Array& images, Index count);
Extras extras_of(double other_hands, double drawings, Index examples);

}  // namespace mlp::js
