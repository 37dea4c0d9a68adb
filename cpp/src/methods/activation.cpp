// SPDX-License-Identifier: MIT
#include "mlp/methods/activation.h"

#include <cmath>

#include "mlp/base/portable_math.h"

namespace mlp {
namespace {

constexpr double kSqrtTwoOverPi = 0.7978845608028654;
constexpr double kCubic = 0.044715;

double gelu(double z) {
  const double t = portable::tanh(kSqrtTwoOverPi * (z + kCubic * z * z * z));
  return 0.5 * z * (1.0 + t);
}

double gelu_slope(double z) {
  const double t = portable::tanh(kSqrtTwoOverPi * (z + kCubic * z * z * z));
  // The product rule, with tanh' = 1 - tanh^2.
  return 0.5 * (1.0 + t) + 0.5 * z * (1.0 - t * t) * kSqrtTwoOverPi * (1.0 + 3.0 * kCubic * z * z);
}

template <typename Scalar>
Scalar slope(Activation g, Scalar z) {
  const auto x = static_cast<double>(z);
  switch (g) {
    case Activation::kRelu:
      return z > Scalar(0) ? Scalar(1) : Scalar(0);
    case Activation::kLeakyRelu:
      return z > Scalar(0) ? Scalar(1) : static_cast<Scalar>(kLeak);
    case Activation::kTanh: {
      const double t = portable::tanh(x);
      return static_cast<Scalar>(1.0 - t * t);
    }
    case Activation::kSigmoid: {
      const double s = sigmoid(x);
      return static_cast<Scalar>(s * (1.0 - s));
    }
    case Activation::kGelu:
      return static_cast<Scalar>(gelu_slope(x));
  }
  return Scalar(0);
}

}  // namespace

double sigmoid(double z) {
  const double e = portable::exp(-std::abs(z));
  return z >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
}

template <typename Scalar>
void activate(Activation g, MatrixView<Scalar> Z, MatrixRef<Scalar> A) {
  const auto each = [&](auto function) {
    A = Z.unaryExpr(
        [&](Scalar z) { return static_cast<Scalar>(function(static_cast<double>(z))); });
  };
  switch (g) {
    case Activation::kRelu:
      A = Z.cwiseMax(Scalar(0));
      return;
    case Activation::kLeakyRelu:
      A = (Z.array() > Scalar(0)).select(Z, static_cast<Scalar>(kLeak) * Z);
      return;
    case Activation::kTanh:
      return each(portable::tanh);
    case Activation::kSigmoid:
      return each(sigmoid);
    case Activation::kGelu:
      return each(gelu);
  }
}

template <typename Scalar>
void activate_backward(Activation g, MatrixView<Scalar> Z, MatrixView<Scalar> dA,
                       MatrixRef<Scalar> dZ) {
  if (g == Activation::kRelu) {
    dZ = (Z.array() > Scalar(0)).select(dA, Scalar(0));
    return;
  }
  // dZ = dA * g'(Z)
  dZ = dA.binaryExpr(Z, [g](Scalar da, Scalar z) { return da * slope(g, z); });
}

template void activate<float>(Activation, MatrixView<float>, MatrixRef<float>);
template void activate<double>(Activation, MatrixView<double>, MatrixRef<double>);
template void activate_backward<float>(Activation, MatrixView<float>, MatrixView<float>,
                                       MatrixRef<float>);
template void activate_backward<double>(Activation, MatrixView<double>, MatrixView<double>,
                                        MatrixRef<double>);

}  // namespace mlp
