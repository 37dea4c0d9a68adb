// SPDX-License-Identifier: MIT
// Step 1 of the notes: from images X[m,28,28] to the matrix X[n_0,m].
#pragma once

#include <cstdint>
#include <span>

#include "mlp/base/types.h"

namespace mlp {

// Lays the chosen images side by side as the columns of X, with bytes 0 ... 255 scaled to 0 ... 1.
//   images  n_0 bytes for each image, one image after another, row after row
//   chosen  the numbers of X.cols() images, each below images.size() / n_0
//   X       (n_0, m), written whole
template <typename Scalar>
void reshape(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
             MatrixRef<Scalar> X);

// The same for the first X.cols() images.
template <typename Scalar>
void reshape(std::span<const std::uint8_t> images, MatrixRef<Scalar> X);

// Writes the answers that belong to the chosen images.
//   labels  one byte for each image
//   chosen  the numbers of Y.cols() labels
//   Y       kSigmoid: (1, m), 1 where the label is `positive` and 0 elsewhere;
//           kSoftmax: (n_L, m), one-hot: 1 in the row of the label (which is below n_L), else 0
template <typename Scalar>
void reshape_labels(std::span<const std::uint8_t> labels, std::span<const std::uint32_t> chosen,
                    Output output, int positive, MatrixRef<Scalar> Y);

}  // namespace mlp
