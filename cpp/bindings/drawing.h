// SPDX-License-Identifier: MIT
// Drawn and generated digits, for JavaScript.
#pragma once

#include "calls.h"
#include "mlp/data/digits.h"
#include "mlp/trainer/read_drawing.h"

namespace mlp::js {

struct Read {
  Status status;
  Uint8Array image{emscripten::val::undefined()};
  Float32Array probabilities{emscripten::val::undefined()};
};

// points: x, y and pressure by turns; ends: the number of points up to the end of each stroke;
// copies: 0 for the image alone.
Read read(Trainer& trainer, const Float32Array& points, const Uint32Array& ends,
          const Preprocessing& preprocessing, Index copies);
// Digits number first ... first + count - 1 of a seed.
Labelled generate(double seed, double first, std::size_t count, Hands hands);

}  // namespace mlp::js
