// SPDX-License-Identifier: MIT
// The functions g_l that make hidden layers more than one long matrix product.
#pragma once

#include "mlp/base/types.h"

namespace mlp {

enum class Activation : std::uint8_t {
  kRelu,       // g(z) = max(0, z)
  kLeakyRelu,  // g(z) = z where z > 0, else 0.01 z
  kTanh,       // g(z) = tanh z
  kSigmoid,    // g(z) = 1 / (1 + e^-z)
  kGelu,       // g(z) = z/2 (1 + tanh(sqrt(2/pi) (z + 0.044715 z^3))), Hendrycks and Gimpel 2016
};

inline constexpr double kLeak = 0.01;  // the slope of the leaky ReLU below zero
inline constexpr double kSqrtTwoOverPi = 0.7978845608028654;  // sqrt(2/pi) of the GELU
inline constexpr double kGeluCubic = 0.044715;

// What a network computes besides its products.
struct Functions {
  Activation hidden = Activation::kRelu;  // g_1 ... g_{L-1}
  Output output = Output::kSoftmax;       // g_L
};

// A = g(Z), number by number. Z, A: (n, m). No heap use.
template <typename Scalar>
void activate(Activation g, MatrixView<Scalar> Z, MatrixRef<Scalar> A);

// dZ = dA * g'(Z), number by number; Z, dA, dZ: (n, m). No heap use.
template <typename Scalar>
void activate_backward(Activation g, MatrixView<Scalar> Z, MatrixView<Scalar> dA,
                       MatrixRef<Scalar> dZ);

}  // namespace mlp
