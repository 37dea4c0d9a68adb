// SPDX-License-Identifier: MIT
// Matrices of which many numbers are zero: the others alone, in one list for each
// column (for products that sum over rows) or row (for sums over columns).
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

// Entries of columns or rows, a line of them each. A line may have marks: how many entries come
// before each of some places in it.
class EntryLists {
 public:
  EntryLists() = default;
  // Room for `lines` lists of up to `longest` entries.
  EntryLists(Index lines, Index longest, Index marks = 1);

  Entry* begin(Index line) { return entries_.data() + static_cast<std::size_t>(line) * stride_; }
  // The number of a line's entries up to its mark number k, to be written.
  std::uint32_t& mark(Index line, Index k = 0) { return marks_[at(line, k)]; }

  // A view of the lists, small enough for a loop to keep in registers.
  struct Lines {
    const Entry* entries;
    const std::uint32_t* marks;
    Index stride;
    Index marks_of_line;

    // The entries of a line from one of its marks to another; mark -1 is its beginning.
    std::span<const Entry> between(Index line, Index from, Index to) const {
      const std::uint32_t* const of_line = marks + line * marks_of_line;
      const std::uint32_t begin = from < 0 ? 0 : of_line[from];
      return {entries + line * stride + begin, of_line[to] - begin};
    }
  };
  Lines lines() const {
    return {entries_.data(), marks_.data(), static_cast<Index>(stride_), marks_of_line_};
  }
  std::span<const Entry> whole(Index line) const {
    return lines().between(line, -1, marks_of_line_ - 1);
  }

 private:
  std::size_t at(Index line, Index k) const {
    return static_cast<std::size_t>(line * marks_of_line_ + k);
  }

  std::size_t stride_ = 0;
  Index marks_of_line_ = 1;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> marks_;
};

inline constexpr Index kGroup = 64;  // rows from one mark of a column to the next

// The non-zero numbers of the columns of a matrix (rows, up to max_columns), in the order of the
// rows; line i is column i, with a mark after every kGroup rows.
struct SparseColumns {
  SparseColumns() = default;
  SparseColumns(Index n, Index max_columns)
      : rows(n), groups(round_up(n, kGroup) / kGroup), lists(max_columns, n, groups) {}

  // Those of the rows of a range, which begins at a multiple of kGroup and ends at one or with the
  // last row.
  std::span<const Entry> entries(Index column, Range of) const {
    return entries(lists.lines(), column, of);
  }
  static std::span<const Entry> entries(const EntryLists::Lines& lines, Index column, Range of) {
    return lines.between(column, of.begin / kGroup - 1, round_up(of.end, kGroup) / kGroup - 1);
  }

  Index rows = 0;
  Index groups = 0;
  EntryLists lists;
};

// The non-zero numbers of the rows of a matrix (rows, up to max_columns); line r is row r.
struct SparseRows {
  SparseRows() = default;
  SparseRows(Index n, Index max_columns) : lists(n, max_columns) {}

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
// Lists a range of rows, as in SparseColumns::entries(), from the first m columns' lists.
void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to);

}  // namespace mlp::kernels
