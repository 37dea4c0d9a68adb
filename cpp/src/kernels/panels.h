// SPDX-License-Identifier: MIT
// How the kernels keep matrices: in panels of 32 rows, each panel column after column, so that a
// kernel reads memory in one direction and 8 registers hold a panel's column. The last panel is
// filled up with rows that no kernel writes anything but zeros or garbage of its own to, and that
// nobody reads.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstring>
#include <new>
#include <span>
#include <utility>

#include "mlp/base/range.h"
#include "mlp/base/types.h"

namespace mlp::kernels {

inline constexpr Index kPanel = 32;   // rows of a panel
inline constexpr Index kTile = 8;     // rows of a panel that a dense kernel works on at once
inline constexpr Index kColumns = 4;  // columns likewise

// Rows from the first of a panel to group v of four.
constexpr Index lane(unsigned v) { return static_cast<Index>(v * 4); }

constexpr Index round_up(Index n, Index to) { return (n + to - 1) / to * to; }

using mlp::Range;
using mlp::share;

// A view of a matrix (rows, columns) in panels.
struct Panels {
  float* data = nullptr;
  Index rows = 0;
  Index columns = 0;
  Index stride = 0;  // floats from one panel to the next

  float* at(Index row, Index column) const {
    return data + row / kPanel * stride + column * kPanel + row % kPanel;
  }
  // The rows of the panel that begins at `row`.
  Index height(Index row) const { return std::min(kPanel, rows - row); }
  explicit operator bool() const { return data != nullptr; }
};

// A matrix in panels, all zeros at first. Columns are filled up to a multiple of 4.
class PanelMatrix {
 public:
  PanelMatrix() = default;
  PanelMatrix(Index rows, Index columns) : rows_(rows), columns_(columns) {
    // A cache line more than a power of two often is: panels begin in different cache sets.
    stride_ = round_up(columns, kColumns) * kPanel + kLine;
    data_ = allocate();
    clear();
  }
  PanelMatrix(const PanelMatrix& other)
      : rows_(other.rows_), columns_(other.columns_), stride_(other.stride_), data_(allocate()) {
    copy_from(other);
  }
  PanelMatrix(PanelMatrix&& other) noexcept { swap(other); }
  PanelMatrix& operator=(PanelMatrix other) noexcept {
    swap(other);
    return *this;
  }
  ~PanelMatrix() {
    if (data_ != nullptr) ::operator delete(data_, kAlignment);
  }

  Panels view() const { return {data_, rows_, columns_, stride_}; }
  // All the floats, those included that only fill up.
  std::span<float> numbers() { return {data_, floats()}; }
  std::span<const float> numbers() const { return {data_, floats()}; }
  Index rows() const { return rows_; }
  Index columns() const { return columns_; }
  bool empty() const { return data_ == nullptr; }
  void clear() { std::fill_n(data_, floats(), 0.0F); }
  // Of a matrix of the same shape. No heap use.
  void copy_from(const PanelMatrix& other) { std::copy_n(other.data_, floats(), data_); }

  template <typename Derived>
  void pack(const Eigen::MatrixBase<Derived>& matrix) {
    for (Index c = 0; c < columns_; ++c) {
      for (Index r = 0; r < rows_; ++r) *view().at(r, c) = matrix(r, c);
    }
  }
  Matrix<float> unpack() const {
    Matrix<float> matrix(rows_, columns_);
    for (Index c = 0; c < columns_; ++c) {
      for (Index r = 0; r < rows_; ++r) matrix(r, c) = *view().at(r, c);
    }
    return matrix;
  }

 private:
  static constexpr std::align_val_t kAlignment{64};
  static constexpr Index kLine = 16;  // floats of a cache line

  std::size_t floats() const {
    return static_cast<std::size_t>(round_up(rows_, kPanel) / kPanel * stride_);
  }
  float* allocate() const {
    if (floats() == 0) return nullptr;
    return static_cast<float*>(::operator new(floats() * sizeof(float), kAlignment));
  }
  void swap(PanelMatrix& other) noexcept {
    std::swap(rows_, other.rows_);
    std::swap(columns_, other.columns_);
    std::swap(stride_, other.stride_);
    std::swap(data_, other.data_);
  }

  Index rows_ = 0;
  Index columns_ = 0;
  Index stride_ = 0;
  float* data_ = nullptr;
};

}  // namespace mlp::kernels
