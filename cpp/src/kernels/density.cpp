// SPDX-License-Identifier: MIT
// How many numbers are not zero, estimated from a few columns: whether leaving out the others pays.
#include <algorithm>

#include "sparse.h"

namespace mlp::kernels {
namespace {

constexpr Index kLooked = 4;  // columns that an estimate looks at

}  // namespace

double density(const Panels& A, Range columns) {
  const Index looked = std::min(kLooked, columns.end - columns.begin);
  Index found = 0;
  for (Index k = 0; k < looked; ++k) {
    const Index column = columns.begin + (columns.end - columns.begin) * k / looked;
    for (Index panel = 0; panel < A.rows; panel += kPanel) {
      const float* const a = A.at(panel, column);
      for (Index r = 0; r < A.height(panel); ++r) found += a[r] != 0.0F ? 1 : 0;
    }
  }
  return static_cast<double>(found) / static_cast<double>(std::max<Index>(1, looked * A.rows));
}

double density(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
               Index n_0) {
  const std::size_t looked = std::min<std::size_t>(kLooked, chosen.size());
  std::size_t found = 0;
  for (std::size_t k = 0; k < looked; ++k) {
    const auto image =
        images.subspan(chosen[chosen.size() * k / looked] * static_cast<std::size_t>(n_0),
                       static_cast<std::size_t>(n_0));
    for (const std::uint8_t byte : image) found += byte != 0 ? 1U : 0U;
  }
  return static_cast<double>(found) /
         static_cast<double>(std::max<std::size_t>(1, looked * static_cast<std::size_t>(n_0)));
}

}  // namespace mlp::kernels
