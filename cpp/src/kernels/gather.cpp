// SPDX-License-Identifier: MIT
#include "kernels.h"

namespace mlp::kernels {

const char* name() {
#if defined(MLP_TURBO) && defined(__wasm_relaxed_simd__)
  return "relaxed simd";
#elif defined(__wasm_simd128__)
  return "simd128";
#elif defined(__SSE4_1__)
  return "sse4.1";
#else
  return "scalar";
#endif
}

void fetch(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen, Index n_0,
           Range columns) {
  constexpr std::size_t kLine = 64;
  const auto pixels = static_cast<std::size_t>(n_0);
  std::uint8_t sum = 0;
  for (Index i = columns.begin; i < columns.end; ++i) {
    const std::uint8_t* image = images.data() + chosen[static_cast<std::size_t>(i)] * pixels;
    for (std::size_t p = 0; p < pixels; p += kLine) sum = static_cast<std::uint8_t>(sum + image[p]);
    sum = static_cast<std::uint8_t>(sum + image[pixels - 1]);
  }
  // So that no compiler leaves the reading out.
  [[maybe_unused]] const volatile std::uint8_t read = sum;
}

void gather(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
            const Panels& X, Range columns) {
  const auto n_0 = static_cast<std::size_t>(X.rows);
  for (Index i = columns.begin; i < columns.end; ++i) {
    const std::uint8_t* image = images.data() + chosen[static_cast<std::size_t>(i)] * n_0;
    for (Index panel = 0; panel < X.rows; panel += kPanel) {
      float* const x = X.at(panel, i);
      const Index height = X.height(panel);
      for (Index r = 0; r < height; ++r) {
        x[r] = static_cast<float>(image[panel + r]) * (1.0F / 255.0F);
      }
    }
  }
}

}  // namespace mlp::kernels
