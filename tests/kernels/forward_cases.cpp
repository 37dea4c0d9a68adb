// SPDX-License-Identifier: MIT
#include <cmath>

#include "kernels/twins.h"
#include "operands.h"

namespace mlp::kernels {
namespace {

struct Variation {
  std::optional<Activation> g;
  bool dropout = false;
  bool sparse = false;
};

class ForwardCase : public Case {
 public:
  ForwardCase(const Sizes& sizes, const Variation& variation)
      : variation_(variation),
        n_(sizes.n),
        n_before_(sizes.n_before),
        m_(sizes.m),
        W_(random_panels(n_, n_before_, 1, 1.0, 1.0 / std::sqrt(static_cast<double>(n_before_)))),
        b_(random_panels(n_, 1, 2)),
        A_before_(random_panels(n_before_, room(m_), 3, sizes.density)),
        entries_(n_before_, room(m_)),
        D_(mask_panels(n_, room(m_), 4)),
        Z_(random_panels(n_, room(m_), 5)),
        A_(random_panels(n_, room(m_), 6)),
        twin_Z_(Z_),
        twin_A_(A_) {
    list_columns(A_before_.view(), {0, m_}, entries_);
  }

  Range range() const override { return {0, m_}; }

  void run(Range part) override {
    const ForwardLayer of = layer(Z_, A_);
    if (variation_.sparse) {
      forward(of, entries_, part);
    } else {
      forward(of, A_before_.view(), part);
    }
  }

  void run_twin() override {
    const ForwardLayer of = layer(twin_Z_, twin_A_);
    if (variation_.sparse) {
      twin::forward(of, entries_, range());
    } else {
      twin::forward(of, A_before_.view(), range());
    }
  }

  std::vector<Written> written() const override {
    // n_before products and b are added to 0.
    Matrix<double> bound =
        product_bound(numbers(W_, n_before_), numbers(A_before_, m_), n_before_ + 2);
    bound.colwise() += 2.0 * kU * numbers(b_, 1).col(0).cwiseAbs();
    std::vector<Written> all;
    const Matrix<double> Z = numbers(twin_Z_, m_);
    if (has_Z()) all.push_back(make_written("Z", Z_, twin_Z_, m_, bound));
    if (variation_.g) {
      const Matrix<double> size = numbers(twin_A_, m_).cwiseAbs();
      bound = kLargestSlope * bound + kActivationError * (size.array() + 1.0).matrix();
    }
    if (variation_.dropout) {
      bound = bound.cwiseProduct(numbers(D_, m_)) + kU * numbers(twin_A_, m_).cwiseAbs();
    }
    all.push_back(make_written("A", A_, twin_A_, m_, bound));
    return all;
  }

  double operations() const override {
    const double used = variation_.sparse ? density(A_before_.view(), {0, m_}) : 1.0;
    return 2.0 * used * static_cast<double>(n_ * n_before_ * m_);
  }

  bool run_eigen() override {
    if (eigen_W_.size() == 0) {
      eigen_W_ = floats(W_, n_before_);
      eigen_b_ = floats(b_, 1);
      eigen_A_before_ = floats(A_before_, m_);
      eigen_A_.resize(n_, m_);
    }
    eigen_A_.noalias() = eigen_W_ * eigen_A_before_;
    eigen_A_ = (eigen_A_.colwise() + eigen_b_).cwiseMax(0.0F);
    return true;
  }

 private:
  bool has_Z() const { return variation_.g && variation_.g != Activation::kRelu; }

  ForwardLayer layer(const PanelMatrix& Z, const PanelMatrix& A) const {
    return {W_.view(),
            b_.view(),
            variation_.g,
            has_Z() ? Z.view() : Panels{},
            variation_.dropout ? D_.view() : Panels{},
            A.view()};
  }

  Variation variation_;
  Index n_, n_before_, m_;
  PanelMatrix W_, b_, A_before_;
  SparseColumns entries_;
  PanelMatrix D_, Z_, A_, twin_Z_, twin_A_;
  Matrix<float> eigen_W_, eigen_A_before_, eigen_A_;
  Vector<float> eigen_b_;
};

std::string name_of(const Variation& variation) {
  std::string name = variation.sparse ? "forward, sparse" : "forward, dense";
  name += variation.g ? ", " + kernels::name_of(*variation.g) : ", last layer";
  if (variation.dropout) name += ", dropout";
  return name;
}

}  // namespace

std::vector<KernelCase> forward_cases() {
  std::vector<Variation> variations = {{std::nullopt}};
  for (const Activation g : kActivations) {
    variations.push_back({g, false});
    variations.push_back({g, true});
  }
  std::vector<KernelCase> cases;
  for (Variation variation : variations) {
    const std::string dense = name_of(variation);
    const bool measured = variation.g == Activation::kRelu && !variation.dropout;
    for (const bool sparse : {false, true}) {
      variation.sparse = sparse;
      const auto make = [variation](const Sizes& sizes) {
        return std::make_unique<ForwardCase>(sizes, variation);
      };
      cases.push_back({name_of(variation), make, measured, sparse ? dense : ""});
    }
  }
  return cases;
}

}  // namespace mlp::kernels
