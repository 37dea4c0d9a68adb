// SPDX-License-Identifier: MIT
#include "sparse.h"

#include <algorithm>
#include <bit>

#include "f32x4.h"

namespace mlp::kernels {
namespace {

constexpr Index kGroup = 64;       // pixels whose zeros are found at once
constexpr Index kBlockRows = 330;  // of a panel fill some 50 KB
constexpr Index kLooked = 8;       // columns that an estimate looks at
constexpr Index kLineEntries = 8;  // of a cache line

float scaled(std::uint8_t byte) { return static_cast<float>(byte) * (1.0F / 255.0F); }

}  // namespace

EntryLists::EntryLists(Index lines, Index longest)
    // An odd number of cache lines, so that the lists begin in different cache sets.
    : stride_(static_cast<std::size_t>((round_up(longest, kLineEntries) / kLineEntries | 1) *
                                       kLineEntries)),
      entries_(static_cast<std::size_t>(lines) * stride_),
      counts_(static_cast<std::size_t>(lines)) {}

Blocks::Blocks(Index rows)
    : rows_(rows),
      count_(std::max<Index>(1, (rows + kBlockRows / 2) / kBlockRows)),
      size_(round_up((rows + count_ - 1) / count_, kGroup)) {}

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

// Every number is written where the next non-zero one belongs, and stays only if it is none: no
// branch that a processor could guess wrongly.
void list_columns(const Panels& A, Range columns, SparseColumns& to) {
  for (Index i = columns.begin; i < columns.end; ++i) {
    for (Index block = 0; block < to.blocks.count(); ++block) {
      const Index line = i * to.blocks.count() + block;
      Entry* entry = to.lists.begin(line);
      const Range rows = to.blocks[block];
      for (Index panel = rows.begin; panel < rows.end; panel += kPanel) {
        const float* const a = A.at(panel, i);
        const Index height = std::min(kPanel, rows.end - panel);
        for (Index r = 0; r < height; ++r) {
          *entry = {offset_of(panel + r), a[r]};
          entry += a[r] != 0.0F ? 1 : 0;
        }
      }
      to.lists.set_count(line, entry);
    }
  }
}

void list_rows(const Panels& A, Index m, Range rows, SparseRows& to) {
  for (Index row = rows.begin; row < rows.end; ++row) {
    Entry* entry = to.lists.begin(row);
    const float* const a = A.at(row, 0);
    for (Index i = 0; i < m; ++i) {
      *entry = {offset_of(i), a[i * kPanel]};
      entry += a[i * kPanel] != 0.0F ? 1 : 0;
    }
    to.lists.set_count(row, entry);
  }
}

void list_columns(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
                  Index n_0, Range columns, SparseColumns& to) {
  const auto pixels = static_cast<std::size_t>(n_0);
  for (Index i = columns.begin; i < columns.end; ++i) {
    const std::uint8_t* image = images.data() + chosen[static_cast<std::size_t>(i)] * pixels;
    for (Index block = 0; block < to.blocks.count(); ++block) {
      const Index line = i * to.blocks.count() + block;
      Entry* entry = to.lists.begin(line);
      const Range rows = to.blocks[block];
      Index p = rows.begin;
      for (; p + kGroup <= rows.end; p += kGroup) {
        std::uint64_t rest = 0;
        for (Index k = 0; k < kGroup; k += 16) {
          rest |= static_cast<std::uint64_t>(non_zero_bytes(image + p + k)) << k;
        }
        for (; rest != 0; rest &= rest - 1) {
          const Index at = p + std::countr_zero(rest);
          *entry++ = {offset_of(at), scaled(image[at])};
        }
      }
      // Less than a group is left of the image.
      for (; p < rows.end; ++p) {
        if (image[p] != 0) *entry++ = {offset_of(p), scaled(image[p])};
      }
      to.lists.set_count(line, entry);
    }
  }
}

void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to) {
  std::uint32_t* const counts = to.lists.counts();
  std::fill(counts + rows.begin, counts + rows.end, 0U);
  constexpr std::uint32_t kBytes = offset_of(1);
  const std::uint32_t first = offset_of(rows.begin);
  const std::uint32_t last = offset_of(rows.end);
  for (Index block = 0; block < from.blocks.count(); ++block) {
    const Range in_block = from.blocks[block];
    if (in_block.end <= rows.begin || in_block.begin >= rows.end) continue;
    for (Index i = 0; i < m; ++i) {
      std::span<const Entry> entries = from.lists.line(i * from.blocks.count() + block);
      const Entry* entry = entries.data();
      const Entry* end = entry + entries.size();
      if (in_block.begin < rows.begin) {
        entry = std::ranges::lower_bound(entry, end, first, {}, &Entry::offset);
      }
      if (in_block.end > rows.end) {
        end = std::ranges::lower_bound(entry, end, last, {}, &Entry::offset);
      }
      const std::uint32_t column = offset_of(i);
      for (; entry != end; ++entry) {
        const Index row = entry->offset / kBytes;
        to.lists.begin(row)[counts[row]++] = {column, entry->value};
      }
    }
  }
}

}  // namespace mlp::kernels
