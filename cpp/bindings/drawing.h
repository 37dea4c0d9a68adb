// SPDX-License-Identifier: MIT
// Drawn and generated digits, for JavaScript.
#pragma once

#include "calls.h"
#include "mlp/data/digits.h"

namespace mlp::js {

// points: x, y and pressure by turns; ends: the number of points up to the end of each stroke.
Uint8Array rasterise_strokes(const Float32Array& points, const Uint32Array& ends,
                             const Preprocessing& preprocessing);
// Digits number first ... first + count - 1 of a seed.
Labelled generate(double seed, double first, std::size_t count, Hands hands);

}  // namespace mlp::js
