// SPDX-License-Identifier: MIT
// Section: 3, forward
// Called by: cpp/src/notes/train.cpp, cpp/src/notes/notes_engine.cpp,
//   cpp/src/insight/walkthrough.cpp, cpp/src/insight/gradient_check.cpp,
//   cpp/src/insight/statistics.cpp, cpp/src/insight/inspection.cpp
// Fast twin: cpp/src/kernels/forward.cpp, cpp/src/kernels/head.cpp
// Held together by: tests/cpp/notes_engine_test.cpp, tests/cpp/kernels_test.cpp
#include "mlp/notes/forward.h"

#include "notes/products.h"

#include "mlp/base/portable_math.h"
#include "mlp/methods/regulariser_formulas.h"

namespace mlp {
namespace {

// A = e^Z / sum e^Z of each column; subtracting the column's largest value changes nothing in the
// quotient and keeps e^ from overflowing.
template <typename Scalar>
void softmax(MatrixView<Scalar> Z, MatrixRef<Scalar> A) {
  for (Index i = 0; i < Z.cols(); ++i) {
    const auto largest = static_cast<double>(Z.col(i).maxCoeff());
    double sum = 0.0;
    for (Index k = 0; k < Z.rows(); ++k) {
      const double e = portable::exp(static_cast<double>(Z(k, i)) - largest);
      A(k, i) = static_cast<Scalar>(e);
      sum += e;
    }
    A.col(i) *= static_cast<Scalar>(1.0 / sum);
  }
}

}  // namespace

template <typename Scalar>
Cache<Scalar> make_cache(const Parameters<Scalar>& parameters, Index max_m, bool with_gradients) {
  Cache<Scalar> cache(parameters.size());
  for (std::size_t l = 1; l <= parameters.size(); ++l) {
    const Index n_l = parameters[l - 1].W.rows();
    cache[l - 1].Z.resize(n_l, max_m);
    cache[l - 1].A.resize(n_l, max_m);
    if (!with_gradients) continue;
    cache[l - 1].dZ.resize(n_l, max_m);
    if (l == parameters.size()) continue;
    cache[l - 1].D.resize(n_l, max_m);
    cache[l - 1].dA.resize(n_l, max_m);
  }
  return cache;
}

template <typename Scalar>
void draw_masks(const Masks& masks, Index m, Cache<Scalar>& cache) {
  for (Index i = 0; i < m; ++i) {
    DropoutMask<Scalar> mask(masks.rate, masks.seed, masks.update,
                             static_cast<std::uint64_t>(masks.before + i));
    for (std::size_t l = 1; l < cache.size(); ++l) {
      for (Scalar& d : cache[l - 1].D.col(i)) d = mask.next();
    }
  }
}

template <typename Scalar>
void forward(const Parameters<Scalar>& parameters, Functions g, MatrixView<Scalar> X,
             Cache<Scalar>& cache, Dropout dropout) {
  const Index m = X.cols();
  const std::size_t L = parameters.size();
  for (std::size_t l = 1; l <= L; ++l) {
    const Layer<Scalar>& layer = parameters[l - 1];
    auto Z = cache[l - 1].Z.leftCols(m);  // (n_l, m)
    auto A = cache[l - 1].A.leftCols(m);  // (n_l, m)
    // A_{l-1}, with A_0 = X: (n_{l-1}, m)
    const MatrixView<Scalar> A_before = l == 1 ? X : MatrixView<Scalar>(cache[l - 2].A.leftCols(m));
    // Z_l = W_l A_{l-1} + b_l
    Z.noalias() = layer.W * A_before;
    Z.colwise() += layer.b;
    if (l < L) {
      // A_l = g(Z_l), with dropout A_l = g(Z_l) * D_l
      activate<Scalar>(g.hidden, Z, A);
      if (dropout == Dropout::kOn) A = A.cwiseProduct(cache[l - 1].D.leftCols(m));
    } else if (g.output == Output::kSigmoid) {
      // A_L = 1 / (1 + e^-Z_L)
      activate<Scalar>(Activation::kSigmoid, Z, A);
    } else {
      softmax<Scalar>(Z, A);
    }
  }
}

template Cache<float> make_cache<float>(const Parameters<float>&, Index, bool);
template Cache<double> make_cache<double>(const Parameters<double>&, Index, bool);
template void draw_masks<float>(const Masks&, Index, Cache<float>&);
template void draw_masks<double>(const Masks&, Index, Cache<double>&);
template void forward<float>(const Parameters<float>&, Functions, MatrixView<float>, Cache<float>&,
                             Dropout);
template void forward<double>(const Parameters<double>&, Functions, MatrixView<double>,
                              Cache<double>&, Dropout);

}  // namespace mlp
