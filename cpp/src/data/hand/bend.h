// SPDX-License-Identifier: MIT
// How the whole of one digit differs from its skeleton.
#pragma once

#include "base/rotation.h"
#include "mlp/base/rng.h"
#include "mlp/data/digits.h"

namespace mlp {

struct Bend {
  float slant;   // shear: x per height
  float aspect;  // factor on the width
  Rotation<float> rotation;
  // Smooth bends, of second and third order in the place.
  float arc;   // a bow of the whole height
  float sway;  // an S of the whole height
  float fan;   // the foot wider than the head
  float drop;  // the waist lower
  float tilt;  // one side taller
  float sag;   // the middle lower than the sides

  Point operator()(const Point& p) const {
    // -0.6 ... 0.6 over the width of the skeleton and -1 ... 1 over its height.
    const float u = p.x * 0.02F - 0.6F;
    const float v = p.y * 0.02F - 1.0F;
    const float bent_u = u + arc * v * v + sway * v * v * v + fan * u * v;
    const float bent_v = v + drop * v * v + tilt * u * v + sag * u * u;
    const float x = aspect * bent_u - slant * bent_v;
    return {rotation.cos * x + rotation.minus_sin * bent_v,
            rotation.sin * x + rotation.cos * bent_v};
  }
};

// A bend as writers of the digit label have it.
Bend random_bend(int label, Hands hands, Rng& rng);

}  // namespace mlp
