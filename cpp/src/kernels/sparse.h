// SPDX-License-Identifier: MIT
// Matrices of which many numbers are zero: the others alone, in one list for each line. A line is a
// column (for products that sum over rows) or a row (for sums over columns).
//
// A product that leaves out the zeros adds the same numbers in the same order as one that does not,
// so its bits are the same (but for weights that are infinite or NaN).
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "panels.h"

namespace mlp::kernels {

// A number that is not zero, and where the numbers that it is multiplied by stand: in bytes from
// the beginning of a panel.
struct Entry {
  std::uint32_t offset;
  float value;
};

constexpr std::uint32_t offset_of(Index column) {
  return static_cast<std::uint32_t>(column * kPanel) * sizeof(float);
}

// The entries of some lines.
class EntryLists {
 public:
  EntryLists() = default;
  // Room for `lines` lists of up to `longest` entries.
  EntryLists(Index lines, Index longest);

  std::span<const Entry> line(Index number) const {
    const auto at = static_cast<std::size_t>(number);
    return std::span(entries_).subspan(at * stride_, counts_[at]);
  }
  // Where a line's entries begin, to be written, and how many there are then.
  Entry* begin(Index number) {
    return entries_.data() + static_cast<std::size_t>(number) * stride_;
  }
  void set_count(Index number, const Entry* end) {
    counts_[static_cast<std::size_t>(number)] = static_cast<std::uint32_t>(end - begin(number));
  }
  std::uint32_t* counts() { return counts_.data(); }

 private:
  std::size_t stride_ = 0;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> counts_;
};

// The rows of a matrix are cut into blocks, so that what they are multiplied by, a block's columns
// of a panel, stays in a first-level cache.
class Blocks {
 public:
  Blocks() = default;
  explicit Blocks(Index rows);

  Index count() const { return count_; }
  Range operator[](Index number) const {
    return {std::min(number * size_, rows_), std::min((number + 1) * size_, rows_)};
  }
  Index size() const { return size_; }

 private:
  Index rows_ = 0;
  Index count_ = 1;
  Index size_ = 0;
};

// The non-zero numbers of the columns of a matrix (rows, up to max_columns); the list of block k of
// column i is line i * blocks.count() + k.
struct SparseColumns {
  SparseColumns() = default;
  SparseColumns(Index rows, Index max_columns)
      : blocks(rows), lists(max_columns * blocks.count(), blocks.size()) {}

  Blocks blocks;
  EntryLists lists;
};

// The non-zero numbers of its rows; the list of row r is line r.
struct SparseRows {
  SparseRows() = default;
  SparseRows(Index rows, Index max_columns) : lists(rows, max_columns) {}

  EntryLists lists;
};

// How many of the numbers are not zero, 0 ... 1, by the look of a few columns of the range.
double density(const Panels& A, Range columns);
// The same of the chosen images, n_0 bytes each.
double density(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
               Index n_0);

// Lists the non-zero numbers of a range of columns, or of rows over the first m columns.
void list_columns(const Panels& A, Range columns, SparseColumns& to);
void list_rows(const Panels& A, Index m, Range rows, SparseRows& to);

// Lists the non-zero pixels of the chosen images (n_0 bytes each), bytes scaled to 0 ... 1, as the
// columns X.
void list_columns(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
                  Index n_0, Range columns, SparseColumns& to);
// Lists a range of rows from the first m columns' lists.
void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to);

}  // namespace mlp::kernels
