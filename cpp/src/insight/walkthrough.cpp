// SPDX-License-Identifier: MIT
// Section: 5, backward: what the notes have and training does not need
// Called by: cpp/bindings/calls.cpp
// Held together by: tests/cpp/walkthrough_test.cpp
#include "mlp/insight/walkthrough.h"

#include <cmath>
#include <utility>

#include "mlp/base/precision.h"
#include "mlp/insight/batch.h"
#include "mlp/methods/activation.h"
#include "mlp/notes/backward.h"
#include "mlp/notes/cost.h"
#include "mlp/notes/initialise.h"
#include "mlp/notes/update.h"

namespace mlp {
namespace {

double forward_cost(const Network& network, const Parameters<double>& parameters, Walkthrough& w) {
  forward<double>(parameters, network.g, w.X, w.cache);
  return cost<double>(network.g.output, w.cache.back().Z, w.Y);
}

// dA_L, g'(Z_L) and the one through the other: the chain rule without the short form A_L - Y.
void chain_rule(Output output, Walkthrough& w) {
  LayerCache<double>& last = w.cache.back();
  const Matrix<double>& A = last.A;
  last.dA.resize(A.rows(), A.cols());
  w.slopes.back().resize(A.rows(), A.cols());
  w.dZ_chain.resize(A.rows(), A.cols());
  // Number by number: a page downloads this, and it is never much.
  for (Index i = 0; i < A.cols(); ++i) {
    double sum = 0.0;  // sum_k dA_k a_k
    for (Index k = 0; k < A.rows(); ++k) {
      const double a = A(k, i);
      const double y = w.Y(k, i);
      // g'(Z_L) = a (1 - a), of the softmax the diagonal of a_k (delta_kj - a_j)
      w.slopes.back()(k, i) = a * (1.0 - a);
      if (output == Output::kSigmoid) {
        // dA_L = -(Y / A_L) + (1 - Y) / (1 - A_L)
        last.dA(k, i) = -(y / a) + (1.0 - y) / (1.0 - a);
        // dZ_L = dA_L * g'(Z_L)
        w.dZ_chain(k, i) = last.dA(k, i) * w.slopes.back()(k, i);
      } else {
        // dA_L = -Y / A_L
        last.dA(k, i) = -y / a;
        sum += last.dA(k, i) * a;
      }
    }
    if (output == Output::kSigmoid) continue;
    for (Index j = 0; j < A.rows(); ++j) {
      // dz_j = sum_k dA_k a_k (delta_kj - a_j) = dA_j a_j - a_j sum_k dA_k a_k
      w.dZ_chain(j, i) = last.dA(j, i) * A(j, i) - A(j, i) * sum;
    }
  }
}

// g'(Z_l) of the hidden layers, as backward() has it.
void hidden_slopes(Activation g, Walkthrough& w) {
  for (std::size_t l = 1; l < w.cache.size(); ++l) {
    const Matrix<double>& Z = w.cache[l - 1].Z;
    w.slopes[l - 1].resize(Z.rows(), Z.cols());
    // g'(Z_l) = 1 * g'(Z_l)
    activate_backward<double>(g, Z, Matrix<double>::Ones(Z.rows(), Z.cols()), w.slopes[l - 1]);
  }
}

std::span<const double> span(const Matrix<double>& numbers) {
  return {numbers.data(), static_cast<std::size_t>(numbers.size())};
}

std::span<const double> span(const Vector<double>& numbers) {
  return {numbers.data(), static_cast<std::size_t>(numbers.size())};
}

}  // namespace

std::span<const double> Walkthrough::numbers(WalkMatrix of, Index l) const {
  if (of == WalkMatrix::kX) return span(X);
  if (of == WalkMatrix::kY) return span(Y);
  if (of == WalkMatrix::kDZChain) return span(dZ_chain);
  if (l < 1 || l > static_cast<Index>(cache.size())) return {};
  const auto at = static_cast<std::size_t>(l - 1);
  switch (of) {
    case WalkMatrix::kW:
      return span(before[at].W);
    case WalkMatrix::kB:
      return span(before[at].b);
    case WalkMatrix::kZ:
      return span(cache[at].Z);
    case WalkMatrix::kA:
      return span(cache[at].A);
    case WalkMatrix::kSlope:
      return span(slopes[at]);
    case WalkMatrix::kDA:
      return span(cache[at].dA);
    case WalkMatrix::kDZ:
      return span(cache[at].dZ);
    case WalkMatrix::kDW:
      return span(gradients[at].W);
    case WalkMatrix::kDb:
      return span(gradients[at].b);
    case WalkMatrix::kWAfter:
      return span(after[at].W);
    case WalkMatrix::kBAfter:
      return span(after[at].b);
    case WalkMatrix::kX:
    case WalkMatrix::kY:
    case WalkMatrix::kDZChain:
      break;
  }
  return {};
}

Status walk(const Network& network, const Parameters<float>& parameters,
            std::span<const std::uint8_t> images, std::span<const std::uint8_t> labels,
            double alpha, Index updates, Walkthrough& walkthrough) {
  if (!(alpha > 0.0) || !std::isfinite(alpha)) {
    return Status::bad(Code::kBadSetting, "learningRate: must be above 0 and finite.");
  }
  if (updates < 0) return Status::bad(Code::kBadSetting, "updates: must be at least 0.");
  Walkthrough w;
  Status status = make_batch(network, images, labels, w.X, w.Y);
  if (!status.ok()) return status;
  const Index m = w.X.cols();
  w.after = widen(parameters);
  w.cache = make_cache(w.after, m, true);
  w.gradients = zeros<double>(network);
  for (Index t = 0; t <= updates; ++t) {
    w.before = w.after;
    w.cost = forward_cost(network, w.before, w);
    clear(w.gradients);
    backward<double>(w.before, network.g.hidden, w.X, w.Y, m, w.cache, w.gradients);
    update(w.after, w.gradients, alpha);
  }
  w.slopes.resize(w.cache.size());
  hidden_slopes(network.g.hidden, w);
  chain_rule(network.g.output, w);
  // The cost after the update overwrites Z and A: it gets a cache of its own.
  Cache<double> kept = w.cache;
  w.cost_after = forward_cost(network, w.after, w);
  w.cache = std::move(kept);
  walkthrough = std::move(w);
  return status;
}

}  // namespace mlp
