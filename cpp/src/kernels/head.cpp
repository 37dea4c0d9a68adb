// SPDX-License-Identifier: MIT
// The last layer's answers, their cost, and the derivative with which backward begins.
#include "functions.h"
#include "kernels.h"
#include "mlp/methods/loss_formulas.h"
#include "mlp/methods/regulariser_formulas.h"

namespace mlp::kernels {
namespace {

// The label's own share of the answer after smoothing, and that of every other.
struct Target {
  float share;
  float others;
};

Target target(const Head& head, Index answers) {
  const auto n = static_cast<float>(answers);
  return {smoothed(head.smoothing, n, 1.0F), smoothed(head.smoothing, n, 0.0F)};
}

// softplus(z) - y z, dZ = c (A - Y)
void sigmoid_column(const Head& head, Index i) {
  const bool yes = head.labels[static_cast<std::size_t>(i)] == head.positive;
  const Target share = target(head, 2);
  const float y = yes ? share.share : share.others;
  const float c = yes ? head.positive_weight : 1.0F;
  const float z = *head.Z.at(0, i);
  const auto p = static_cast<float>(sigmoid<double>(z));
  head.cost[static_cast<std::size_t>(i)] = static_cast<double>(c) * binary_cross_entropy(z, y);
  head.answer[static_cast<std::size_t>(i)] = p >= 0.5F ? 1 : 0;
  if (head.A) *head.A.at(0, i) = p;
  if (head.dZ) *head.dZ.at(0, i) = head.share * c * (p - y);
}

// logsumexp(z) - sum_k y_k z_k, dZ = A - Y. Four rows at a time: rows that fill up the last panel
// are zeros in Z, and count for nothing in the sum.
void softmax_column(const Head& head, Index i) {
  const Index n = head.Z.rows;
  const Index label = head.labels[static_cast<std::size_t>(i)];
  const Target share = target(head, n);
  float largest = *head.Z.at(0, i);
  Index answer = 0;
  for (Index k = 1; k < n; ++k) {
    const float z = *head.Z.at(k, i);
    if (z > largest) {
      largest = z;
      answer = k;
    }
  }
  // The probabilities go to dZ or A, whichever there is; with neither to Z itself.
  const Panels& e = head.dZ ? head.dZ : head.A ? head.A : head.Z;
  double weighted =
      static_cast<double>(share.share - share.others) * static_cast<double>(*head.Z.at(label, i));
  if (share.others > 0.0F) {
    for (Index k = 0; k < n; ++k) {
      weighted += static_cast<double>(share.others) * static_cast<double>(*head.Z.at(k, i));
    }
  }
  for (Index k = 0; k < n; k += 4) {
    store(e.at(k, i), exp_of_negative(load(head.Z.at(k, i)) - splat(largest)));
  }
  double sum = 0.0;
  for (Index k = 0; k < n; ++k) sum += static_cast<double>(*e.at(k, i));
  head.cost[static_cast<std::size_t>(i)] =
      categorical_cross_entropy(static_cast<double>(largest), sum, weighted);
  head.answer[static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(answer);
  // A = e / sum, dZ = (1/batch) (A - Y)
  const F32x4 scale = splat(static_cast<float>(1.0 / sum));
  const F32x4 others = splat(share.others);
  const F32x4 mean = splat(head.share);
  for (Index k = 0; k < n; k += 4) {
    const F32x4 a = scale * load(e.at(k, i));
    if (head.A) store(head.A.at(k, i), a);
    if (head.dZ) store(head.dZ.at(k, i), mean * (a - others));
  }
  if (head.dZ) *head.dZ.at(label, i) -= head.share * (share.share - share.others);
  for (Index k = n; k % 4 != 0; ++k) {
    if (head.A) *head.A.at(k, i) = 0.0F;
    if (head.dZ) *head.dZ.at(k, i) = 0.0F;
  }
}

}  // namespace

void head(const Head& head, Range columns) {
  for (Index i = columns.begin; i < columns.end; ++i) {
    if (head.output == Output::kSigmoid) {
      sigmoid_column(head, i);
    } else {
      softmax_column(head, i);
    }
  }
}

}  // namespace mlp::kernels
