// SPDX-License-Identifier: MIT
// The letters and the shapes of the notes, and the one layout rule. Read this header first.
//
//   L          number of layers with weights; layer 0 is the input
//   n_l        units of layer l; n_0 pixels of an image, n_L outputs
//   m          number of examples
//   X          (n_0, m)            the input, A_0
//   W_l        (n_l, n_{l-1})      weights of layer l
//   b_l        (n_l, 1)            biases of layer l
//   Z_l        (n_l, m)            Z_l = W_l A_{l-1} + b_l
//   A_l        (n_l, m)            A_l = g_l(Z_l)
//   Y          (1, m) for a yes/no question, (n_L, m) one-hot for classes
//   dW, db, dZ, dA                 derivative of the cost by W, b, Z, A; same shapes
//
// Layout: one example is one column, and columns stand one after the other (column-major), so that
// a flat array of images from outside is the matrix X without a transpose.
#pragma once

#include <Eigen/Core>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mlp {

using Index = Eigen::Index;

template <typename Scalar>
using Matrix = Eigen::Matrix<Scalar, Eigen::Dynamic, Eigen::Dynamic, Eigen::ColMajor>;
template <typename Scalar>
using Vector = Eigen::Matrix<Scalar, Eigen::Dynamic, 1>;
// A view of a matrix, or of some of its columns, that copies nothing.
template <typename Scalar>
using MatrixView = Eigen::Ref<const Matrix<Scalar>, 0, Eigen::OuterStride<>>;
template <typename Scalar>
using MatrixRef = Eigen::Ref<Matrix<Scalar>, 0, Eigen::OuterStride<>>;

// What the last layer answers.
enum class Output : std::uint8_t {
  kSigmoid,  // one unit: the probability of 'yes', as in 'is it a 3?'
  kSoftmax,  // n_L units: the probability of each class
};

// One layer's numbers. Parameters hold W_l and b_l in it, gradients dW_l and db_l.
template <typename Scalar>
struct Layer {
  Matrix<Scalar> W;  // (n_l, n_{l-1})
  Vector<Scalar> b;  // (n_l, 1)
};

// W_1, b_1 ... W_L, b_L; element l - 1 is layer l.
template <typename Scalar>
using Parameters = std::vector<Layer<Scalar>>;
// dW_1, db_1 ... dW_L, db_L: the same shapes as the parameters.
template <typename Scalar>
using Gradients = Parameters<Scalar>;

}  // namespace mlp
