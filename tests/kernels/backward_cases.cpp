// SPDX-License-Identifier: MIT
#include <cmath>

#include "kernels/twins.h"
#include "operands.h"

namespace mlp::kernels {
namespace {

struct Variation {
  Activation g = Activation::kRelu;
  bool dropout = false;
  bool sparse = false;
};

class BackwardCase : public Case {
 public:
  BackwardCase(const Sizes& sizes, const Variation& variation)
      : variation_(variation),
        n_(sizes.n),
        n_before_(sizes.n_before),
        m_(sizes.m),
        transposed_(random_panels(n_before_, n_, 1, 1.0, 1.0 / std::sqrt(static_cast<double>(n_)))),
        dZ_(random_panels(n_, room(m_), 2, sizes.density)),
        entries_(n_, room(m_)),
        Z_(random_panels(n_before_, room(m_), 3, 1.0, 2.0)),
        D_(mask_panels(n_before_, room(m_), 4)),
        dZ_before_(random_panels(n_before_, room(m_), 5)),
        twin_dZ_before_(dZ_before_) {
    list_columns(dZ_.view(), {0, m_}, entries_);
  }

  Range range() const override { return {0, m_}; }

  void run(Range part) override {
    const BackwardLayer of = layer(dZ_before_);
    if (variation_.sparse) {
      backward(of, entries_, part);
    } else {
      backward(of, part);
    }
  }

  void run_twin() override {
    const BackwardLayer of = layer(twin_dZ_before_);
    if (variation_.sparse) {
      twin::backward(of, entries_, range());
    } else {
      twin::backward(of, range());
    }
  }

  std::vector<Written> written() const override {
    const Matrix<double> W = numbers(transposed_, n_);
    const Matrix<double> dZ = numbers(dZ_, m_);
    // dA is off by the product's bound, and as large as the norms allow.
    Matrix<double> bound = kLargestSlope * product_bound(W, dZ, n_ + 3);
    if (variation_.g != Activation::kRelu) {
      bound += kSlopeError * W.rowwise().norm() * dZ.colwise().norm();
    }
    if (variation_.dropout) bound = bound.cwiseProduct(numbers(D_, m_));
    bound += 2.0 * kU * numbers(twin_dZ_before_, m_).cwiseAbs();
    return {make_written("dZ_before", dZ_before_, twin_dZ_before_, m_, bound)};
  }

  double operations() const override {
    const double used = variation_.sparse ? density(dZ_.view(), {0, m_}) : 1.0;
    return 2.0 * used * static_cast<double>(n_ * n_before_ * m_);
  }

  bool run_eigen() override {
    if (eigen_transposed_.size() == 0) {
      eigen_transposed_ = floats(transposed_, n_);
      eigen_dZ_ = floats(dZ_, m_);
      eigen_Z_ = floats(Z_, m_);
      eigen_dZ_before_.resize(n_before_, m_);
    }
    eigen_dZ_before_.noalias() = eigen_transposed_ * eigen_dZ_;
    eigen_dZ_before_ = (eigen_Z_.array() > 0.0F).select(eigen_dZ_before_, 0.0F);
    return true;
  }

 private:
  BackwardLayer layer(const PanelMatrix& dZ_before) const {
    return {transposed_.view(),
            dZ_.view(),
            variation_.g,
            Z_.view(),
            variation_.dropout ? D_.view() : Panels{},
            dZ_before.view()};
  }

  Variation variation_;
  Index n_, n_before_, m_;
  PanelMatrix transposed_, dZ_;
  SparseColumns entries_;
  PanelMatrix Z_, D_, dZ_before_, twin_dZ_before_;
  Matrix<float> eigen_transposed_, eigen_dZ_, eigen_Z_, eigen_dZ_before_;
};

std::string name_of(const Variation& variation) {
  return std::string("backward, ") + (variation.sparse ? "sparse, " : "dense, ") +
         kernels::name_of(variation.g) + (variation.dropout ? ", dropout" : "");
}

}  // namespace

std::vector<KernelCase> backward_cases() {
  std::vector<KernelCase> cases;
  for (const Activation g : kActivations) {
    for (const bool dropout : {false, true}) {
      for (const bool sparse : {false, true}) {
        const Variation variation = {g, dropout, sparse};
        const auto make = [variation](const Sizes& sizes) {
          return std::make_unique<BackwardCase>(sizes, variation);
        };
        cases.push_back({name_of(variation), make, g == Activation::kRelu && !dropout,
                         sparse ? name_of({g, dropout, false}) : ""});
      }
    }
  }
  return cases;
}

}  // namespace mlp::kernels
