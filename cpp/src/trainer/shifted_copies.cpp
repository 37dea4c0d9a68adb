// SPDX-License-Identifier: MIT
#include "trainer/shifted_copies.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <numeric>
#include <string>

#include "mlp/data/augment.h"

namespace mlp {
namespace {

struct Move {
  Index x;
  Index y;
};

constexpr std::array<Move, 9> kMoves = {
    {{0, 0}, {-1, 0}, {1, 0}, {0, -1}, {0, 1}, {-1, -1}, {1, -1}, {-1, 1}, {1, 1}}};

}  // namespace

Status check_copies(Index copies, Index pixels) {
  if (copies == 1) return Status::good();
  if (copies != 5 && copies != 9) {
    return Status::bad(Code::kBadSetting, "copies: must be 1, 5 or 9.");
  }
  if (side_of(pixels) > 0) return Status::good();
  return Status::bad(Code::kBadSetting, "copies: images of " + std::to_string(pixels) +
                                            " pixels are not square; use 1.");
}

Examples ShiftedCopies::of(const Examples& examples, Index copy) {
  if (copy == 0) return examples;
  if (images_.empty()) {
    images_.resize(static_cast<std::size_t>(pixels_ * max_examples_));
    labels_.resize(static_cast<std::size_t>(max_examples_));
    all_.resize(labels_.size());
    std::iota(all_.begin(), all_.end(), 0U);
  }
  const Move move = kMoves[static_cast<std::size_t>(copy)];
  const Index side = side_of(pixels_);
  // The part of the old image that is in the new one.
  const Index left = std::max<Index>(0, -move.x);
  const Index width = side - std::abs(move.x);
  const auto pixels = static_cast<std::size_t>(pixels_);
  std::ranges::fill(images_, std::uint8_t{0});
  const std::size_t m = examples.chosen.size();
  for (std::size_t i = 0; i < m; ++i) {
    const std::uint8_t* const from = &examples.images[examples.chosen[i] * pixels];
    std::uint8_t* const to = &images_[i * pixels];
    for (Index y = std::max<Index>(0, -move.y); y < side - std::max<Index>(0, move.y); ++y) {
      std::copy_n(from + y * side + left, width, to + (y + move.y) * side + left + move.x);
    }
  }
  const bool judged = !examples.labels.empty();
  for (std::size_t i = 0; judged && i < m; ++i) labels_[i] = examples.labels[examples.chosen[i]];
  return {images_, std::span<const std::uint8_t>(labels_).first(judged ? m : 0),
          std::span<const std::uint32_t>(all_).first(m)};
}

}  // namespace mlp
