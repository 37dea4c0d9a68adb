// SPDX-License-Identifier: MIT
#include "sparse.h"

#include <algorithm>
#include <bit>

#include "f32x4.h"

namespace mlp::kernels {
namespace {

constexpr Index kLineEntries = 8;  // of a cache line

// Bit k is set where pixel k of a group is not zero.
std::uint64_t non_zero_of_group(const std::uint8_t* pixels) {
  std::uint64_t bits = 0;
  for (Index k = 0; k < kGroup; k += 16) {
    bits |= static_cast<std::uint64_t>(non_zero_bytes(pixels + k)) << k;
  }
  return bits;
}

float scaled(std::uint8_t byte) { return static_cast<float>(byte) * (1.0F / 255.0F); }

}  // namespace

EntryLists::EntryLists(Index lines, Index longest, Index marks)
    // An odd number of cache lines, so that the lists begin in different cache sets.
    : stride_(static_cast<std::size_t>((round_up(longest, kLineEntries) / kLineEntries | 1) *
                                       kLineEntries)),
      marks_of_line_(marks),
      entries_(static_cast<std::size_t>(lines) * stride_),
      marks_(static_cast<std::size_t>(lines * marks)) {}

// Every number is written where the next non-zero one belongs, and stays only if it is none: no
// branch that a processor could guess wrongly.
void list_columns(const Panels& A, Range columns, SparseColumns& to) {
  for (Index i = columns.begin; i < columns.end; ++i) {
    Entry* const begin = to.lists.begin(i);
    Entry* entry = begin;
    for (Index panel = 0; panel < A.rows; panel += kPanel) {
      const float* const a = A.at(panel, i);
      const Index height = A.height(panel);
      for (Index r = 0; r < height; ++r) {
        *entry = {offset_of(panel + r), a[r]};
        entry += a[r] != 0.0F ? 1 : 0;
      }
      to.lists.mark(i, panel / kGroup) = static_cast<std::uint32_t>(entry - begin);
    }
  }
}

void list_rows(const Panels& A, Index m, Range rows, SparseRows& to) {
  for (Index row = rows.begin; row < rows.end; ++row) {
    Entry* const begin = to.lists.begin(row);
    Entry* entry = begin;
    const float* const a = A.at(row, 0);
    for (Index i = 0; i < m; ++i) {
      *entry = {offset_of(i), a[i * kPanel]};
      entry += a[i * kPanel] != 0.0F ? 1 : 0;
    }
    to.lists.mark(row) = static_cast<std::uint32_t>(entry - begin);
  }
}

void list_columns(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
                  Index n_0, Range columns, SparseColumns& to) {
  const auto pixels = static_cast<std::size_t>(n_0);
  for (Index i = columns.begin; i < columns.end; ++i) {
    const std::uint8_t* image = images.data() + chosen[static_cast<std::size_t>(i)] * pixels;
    Entry* const begin = to.lists.begin(i);
    Entry* entry = begin;
    Index p = 0;
    for (; p + kGroup <= n_0; p += kGroup) {
      for (std::uint64_t rest = non_zero_of_group(image + p); rest != 0; rest &= rest - 1) {
        const Index at = p + std::countr_zero(rest);
        *entry++ = {offset_of(at), scaled(image[at])};
      }
      to.lists.mark(i, p / kGroup) = static_cast<std::uint32_t>(entry - begin);
    }
    if (p == n_0) continue;
    // Less than a group is left of the image.
    for (Index at = p; at < n_0; ++at) {
      if (image[at] != 0) *entry++ = {offset_of(at), scaled(image[at])};
    }
    to.lists.mark(i, p / kGroup) = static_cast<std::uint32_t>(entry - begin);
  }
}

void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to) {
  for (Index row = rows.begin; row < rows.end; ++row) to.lists.mark(row) = 0;
  constexpr std::uint32_t kBytes = offset_of(1);
  const EntryLists::Lines lines = from.lists.lines();
  std::uint32_t* const counts = &to.lists.mark(0);
  Entry* const entries = to.lists.begin(0);
  const Index stride = to.lists.lines().stride;
  for (Index i = 0; i < m; ++i) {
    const std::uint32_t column = offset_of(i);
    for (const Entry& entry : SparseColumns::entries(lines, i, rows)) {
      const Index row = static_cast<Index>(entry.offset / kBytes);
      entries[row * stride + static_cast<Index>(counts[row]++)] = {column, entry.value};
    }
  }
}

}  // namespace mlp::kernels
