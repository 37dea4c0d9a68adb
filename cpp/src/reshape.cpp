// SPDX-License-Identifier: MIT
#include "mlp/reshape.h"

namespace mlp {

template <typename Scalar>
void reshape(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
             MatrixRef<Scalar> X) {
  using Bytes = Eigen::Map<const Eigen::Matrix<std::uint8_t, Eigen::Dynamic, 1>>;
  const Index n_0 = X.rows();
  for (Index i = 0; i < X.cols(); ++i) {
    const auto number = static_cast<std::size_t>(chosen[static_cast<std::size_t>(i)]);
    const Bytes image(images.data() + number * static_cast<std::size_t>(n_0), n_0);
    // X = image / 255
    X.col(i) = image.template cast<Scalar>() * (Scalar(1) / Scalar(255));
  }
}

template <typename Scalar>
void reshape_labels(std::span<const std::uint8_t> labels, std::span<const std::uint32_t> chosen,
                    Output output, int positive, MatrixRef<Scalar> Y) {
  Y.setZero();
  for (Index i = 0; i < Y.cols(); ++i) {
    const int label = labels[chosen[static_cast<std::size_t>(i)]];
    if (output == Output::kSoftmax) {
      Y(label, i) = Scalar(1);
    } else if (label == positive) {
      Y(0, i) = Scalar(1);
    }
  }
}

template void reshape<float>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                             MatrixRef<float>);
template void reshape<double>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                              MatrixRef<double>);
template void reshape_labels<float>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                                    Output, int, MatrixRef<float>);
template void reshape_labels<double>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                                     Output, int, MatrixRef<double>);

}  // namespace mlp
