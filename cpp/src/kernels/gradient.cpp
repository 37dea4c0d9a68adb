// SPDX-License-Identifier: MIT
// The products of backward that give the gradients, with the optimizer's step fused to their end:
// a gradient is in registers when the weights take their step along it.
#include "kernels.h"
#include "tile.h"

namespace mlp::kernels {
namespace {

// The step of four weights along their gradient. `at` is their place in `weights`, which have the
// same strides.
template <Method method>
void take_step(const Step& step, const Weights& weights, F32x4 sum, Index at) {
  F32x4 w = load(weights.W.data + at);
  F32x4 g = sum;
  // g = g + lambda w
  if (step.penalty != 0.0F) g = madd(splat(step.penalty), w, g);
  const F32x4 minus_alpha = splat(-step.alpha);
  if constexpr (method == Method::kGradientDescent) {
    // w = w - alpha g
    w = madd(minus_alpha, g, w);
  } else if constexpr (method == Method::kMomentum || method == Method::kNesterov) {
    // v = mu v + g;  w = w - alpha v, or w = w - alpha (g + mu v)
    const F32x4 mu = splat(step.mu);
    const F32x4 v = madd(mu, load(weights.first.data + at), g);
    store(weights.first.data + at, v);
    w = madd(minus_alpha, method == Method::kMomentum ? v : madd(mu, v, g), w);
  } else if constexpr (method == Method::kRmsprop) {
    // s = rho s + (1 - rho) g^2;  w = w - alpha g / (sqrt s + eps)
    const F32x4 s =
        madd(splat(step.rho), load(weights.second.data + at), splat(step.rest_of_rho) * (g * g));
    store(weights.second.data + at, s);
    w = madd(minus_alpha, g / (sqrt(s) + splat(step.epsilon)), w);
  } else {
    // w = w - alpha decay w  in kAdamW
    if constexpr (method == Method::kAdamW) w = splat(step.shrink) * w;
    // m = b1 m + (1 - b1) g;  v = b2 v + (1 - b2) g^2
    const F32x4 m = madd(splat(step.beta_1), load(weights.first.data + at), splat(step.rest_1) * g);
    const F32x4 v =
        madd(splat(step.beta_2), load(weights.second.data + at), splat(step.rest_2) * (g * g));
    store(weights.first.data + at, m);
    store(weights.second.data + at, v);
    // w = w - alpha (m / (1 - b1^t)) / (sqrt(v / (1 - b2^t)) + eps)
    w = madd(
        minus_alpha,
        (splat(step.correction_1) * m) / (sqrt(splat(step.correction_2) * v) + splat(step.epsilon)),
        w);
  }
  store(weights.W.data + at, w);
}

// Calls work.operator()<method>() with the step's method.
template <typename Work>
void with_method(Method method, Work work) {
  switch (method) {
    case Method::kGradientDescent:
      return work.template operator()<Method::kGradientDescent>();
    case Method::kMomentum:
      return work.template operator()<Method::kMomentum>();
    case Method::kNesterov:
      return work.template operator()<Method::kNesterov>();
    case Method::kRmsprop:
      return work.template operator()<Method::kRmsprop>();
    case Method::kAdam:
      return work.template operator()<Method::kAdam>();
    case Method::kAdamW:
      return work.template operator()<Method::kAdamW>();
  }
}

// The sums of `count` groups of four rows take their step, or are kept for the next chunk.
template <Method method, unsigned count>
void finish_column(const Step& step, const Weights& weights, const F32x4* sums, Index row,
                   Index column) {
  const Index at = weights.W.at(row, column) - weights.W.data;
  for (unsigned v = 0; v < count; ++v) {
    if (step.update) {
      take_step<method>(step, weights, sums[v], at + lane(v));
    } else {
      store(weights.sums.data + at + lane(v), sums[v]);
    }
  }
}

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

template <Method method>
void dense_gradient(const Step& step, const Weights& weights, const Panels& dZ,
                    const Panels& A_before, Index m, Index panel, Range columns) {
  const Index rows = panel + dZ.height(panel);
  for (Index column = columns.begin; column < columns.end; column += kColumns) {
    for (Index row = panel; row < rows; row += kTile) {
      Tile tile = step.add ? load_tile(weights.sums.at(row, column)) : zero_tile();
      accumulate<kPanel, 1>(tile, dZ.at(row, 0), A_before.at(column, 0), m);
      for (Index j = 0; j < kColumns; ++j) {
        const F32x4 sums[] = {tile.low[j], tile.high[j]};
        finish_column<method, 2>(step, weights, sums, row, column + j);
      }
    }
  }
}

// One panel, of `count` groups of four rows, for some columns of W.
template <Method method, unsigned count>
void sparse_gradient(const Step& step, const Weights& weights, const Panels& dZ,
                     const SparseRows& A_before, Index panel, Range columns) {
  const auto* const numbers = reinterpret_cast<const char*>(dZ.at(panel, 0));
  for (Index column = columns.begin; column < columns.end; ++column) {
    F32x4 sums[count];
    for (unsigned v = 0; v < count; ++v) {
      sums[v] = step.add ? load(weights.sums.at(panel + lane(v), column)) : splat(0.0F);
    }
    add_entries<count>(sums, numbers, A_before.lists.whole(column));
    finish_column<method, count>(step, weights, sums, panel, column);
  }
}

}  // namespace

Step make_step(const Optimizer& optimizer, double rate, Index t) {
  // b^t by squaring: the same bits everywhere, which std::pow does not promise.
  const auto power = [](double b, Index n) {
    double result = 1.0;
    for (; n > 0; n /= 2, b *= b) {
      if (n % 2 == 1) result *= b;
    }
    return result;
  };
  Step step;
  step.method = optimizer.method;
  step.alpha = static_cast<float>(rate);
  step.shrink = static_cast<float>(1.0 - rate * optimizer.decay);
  step.mu = static_cast<float>(optimizer.momentum);
  step.rho = static_cast<float>(optimizer.rho);
  step.beta_1 = static_cast<float>(optimizer.beta_1);
  step.beta_2 = static_cast<float>(optimizer.beta_2);
  // Taken before rounding: a b near 1 rounds to 1 in float32.
  step.rest_of_rho = static_cast<float>(1.0 - optimizer.rho);
  step.rest_1 = static_cast<float>(1.0 - optimizer.beta_1);
  step.rest_2 = static_cast<float>(1.0 - optimizer.beta_2);
  step.correction_1 = static_cast<float>(1.0 / (1.0 - power(optimizer.beta_1, t)));
  step.correction_2 = static_cast<float>(1.0 / (1.0 - power(optimizer.beta_2, t)));
  step.epsilon = static_cast<float>(optimizer.epsilon);
  return step;
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
    for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
      dense_gradient<method>(step, weights, dZ, A_before, m, panel, columns);
    }
  });
  if (step.update) transpose(weights, columns);
}

