// SPDX-License-Identifier: MIT
#include "twins.h"

#include <cmath>
#include <vector>

#include "mlp/methods/activation_formulas.h"
#include "mlp/methods/optimizer_formulas.h"
#include "mlp/methods/regularise.h"
#include "mlp/methods/regulariser_formulas.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/predict.h"

namespace mlp::kernels::twin {
namespace {

using Numbers = Matrix<double>;

Numbers columns_of(const Numbers& matrix, Range range) {
  return matrix.middleCols(range.begin, range.end - range.begin);
}

// The non-zero numbers with their places as one list, with a mark after every `group` of them.
void list(EntryLists& lists, Index line, const Vector<double>& numbers, Index group) {
  Entry* const begin = lists.begin(line);
  Entry* entry = begin;
  for (Index k = 0; k < numbers.size(); ++k) {
    if (numbers(k) != 0.0) *entry++ = {offset_of(k), static_cast<float>(numbers(k))};
    lists.mark(line, k / group) = static_cast<std::uint32_t>(entry - begin);
  }
}

// The chosen images as the columns of X, rounded as the kernels do: each twice.
Numbers images_as_columns(std::span<const std::uint8_t> images,
                          std::span<const std::uint32_t> chosen, Index n_0) {
  using Bytes = Eigen::Matrix<std::uint8_t, Eigen::Dynamic, 1>;
  Numbers X(n_0, static_cast<Index>(chosen.size()));
  for (std::size_t i = 0; i < chosen.size(); ++i) {
    const auto at = chosen[i] * static_cast<std::size_t>(n_0);
    const Eigen::Map<const Bytes> image(images.data() + at, n_0);
    X.col(static_cast<Index>(i)) = (image.cast<float>() * (1.0F / 255.0F)).cast<double>();
  }
  return X;
}

void finish_forward(const ForwardLayer& layer, const Numbers& A_before, Range columns) {
  // Z = W A_before + b
  const Numbers Z = (unpack(layer.W) * A_before).colwise() + unpack(layer.b).col(0);
  // A = g(Z), with dropout A = g(Z) * D
  Numbers A = Z;
  if (layer.g) activate<double>(*layer.g, Z, A);
  if (layer.D) A = A.cwiseProduct(columns_of(unpack(layer.D), columns));
  if (layer.Z) pack(Z, layer.Z, columns);
  pack(A, layer.A, columns);
}

void finish_backward(const BackwardLayer& layer, const Numbers& dZ, Range columns) {
  // dA_before = W^T dZ, with dropout dA_before = dA_before * D
  Numbers dA = unpack(layer.transposed) * dZ;
  if (layer.D) dA = dA.cwiseProduct(columns_of(unpack(layer.D), columns));
  // dZ_before = dA_before * g'(Z_before)
  Numbers dZ_before = dA;
  activate_backward<double>(layer.g, columns_of(unpack(layer.Z), columns), dA, dZ_before);
  pack(dZ_before, layer.dZ_before, columns);
}

// What follows when the gradient of some columns of W is summed.
void finish_gradient(const Step& step, const Weights& weights, const Numbers& sums, Range columns) {
  if (!step.update) return pack(sums, weights.sums, columns);
  const auto part = [&](const Panels& of) {
    return of ? columns_of(unpack(of), columns) : Numbers();
  };
  Numbers w = part(weights.W);
  Numbers first = part(weights.first);
  Numbers second = part(weights.second);
  // g = sums + lambda W
  const Numbers g = with_penalty(static_cast<double>(step.penalty), w.array(), sums.array());
  const auto factors = step.factors.each([](float value) { return static_cast<double>(value); });
  auto W = w.array();
  auto m = first.array();
  auto v = second.array();
  with_method(step.method,
              [&]<Method method>() { take_step<method>(factors, W, g.array(), m, v); });
  pack(w, weights.W, columns);
  if (weights.first) pack(first, weights.first, columns);
  if (weights.second) pack(second, weights.second, columns);
  twin::transpose(weights, columns);
}

// sums + dZ A_before^T for some columns of W.
Numbers summed(const Step& step, const Weights& weights, const Numbers& dZ, const Numbers& A_before,
               Range columns) {
  const auto rows = A_before.middleRows(columns.begin, columns.end - columns.begin);
  Numbers sums = dZ * rows.transpose();
  if (step.add) sums += columns_of(unpack(weights.sums), columns);
  return sums;
}

}  // namespace

Numbers unpack(const Panels& from) {
  return Numbers::NullaryExpr(from.rows, from.columns, [&](Index row, Index column) {
    return static_cast<double>(*from.at(row, column));
  });
}

void pack(const Numbers& matrix, const Panels& to, Range columns) {
  for (Index i = columns.begin; i < columns.end; ++i) {
    for (Index row = 0; row < to.rows; ++row) {
      *to.at(row, i) = static_cast<float>(matrix(row, i - columns.begin));
    }
  }
}

Numbers unpack(const SparseColumns& from, Index rows, Index columns) {
  Numbers matrix = Numbers::Zero(rows, columns);
  for (Index i = 0; i < columns; ++i) {
    for (const Entry& entry : from.lists.whole(i)) {
      matrix(static_cast<Index>(entry.offset / offset_of(1)), i) = entry.value;
    }
  }
  return matrix;
}

Numbers unpack(const SparseRows& from, Index rows, Index columns) {
  Numbers matrix = Numbers::Zero(rows, columns);
  for (Index row = 0; row < rows; ++row) {
    for (const Entry& entry : from.lists.whole(row)) {
      matrix(row, static_cast<Index>(entry.offset / offset_of(1))) = entry.value;
    }
  }
  return matrix;
}

void forward(const ForwardLayer& layer, const Panels& A_before, Range columns) {
  finish_forward(layer, columns_of(unpack(A_before), columns), columns);
}

void forward(const ForwardLayer& layer, const SparseColumns& A_before, Range columns) {
  const Numbers all = unpack(A_before, layer.W.columns, columns.end);
  finish_forward(layer, columns_of(all, columns), columns);
}

void backward(const BackwardLayer& layer, Range columns) {
  finish_backward(layer, columns_of(unpack(layer.dZ), columns), columns);
}

void backward(const BackwardLayer& layer, const SparseColumns& dZ, Range columns) {
  const Numbers all = unpack(dZ, layer.transposed.columns, columns.end);
  finish_backward(layer, columns_of(all, columns), columns);
}

void head(const Head& head, Range columns) {
  const bool yes_or_no = head.output == Output::kSigmoid;
  for (Index i = columns.begin; i < columns.end; ++i) {
    const auto at = static_cast<std::size_t>(i);
    const Vector<double> Z = unpack(head.Z).col(i);
    // A = 1 / (1 + e^-Z), or A = e^Z / sum e^Z
    Vector<double> A = Z;
    if (yes_or_no) {
      A(0) = sigmoid<double>(Z(0));
    } else {
      A = (Z.array() - Z.maxCoeff()).exp();
      A /= A.sum();
    }
    const int label = head.labels[at];
    const bool yes = yes_or_no && label == head.positive;
    Matrix<double> Y = Matrix<double>::Zero(Z.size(), 1);
    if (!yes_or_no) Y(label, 0) = 1.0;
    if (yes) Y(0, 0) = 1.0;
    smooth_labels<double>(head.output, head.smoothing, Y);
    const double c = yes ? head.positive_weight : 1.0;
    head.cost[at] = c * cost<double>(head.output, Matrix<double>(Z), Y);
    head.answer[at] = static_cast<std::uint8_t>(predict<double>(head.output, Matrix<double>(A), 0));
    // dZ = (1/batch) c (A - Y)
    const Range column{i, i + 1};
    if (head.A) pack(A, head.A, column);
    if (head.dZ) pack(static_cast<double>(head.share) * c * (A - Y), head.dZ, column);
  }
}

void gradient(const Step& step, const Weights& weights, const Panels& dZ, const Panels& A_before,
              Index m, Range columns) {
  const Numbers of_m = columns_of(unpack(dZ), {0, m});
  const Numbers A = columns_of(unpack(A_before), {0, m});
  finish_gradient(step, weights, summed(step, weights, of_m, A, columns), columns);
}

void gradient(const Step& step, const Weights& weights, const Panels& dZ,
              const SparseRows& A_before, Range columns) {
  const Numbers A = unpack(A_before, weights.W.columns, dZ.columns);
  finish_gradient(step, weights, summed(step, weights, unpack(dZ), A, columns), columns);
}

void gradient_of_biases(const Step& step, const Weights& b, const Panels& dZ, Index m) {
  Numbers sums = columns_of(unpack(dZ), {0, m}).rowwise().sum();
  if (step.add) sums += unpack(b.sums);
  finish_gradient(step, b, sums, {0, 1});
}

void transpose(const Weights& weights, Range columns) {
  if (!weights.transposed) return;
  Numbers transposed = unpack(weights.transposed);
  const Numbers W = columns_of(unpack(weights.W), columns);
  transposed.middleRows(columns.begin, W.cols()) = W.transpose();
  pack(transposed, weights.transposed, {0, weights.transposed.columns});
}

void update(const Step& step, const Weights& weights, Range columns) {
  finish_gradient(step, weights, columns_of(unpack(weights.sums), columns), columns);
}

void gather(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
            const Panels& X, Range columns) {
  pack(columns_of(images_as_columns(images, chosen, X.rows), columns), X, columns);
}

double density(const Panels& A, Range columns) {
  const Numbers numbers = columns_of(unpack(A), columns);
  return static_cast<double>((numbers.array() != 0.0).count()) /
         static_cast<double>(numbers.size());
}

double density(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
               Index n_0) {
  const Numbers X = images_as_columns(images, chosen, n_0);
  return static_cast<double>((X.array() != 0.0).count()) / static_cast<double>(X.size());
}

void list_columns(const Panels& A, Range columns, SparseColumns& to) {
  const Numbers numbers = unpack(A);
  for (Index i = columns.begin; i < columns.end; ++i) {
    list(to.lists, i, numbers.col(i), kGroup);
  }
}

void list_rows(const Panels& A, Index m, Range rows, SparseRows& to) {
  const Numbers numbers = unpack(A);
  for (Index row = rows.begin; row < rows.end; ++row) {
    list(to.lists, row, numbers.row(row).head(m), m);
  }
}

void list_columns(std::span<const std::uint8_t> images, std::span<const std::uint32_t> chosen,
                  Index n_0, Range columns, SparseColumns& to) {
  PanelMatrix X(n_0, static_cast<Index>(chosen.size()));
  X.pack(images_as_columns(images, chosen, n_0).cast<float>());
  twin::list_columns(X.view(), columns, to);
}

void list_rows(const SparseColumns& from, Index m, Range rows, SparseRows& to) {
  PanelMatrix A(from.rows, m);
  A.pack(unpack(from, from.rows, m).cast<float>());
  twin::list_rows(A.view(), m, rows, to);
}

}  // namespace mlp::kernels::twin
