// SPDX-License-Identifier: MIT
// The products of backward that give the gradients, with the optimizer's step fused to their end:
// a gradient is in registers when the weights take their step along it.
#include "kernels.h"
#include "mlp/methods/optimizer_formulas.h"
#include "mlp/methods/regulariser_formulas.h"
#include "tile.h"

namespace mlp::kernels {
namespace {

// The step of weights along their gradient. All that it needs stands in the object itself, which
// nobody else can see: a store to the weights might change the structs that it came from, for all
// that a compiler knows, so it would read them again for every number.
template <Method method>
struct OptimizerStep {
  OptimizerStep(const Step& step, const Weights& weights)
      : W(weights.W.data),
        kept(weights.sums.data),
        first(weights.first.data),
        second(weights.second.data),
        add(step.add),
        update(step.update),
        penalised(step.penalty != 0.0F),
        penalty(splat(step.penalty)),
        factors(step.factors.each(splat)) {}

  // Whether weights whose gradient is zero stay as they are.
  bool rests() const { return method == Method::kGradientDescent && update && !add && !penalised; }

  // Of four weights; `at` is their place in all of the matrices, which have the same strides.
  void take(F32x4 sum, Index at) const {
    F32x4 w = load(W + at);
    // g = dW + lambda w
    const F32x4 g = penalised ? with_penalty(penalty, w, sum) : sum;
    F32x4 m = keeps_first(method) ? load(first + at) : g;
    F32x4 v = keeps_second(method) ? load(second + at) : g;
    take_step<method>(factors, w, g, m, v);
    if constexpr (keeps_first(method)) store(first + at, m);
    if constexpr (keeps_second(method)) store(second + at, v);
    store(W + at, w);
  }

  // The sums of `count` groups of four rows before the examples of this chunk.
  template <unsigned count>
  void begin(F32x4* sums, Index at) const {
    for (unsigned v = 0; v < count; ++v) sums[v] = add ? load(kept + at + lane(v)) : splat(0.0F);
  }

  // The sums of `count` groups of four rows take their step, or are kept for the next chunk.
  template <unsigned count>
  void finish(const F32x4* sums, Index at) const {
    if (update) {
      for (unsigned v = 0; v < count; ++v) take(sums[v], at + lane(v));
    } else {
      for (unsigned v = 0; v < count; ++v) store(kept + at + lane(v), sums[v]);
    }
  }