void gradient(const Step& step, const Weights& weights, const Panels& dZ,
              const SparseRows& A_before, Range columns) {
  with_method(step.method, [&]<Method method>() {
    for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
      if (dZ.height(panel) > kPanel / 2) {
        sparse_gradient<method, kPanel / 4>(step, weights, dZ, A_before, panel, columns);
      } else {
        sparse_gradient<method, kPanel / 8>(step, weights, dZ, A_before, panel, columns);
      }
    }
  });
  if (step.update) transpose(weights, columns);
}

void gradient_of_biases(const Step& step, const Weights& b, const Panels& dZ, Index m) {
  constexpr unsigned kGroups = kPanel / 4;
  with_method(step.method, [&]<Method method>() {
    for (Index panel = 0; panel < dZ.rows; panel += kPanel) {
      const float* const dz = dZ.at(panel, 0);
      F32x4 sums[kGroups];
      for (unsigned v = 0; v < kGroups; ++v) {
        sums[v] = step.add ? load(b.sums.at(panel + lane(v), 0)) : splat(0.0F);
      }
      for (Index i = 0; i < m; ++i) {
        for (unsigned v = 0; v < kGroups; ++v) sums[v] = sums[v] + load(dz + i * kPanel + lane(v));
      }
      finish_column<method, kGroups>(step, b, sums, panel, 0);
    }
  });
}

void update(const Step& step, const Weights& weights, Range columns) {
  constexpr unsigned kGroups = kPanel / 4;
  with_method(step.method, [&]<Method method>() {
    for (Index panel = 0; panel < weights.W.rows; panel += kPanel) {
      for (Index column = columns.begin; column < columns.end; ++column) {
        F32x4 sums[kGroups];
        for (unsigned v = 0; v < kGroups; ++v)
          sums[v] = load(weights.sums.at(panel + lane(v), column));
        finish_column<method, kGroups>(step, weights, sums, panel, column);
      }
    }
  });
  if (step.update) transpose(weights, columns);
}

}  // namespace mlp::kernels
