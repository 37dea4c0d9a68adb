// SPDX-License-Identifier: MIT
#include "kernels/twins.h"
#include "steps.h"

namespace mlp::kernels {
namespace {

struct Variation {
  Method method = Method::kGradientDescent;
  Extra extra = Extra::kNone;
  bool sparse = false;
};

class GradientCase : public Case {
 public:
  GradientCase(const Sizes& sizes, const Variation& variation)
      : variation_(variation),
        n_(sizes.n),
        n_before_(sizes.n_before),
        m_(sizes.m),
        step_(step_of(variation.method, variation.extra)),
        dZ_(random_panels(n_, room(m_), 1)),
        A_before_(random_panels(n_before_, room(m_), 2, sizes.density)),
        entries_(n_before_, room(m_)),
        before_(n_, n_before_, variation.method, true),
        mine_(before_),
        twins_(before_) {
    list_rows(A_before_.view(), m_, {0, n_before_}, entries_);
  }

  Range range() const override { return {0, n_before_}; }

  void run(Range part) override {
    if (variation_.sparse) {
      gradient(step_, mine_.view(), dZ_.view(), entries_, part);
    } else {
      gradient(step_, mine_.view(), dZ_.view(), A_before_.view(), m_, part);
    }
  }

  void run_twin() override {
    if (variation_.sparse) {
      twin::gradient(step_, twins_.view(), dZ_.view(), entries_, range());
    } else {
      twin::gradient(step_, twins_.view(), dZ_.view(), A_before_.view(), m_, range());
    }
  }

  std::vector<Written> written() const override {
    const Matrix<double> dZ = numbers(dZ_, m_);
    const Matrix<double> A = numbers(A_before_, m_);
    // With the sums of before that is one more.
    const Matrix<double> bound = product_bound(dZ, A.transpose(), m_ + 1);
    return written_steps(step_, before_, mine_, twins_, dZ * A.transpose(), bound);
  }

  double operations() const override {
    const double used = variation_.sparse ? density(A_before_.view(), {0, m_}) : 1.0;
    return 2.0 * used * static_cast<double>(n_ * n_before_ * m_);
  }

  bool run_eigen() override {
    if (eigen_dZ_.size() == 0) {
      eigen_dZ_ = floats(dZ_, m_);
      eigen_A_before_ = floats(A_before_, m_);
      eigen_dW_.resize(n_, n_before_);
      eigen_.prepare(before_);
    }
    eigen_dW_.noalias() = eigen_dZ_ * eigen_A_before_.transpose();
    eigen_.take(step_, eigen_dW_);
    return true;
  }

 private:
  Variation variation_;
  Index n_, n_before_, m_;
  Step step_;
  PanelMatrix dZ_, A_before_;
  SparseRows entries_;
  Stepped before_, mine_, twins_;
  Matrix<float> eigen_dZ_, eigen_A_before_, eigen_dW_;
  EigenStep eigen_;
};

std::string name_of(const Variation& variation) {
  return std::string("gradient, ") + (variation.sparse ? "sparse, " : "dense, ") +
         kernels::name_of(variation.method) + kernels::name_of(variation.extra);
}

}  // namespace

std::vector<KernelCase> gradient_cases() {
  std::vector<KernelCase> cases;
  for (const Method method : kMethods) {
    for (const Extra extra : kExtras) {
      for (const bool sparse : {false, true}) {
        const Variation variation = {method, extra, sparse};
        const bool measured = extra == Extra::kNone &&
                              (method == Method::kGradientDescent || method == Method::kAdam);
        const auto make = [variation](const Sizes& sizes) {
          return std::make_unique<GradientCase>(sizes, variation);
        };
        cases.push_back(
            {name_of(variation), make, measured, sparse ? name_of({method, extra, false}) : ""});
      }
    }
  }
  return cases;
}

}  // namespace mlp::kernels
