// SPDX-License-Identifier: MIT
// The hearts of the products: sums in registers, of 8 rows by 4 columns where all numbers count, of
// one column of a panel where the zeros are left out.
#pragma once

#include "f32x4.h"
#include "panels.h"
#include "sparse.h"

namespace mlp::kernels {

// 8 rows, in a low and a high half, of 4 columns.
struct Tile {
  F32x4 low[kColumns];
  F32x4 high[kColumns];
};

inline Tile zero_tile() {
  const F32x4 zero = splat(0.0F);
  return {{zero, zero, zero, zero}, {zero, zero, zero, zero}};
}

// Neighbouring columns of a panel are kPanel floats apart.
inline Tile load_tile(const float* from) {
  Tile tile;
  for (Index j = 0; j < kColumns; ++j) {
    tile.low[j] = load(from + j * kPanel);
    tile.high[j] = load(from + j * kPanel + 4);
  }
  return tile;
}

inline void store_tile(float* to, const Tile& tile) {
  for (Index j = 0; j < kColumns; ++j) {
    store(to + j * kPanel, tile.low[j]);
    store(to + j * kPanel + 4, tile.high[j]);
  }
}

// Adds a_t b_t^T for t = 0 ... depth - 1, one after the other: a_t is the 8 floats at
// a + t kPanel, and number j of b_t the float at b + t b_step + j b_offset.
// Not unrolled over t: V8 would run out of registers.
template <Index b_step, Index b_offset>
inline void accumulate(Tile& tile, const float* a, const float* b, Index depth) {
  for (const float* end = a + depth * kPanel; a != end; a += kPanel, b += b_step) {
    const F32x4 low = load(a);
    const F32x4 high = load(a + 4);
    for (Index j = 0; j < kColumns; ++j) {
      const F32x4 factor = load_splat(b + j * b_offset);
      tile.low[j] = madd(low, factor, tile.low[j]);
      tile.high[j] = madd(high, factor, tile.high[j]);
    }
  }
}

// Adds the columns of a panel that the entries point to, times their values, one after the other.
template <unsigned count>
inline void add_entries(F32x4* sums, const char* panel, std::span<const Entry> entries) {
  for (const Entry& entry : entries) {
    const auto* const column = reinterpret_cast<const float*>(panel + entry.offset);
    const F32x4 factor = load_splat(&entry.value);
    for (unsigned v = 0; v < count; ++v) sums[v] = madd(load(column + lane(v)), factor, sums[v]);
  }
}

}  // namespace mlp::kernels