  float* W;
  float* kept;
  float* first;
  float* second;
  bool add, update, penalised;
  F32x4 penalty;
  StepFactors<F32x4> factors;
};

// Writes 4 columns of a panel of W, as they are now, as 4 rows of W^T.
void write_transposed(const Weights& weights, Index panel, Index column) {
  float* const to = weights.transposed.at(column, panel);
  const Index rows = weights.W.height(panel);
  for (Index row = 0; row < rows; row += 4) {
    const float* const from = weights.W.at(panel + row, column);
    F32x4 w[] = {load(from), load(from + kPanel), load(from + 2 * kPanel), load(from + 3 * kPanel)};
    transpose(w[0], w[1], w[2], w[3]);
    // W^T has room for columns up to a multiple of 4.
    for (Index r = 0; r < 4; ++r) store(to + (row + r) * kPanel, w[r]);
  }
}

// Where a column of a panel begins in the numbers of W.
Index place(const Weights& weights, Index panel, Index column) {
  return weights.W.at(panel, column) - weights.W.data;
}

// Finishes the sums of so many rows of one panel of a column, by any method. Not inlined: for what
// is not worth a loop of its own for each method.
[[gnu::noinline]] void finish_panel(const Step& step, const Weights& weights, const F32x4* sums,
                                    Index at, Index rows) {
  with_method(step.method, [&]<Method method>() {
    const OptimizerStep<method> own(step, weights);
    for (Index row = 0; row < rows; row += 4) {
      own.template finish<1>(sums + row / 4, at + row);
    }
  });
}

template <Method method>
void dense_gradient(const OptimizerStep<method>& optimizer_step, const Weights& weights,
                    const Panels& dZ, const Panels& A_before, Index m, Index panel, Range columns) {
  const OptimizerStep<method> own = optimizer_step;
  const Index rows = dZ.height(panel);
  const Index first = place(weights, panel, 0);
  for (Index column = columns.begin; column < columns.end; column += kColumns) {
    for (Index row = 0; row < rows; row += kTile) {
      const Index at = first + column * kPanel + row;
      Tile tile = own.add ? load_tile(own.kept + at) : zero_tile();
      accumulate<kPanel, 1>(tile, dZ.at(panel + row, 0), A_before.at(column, 0), m);
      for (Index j = 0; j < kColumns; ++j) {
        const F32x4 sums[] = {tile.low[j], tile.high[j]};
        own.template finish<2>(sums, at + j * kPanel);
      }
    }
  }
}

// One panel, of `count` groups of four rows, for some columns of W.
template <Method method, unsigned count>
void sparse_gradient(const OptimizerStep<method>& optimizer_step, const Weights& weights,
                     const Panels& dZ, const SparseRows& A_before, Index panel, Range columns) {
  const OptimizerStep<method> own = optimizer_step;
  const auto* const numbers = reinterpret_cast<const char*>(dZ.at(panel, 0));
  const Index first = place(weights, panel, 0);
  const EntryLists::Lines lines = A_before.lists.lines();
  for (Index column = columns.begin; column < columns.end; ++column) {
    const std::span<const Entry> entries = lines.between(column, -1, 0);
    if (entries.empty() && own.rests()) continue;
    const Index at = first + column * kPanel;
    F32x4 sums[count];
    own.template begin<count>(sums, at);
    add_entries<count>(sums, numbers, entries);
    own.template finish<count>(sums, at);
  }
}

}  // namespace

Step make_step(const Optimizer& optimizer, double rate, double decay, Index t) {
  return {.method = optimizer.method, .factors = step_factors<float>(optimizer, rate, decay, t)};
}

void transpose(const Weights& weights, Range columns) {
  if (!weights.transposed) return;
  for (Index panel = 0; panel < weights.W.rows; panel += kPanel) {
    for (Index column = columns.begin; column < columns.end; column += kColumns) {
      write_transposed(weights, panel, column);
    }
  }
}

void gradient(const Step& step, const Weights& weights, const Panels& dZ, const Panels& A_before,
              Index m, Range columns) {
  with_method(step.method, [&]<Method method>() {
    const OptimizerStep<method> optimizer_step(step, weights);
    for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
      dense_gradient<method>(optimizer_step, weights, dZ, A_before, m, panel, columns);
    }
  });
  if (step.update) transpose(weights, columns);
}

void gradient(const Step& step, const Weights& weights, const Panels& dZ,
              const SparseRows& A_before, Range columns) {
  with_method(step.method, [&]<Method method>() {
    const OptimizerStep<method> optimizer_step(step, weights);
    for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
      if (dZ.height(panel) > kPanel / 2) {
        sparse_gradient<method, kPanel / 4>(optimizer_step, weights, dZ, A_before, panel, columns);
      } else {
        sparse_gradient<method, kPanel / 8>(optimizer_step, weights, dZ, A_before, panel, columns);
      }
    }
  });
  if (step.update) transpose(weights, columns);
}

void gradient_of_biases(const Step& step, const Weights& b, const Panels& dZ, Index m) {
  constexpr unsigned kGroups = kPanel / 4;
  for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
    const float* const dz = dZ.at(panel, 0);
    const Index at = place(b, panel, 0);
    F32x4 sums[kGroups];
    for (unsigned v = 0; v < kGroups; ++v) {
      sums[v] = step.add ? load(b.sums.data + at + lane(v)) : splat(0.0F);
    }
    // db = sum of dZ over the examples
    for (Index i = 0; i < m; ++i) {
      for (unsigned v = 0; v < kGroups; ++v) sums[v] = sums[v] + load(dz + i * kPanel + lane(v));
    }
    finish_panel(step, b, sums, at, dZ.height(panel));
  }
}

void update(const Step& step, const Weights& weights, Range columns) {
  constexpr unsigned kGroups = kPanel / 4;
  for (Index panel = 0; panel < weights.W.rows; panel += kPanel) {
    const Index first = place(weights, panel, 0);
    for (Index column = columns.begin; column < columns.end; ++column) {
      const Index at = first + column * kPanel;
      F32x4 sums[kGroups];
      for (unsigned v = 0; v < kGroups; ++v) sums[v] = load(weights.sums.data + at + lane(v));
      finish_panel(step, weights, sums, at, weights.W.height(panel));
    }
  }
  if (step.update) transpose(weights, columns);
}

}  // namespace mlp::kernels
