// SPDX-License-Identifier: MIT
// The kernels that step without a product: of the biases, of sums that are there, and the
// transpose.
#include "kernels/twins.h"
#include "steps.h"

namespace mlp::kernels {
namespace {

class BiasesCase : public Case {
 public:
  BiasesCase(const Sizes& sizes, Method method, Extra extra)
      : m_(sizes.m),
        step_(step_of(method, extra)),
        dZ_(random_panels(sizes.n, room(m_), 1)),
        before_(sizes.n, 1, method, false),
        mine_(before_),
        twins_(before_) {}

  Range range() const override { return {0, 1}; }
  void run(Range) override { gradient_of_biases(step_, mine_.view(), dZ_.view(), m_); }
  void run_twin() override { twin::gradient_of_biases(step_, twins_.view(), dZ_.view(), m_); }

  std::vector<Written> written() const override {
    const Matrix<double> dZ = numbers(dZ_, m_);
    const Matrix<double> bound = gamma(m_ + 1) * dZ.cwiseAbs().rowwise().sum();
    return written_steps(step_, before_, mine_, twins_, dZ.rowwise().sum(), bound);
  }

  bool run_eigen() override {
    if (eigen_dZ_.size() == 0) {
      eigen_dZ_ = floats(dZ_, m_);
      eigen_.prepare(before_);
    }
    eigen_db_ = eigen_dZ_.rowwise().sum();
    eigen_.take(step_, eigen_db_);
    return true;
  }

 private:
  Index m_;
  Step step_;
  PanelMatrix dZ_;
  Stepped before_, mine_, twins_;
  Matrix<float> eigen_dZ_, eigen_db_;
  EigenStep eigen_;
};

class UpdateCase : public Case {
 public:
  UpdateCase(const Sizes& sizes, Method method, Extra extra)
      : step_(step_of(method, extra)),
        before_(sizes.n, sizes.n_before, method, true),
        mine_(before_),
        twins_(before_) {}

  Range range() const override { return {0, before_.columns()}; }
  void run(Range part) override { update(step_, mine_.view(), part); }
  void run_twin() override { twin::update(step_, twins_.view(), range()); }

  std::vector<Written> written() const override {
    Step without_sums = step_;
    without_sums.add = false;
    const Matrix<double> sums = numbers(before_.sums, before_.columns());
    const Matrix<double> bound = Matrix<double>::Zero(sums.rows(), sums.cols());
    return written_steps(without_sums, before_, mine_, twins_, sums, bound);
  }

  bool run_eigen() override {
    if (eigen_sums_.size() == 0) {
      eigen_sums_ = floats(before_.sums, before_.columns());
      eigen_.prepare(before_);
    }
    eigen_.take(step_, eigen_sums_);
    return true;
  }

 private:
  Step step_;
  Stepped before_, mine_, twins_;
  Matrix<float> eigen_sums_;
  EigenStep eigen_;
};

class TransposeCase : public Case {
 public:
  explicit TransposeCase(const Sizes& sizes)
      : W_(random_panels(sizes.n, sizes.n_before, 1)),
        transposed_(random_panels(sizes.n_before, sizes.n, 2)),
        twin_transposed_(transposed_) {}

  Range range() const override { return {0, W_.columns()}; }
  void run(Range part) override { transpose(view(transposed_), part); }
  void run_twin() override { twin::transpose(view(twin_transposed_), range()); }

  std::vector<Written> written() const override {
    const Matrix<double> exact = Matrix<double>::Zero(W_.columns(), W_.rows());
    return {make_written("transposed", transposed_, twin_transposed_, W_.rows(), exact)};
  }

  bool run_eigen() override {
    if (eigen_W_.size() == 0) eigen_W_ = floats(W_, W_.columns());
    eigen_transposed_ = eigen_W_.transpose();
    return true;
  }

 private:
  Weights view(const PanelMatrix& transposed) const {
    return {W_.view(), transposed.view(), {}, {}, {}};
  }

  PanelMatrix W_, transposed_, twin_transposed_;
  Matrix<float> eigen_W_, eigen_transposed_;
};

template <typename Of>
KernelCase make_case(const std::string& name, Method method, Extra extra) {
  const auto make = [method, extra](const Sizes& sizes) {
    return std::make_unique<Of>(sizes, method, extra);
  };
  const bool measured =
      extra == Extra::kNone && (method == Method::kGradientDescent || method == Method::kAdam);
  return {name + ", " + name_of(method) + name_of(extra), make, measured};
}

}  // namespace

std::vector<KernelCase> update_cases() {
  std::vector<KernelCase> cases;
  for (const Method method : kMethods) {
    for (const Extra extra : kExtras) {
      cases.push_back(make_case<BiasesCase>("biases", method, extra));
    }
    cases.push_back(make_case<UpdateCase>("update", method, Extra::kNone));
    cases.push_back(make_case<UpdateCase>("update", method, Extra::kPenalty));
  }
  const auto make = [](const Sizes& sizes) { return std::make_unique<TransposeCase>(sizes); };
  cases.push_back({"transpose", make, true});
  return cases;
}

}  // namespace mlp::kernels
