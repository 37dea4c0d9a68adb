// SPDX-License-Identifier: MIT
// A turn by an angle.
#pragma once

namespace mlp {

template <typename Scalar>
struct Rotation {
  Scalar cos = 1;
  Scalar sin = 0;
  // -sin, so that all lines of a rotation are sums: where the machine has fused multiply-add, GCC
  // 12 fuses a sum beside a difference even with -ffp-contract=off.
  Scalar minus_sin = 0;
};

template <typename Scalar>
Rotation<Scalar> rotation(Scalar cos, Scalar sin) {
  return {cos, sin, -sin};
}

}  // namespace mlp
