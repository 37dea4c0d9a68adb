// SPDX-License-Identifier: MIT
// A random network with random data and answers, for tests that need any.
#pragma once

#include "mlp/base/rng.h"
#include "mlp/base/types.h"
#include "mlp/notes/initialise.h"

namespace mlp {

template <typename Scalar>
struct SmallProblem {
  SmallProblem(const Network& shape, Index m)
      : network(shape),
        parameters(initialise<Scalar>(shape)),
        X(shape.layers.front(), m),
        Y(Matrix<Scalar>::Zero(shape.layers.back(), m)) {
    Rng rng(99);
    for (Scalar& x : X.reshaped()) x = static_cast<Scalar>(rng.uniform());
    // Biases other than the zeros they begin with, so that a mistake with them shows.
    for (Layer<Scalar>& layer : parameters) {
      for (Scalar& b : layer.b) b = static_cast<Scalar>(0.1 * rng.normal());
    }
    for (Index i = 0; i < m; ++i) {
      if (network.g.output == Output::kSigmoid) {
        Y(0, i) = static_cast<Scalar>(rng.below(2));
      } else {
        Y(static_cast<Index>(rng.below(static_cast<std::uint32_t>(Y.rows()))), i) = Scalar(1);
      }
    }
  }

  Network network;
  Parameters<Scalar> parameters;
  Matrix<Scalar> X;  // (n_0, m)
  Matrix<Scalar> Y;  // (n_L, m)
};

}  // namespace mlp
