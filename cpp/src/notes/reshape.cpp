// SPDX-License-Identifier: MIT
// Section: 1, reshape
// Called by: cpp/src/insight/batch.cpp, cpp/src/insight/inspection.cpp,
//   cpp/src/insight/statistics.cpp
// Fast twin: cpp/src/kernels/gather.cpp
// Held together by: tests/kernels/data_cases.cpp
#include "mlp/notes/reshape.h"

namespace mlp {
namespace {

// X = image / 255, for one column
template <typename Scalar, typename Column>
void write_column(std::span<const std::uint8_t> images, std::size_t number, Column x) {
  using Bytes = Eigen::Map<const Eigen::Matrix<std::uint8_t, Eigen::Dynamic, 1>>;
  const Bytes image(images.data() + number * static_cast<std::size_t>(x.size()), x.size());
  x = image.template cast<Scalar>() * (Scalar(1) / Scalar(255));
}

}  // namespace

template <typename Scalar>
void reshape(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
             MatrixRef<Scalar> X) {
  for (Index i = 0; i < X.cols(); ++i) {
    write_column<Scalar>(images, chosen[static_cast<std::size_t>(i)], X.col(i));
  }
}

template <typename Scalar>
void reshape(std::span<const std::uint8_t> images, MatrixRef<Scalar> X) {
  for (Index i = 0; i < X.cols(); ++i) {
    write_column<Scalar>(images, static_cast<std::size_t>(i), X.col(i));
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
template void reshape<float>(std::span<const std::uint8_t>, MatrixRef<float>);
template void reshape<double>(std::span<const std::uint8_t>, MatrixRef<double>);
template void reshape_labels<float>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                                    Output, int, MatrixRef<float>);
template void reshape_labels<double>(std::span<const std::uint8_t>, std::span<const std::uint32_t>,
                                     Output, int, MatrixRef<double>);

}  // namespace mlp
