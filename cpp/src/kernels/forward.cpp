// SPDX-License-Identifier: MIT
// The products of forward and of backward through a layer, with what follows each fused to its end.
#include "functions.h"
#include "kernels.h"
#include "tile.h"

namespace mlp::kernels {
namespace {

// Rows of the right-hand factor that are gone through before the next columns: 32 rows of as many
// columns of the left-hand factor stay in a first-level cache.
constexpr Index kDepth = 4 * kPanel;

// The same where the zeros are left out: a block's columns of a panel fill some 50 KB.
constexpr Index kBlock = 330;

struct Blocks {
  Index count;
  Index size;
};

Blocks blocks_of(Index rows) {
  const Index count = std::max<Index>(1, (rows + kBlock / 2) / kBlock);
  return {count, round_up((rows + count - 1) / count, kGroup)};
}

// out = left right for a range of columns, eight rows by four columns at a time; `finish` gets the
// sums of each such tile.
//   left (n, k), right (k, m), out (n, m), which holds sums that are not finished
template <typename Finish>
void multiply(const Panels& left, const Panels& right, const Panels& out, Range columns,
              Finish finish) {
  const Index k = right.rows;
  for (Index panel = 0; panel < left.rows; panel += kPanel) {
    const Index rows = panel + left.height(panel);
    for (Index depth = 0; depth < k; depth += kDepth) {
      const Index until = std::min(depth + kDepth, k);
      for (Index i = columns.begin; i < columns.end; i += kColumns) {
        for (Index row = panel; row < rows; row += kTile) {
          Tile tile = depth == 0 ? zero_tile() : load_tile(out.at(row, i));
          for (Index p = depth; p < until; p += kPanel) {
            accumulate<1, kPanel>(tile, left.at(row, p), right.at(p, i),
                                  std::min(kPanel, until - p));
          }
          if (until == k) {
            finish(tile, row, i);
          } else {
            store_tile(out.at(row, i), tile);
          }
        }
      }
    }
  }
}

// A = g(Z) * D of `count` groups of four rows of a column, from sums without the bias. Not inlined:
// each loop would have a copy of every activation.
[[gnu::noinline]] void activate_column(const ForwardLayer& layer, const F32x4* sums, unsigned count,
                                       Index row, Index column) {
  float* const a = layer.A.at(row, column);
  const float* const b = layer.b.at(row, 0);
  float* const z_out = layer.Z ? layer.Z.at(row, column) : nullptr;
  const float* const d = layer.D ? layer.D.at(row, column) : nullptr;
  const auto finish = [&](auto g) {
    for (unsigned v = 0; v < count; ++v) {
      const F32x4 z = sums[v] + load(b + lane(v));
      if (z_out != nullptr) store(z_out + lane(v), z);
      F32x4 of_z = g(z);
      if (d != nullptr) of_z = of_z * load(d + lane(v));
      store(a + lane(v), of_z);
    }
  };
  if (!layer.g) return finish([](F32x4 z) { return z; });
  with_activation(
      *layer.g, [&]<Activation known>() { finish([](F32x4 z) { return activation<known>(z); }); });
}

bool is_plain_relu(const ForwardLayer& layer) {
  return layer.g == Activation::kRelu && !layer.Z && !layer.D;
}

// The sums of `count` groups of four rows of a column are finished and stored.
template <unsigned count>
void finish_column(const ForwardLayer& layer, bool plain_relu, const F32x4* sums, Index row,
                   Index column) {
  float* const a = layer.A.at(row, column);
  const float* const b = layer.b.at(row, 0);
  if (plain_relu) {
    const F32x4 zero = splat(0.0F);
    for (unsigned v = 0; v < count; ++v) store(a + lane(v), max(sums[v] + load(b + lane(v)), zero));
    return;
  }
  activate_column(layer, sums, count, row, column);
  // Rows that only fill up the last panel are zeros, whatever g(0) is.
  for (Index filling = layer.A.rows; filling < row + lane(count); ++filling) {
    a[filling - row] = 0.0F;
  }
}

// dZ = dA * g'(Z) of `count` groups of four rows of a column, with dropout dA = dA * D before. Not
// inlined, as activate_column().
[[gnu::noinline]] void derive_column(const BackwardLayer& layer, const F32x4* dA, unsigned count,
                                     Index row, Index column) {
  float* const dZ = layer.dZ_before.at(row, column);
  const float* const z = layer.Z.at(row, column);
  const float* const d = layer.D ? layer.D.at(row, column) : nullptr;
  with_activation(layer.g, [&]<Activation known>() {
    for (unsigned v = 0; v < count; ++v) {
      const F32x4 da = d != nullptr ? dA[v] * load(d + lane(v)) : dA[v];
      store(dZ + lane(v), da * slope<known>(load(z + lane(v))));
    }
  });
}

// dZ = dA * g'(Z) of `count` groups of four rows of a column; with dropout dA = dA * D before.
template <unsigned count>
void finish_column(const BackwardLayer& layer, bool plain_relu, const F32x4* dA, Index row,
                   Index column) {
  float* const dZ = layer.dZ_before.at(row, column);
  const float* const z = layer.Z.at(row, column);
  if (plain_relu) {
    const F32x4 zero = splat(0.0F);
    for (unsigned v = 0; v < count; ++v) {
      store(dZ + lane(v), where_greater(load(z + lane(v)), zero, dA[v], zero));
    }
    return;
  }
  derive_column(layer, dA, count, row, column);
}

bool is_plain_relu(const BackwardLayer& layer) { return layer.g == Activation::kRelu && !layer.D; }

// The product of `multiply`, with each column of each tile finished.
template <typename Layer>
void multiply_and_finish(const Layer& layer, const Panels& left, const Panels& right,
                         const Panels& out, Range columns) {
  const bool plain_relu = is_plain_relu(layer);
  multiply(left, right, out, columns, [&](const Tile& tile, Index row, Index column) {
    for (Index j = 0; j < kColumns; ++j) {
      const F32x4 sums[] = {tile.low[j], tile.high[j]};
      finish_column<2>(layer, plain_relu, sums, row, column + j);
    }
  });
}

// One panel, of `count` groups of four rows, of out = left right, finished.
template <unsigned count, typename Layer>
void multiply_panel(const Layer& layer, const Panels& left, const SparseColumns& right,
                    const Panels& out, Index panel, Range columns) {
  const bool plain_relu = is_plain_relu(layer);
  const auto* const numbers = reinterpret_cast<const char*>(left.at(panel, 0));
  const Blocks blocks = blocks_of(right.rows);
  const EntryLists::Lines lines = right.lists.lines();
  for (Index block = 0; block < blocks.count; ++block) {
    const Range rows = {std::min(block * blocks.size, right.rows),
                        std::min((block + 1) * blocks.size, right.rows)};
    for (Index i = columns.begin; i < columns.end; ++i) {
      float* const to = out.at(panel, i);
      F32x4 sums[count];
      for (unsigned v = 0; v < count; ++v) sums[v] = block == 0 ? splat(0.0F) : load(to + lane(v));
      add_entries<count>(sums, numbers, SparseColumns::entries(lines, i, rows));
      if (block + 1 == blocks.count) {
        finish_column<count>(layer, plain_relu, sums, panel, i);
      } else {
        for (unsigned v = 0; v < count; ++v) store(to + lane(v), sums[v]);
      }
    }
  }
}

template <typename Layer>
void multiply_and_finish(const Layer& layer, const Panels& left, const SparseColumns& right,
                         const Panels& out, Range columns) {
  for (Index panel = 0; panel < left.rows; panel += kPanel) {
    if (left.height(panel) > kPanel / 2) {
      multiply_panel<kPanel / 4>(layer, left, right, out, panel, columns);
    } else {
      multiply_panel<kPanel / 8>(layer, left, right, out, panel, columns);
    }
  }
}

}  // namespace

void forward(const ForwardLayer& layer, const Panels& A_before, Range columns) {
  multiply_and_finish(layer, layer.W, A_before, layer.A, columns);
}

void forward(const ForwardLayer& layer, const SparseColumns& A_before, Range columns) {
  multiply_and_finish(layer, layer.W, A_before, layer.A, columns);
}

void backward(const BackwardLayer& layer, Range columns) {
  multiply_and_finish(layer, layer.transposed, layer.dZ, layer.dZ_before, columns);
}

void backward(const BackwardLayer& layer, const SparseColumns& dZ, Range columns) {
  multiply_and_finish(layer, layer.transposed, dZ, layer.dZ_before, columns);
}

}  // namespace mlp::kernels
