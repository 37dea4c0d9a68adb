// SPDX-License-Identifier: MIT
#include "kernels/twins.h"
#include "operands.h"

namespace mlp::kernels {
namespace {

constexpr double kExpError = 3e-7;  // relative, of exp_of_negative() in functions.h
constexpr float kShare = 1.0F / 128.0F;
constexpr int kPositive = 3;

struct Variation {
  std::string name;
  Output output = Output::kSoftmax;
  bool learns = true;  // writes dZ; else A, in the place of Z
  float smoothing = 0.0F;
  float positive_weight = 1.0F;
  double scale = 2.0;  // of Z
};

class HeadCase : public Case {
 public:
  HeadCase(const Sizes& sizes, Variation variation)
      : variation_(std::move(variation)),
        n_(is_sigmoid() ? 1 : std::min<Index>(sizes.n, 256)),
        m_(sizes.m),
        Z_(random_panels(n_, room(m_), 1, 1.0, variation_.scale)),
        mine_(Z_, m_, n_),
        twins_(mine_),
        labels_(static_cast<std::size_t>(m_)) {
    Rng rng(7, 3);
    for (std::uint8_t& label : labels_) {
      label = static_cast<std::uint8_t>(
          is_sigmoid() ? kPositive * static_cast<int>(rng.below(2))
                       : static_cast<int>(rng.below(static_cast<std::uint32_t>(n_))));
    }
  }

  Range range() const override { return {0, m_}; }
  void run(Range part) override { head(view(mine_), part); }
  void run_twin() override { twin::head(view(twins_), range()); }

  std::vector<Written> written() const override {
    const Matrix<double> Z = numbers(Z_, m_);
    const auto n = static_cast<double>(n_);
    // What z - max z is rounded by, e^x is off by, relatively; the sum by no more.
    const auto largest = Z.cwiseAbs().colwise().maxCoeff();
    const Matrix<double> of_e = (kExpError + 2.0 * kU * largest.array()).matrix();  // (1, m)
    Matrix<double> of_A = Matrix<double>::Constant(n_, m_, kU);
    if (!is_sigmoid()) {
      const Matrix<double> A = (mine_.dZ.empty() ? numbers(twins_.A, m_)
                                                 : Matrix<double>(numbers(twins_.dZ, m_) / kShare))
                                   .cwiseAbs();
      // 1e-37: an e^x below float32 counts as e^-87. Where dZ stands for A, A is up to 1 more.
      const double more = variation_.learns ? 1.0 : 0.0;
      of_A = ((A.array() + more).rowwise() * (2.0 * of_e.array() + 4.0 * kU).row(0)) + 1e-37;
    }
    std::vector<Written> all;
    if (variation_.learns) {
      const double c = variation_.positive_weight;
      const Matrix<double> bound = (c * kShare * (of_A.array() + 4.0 * kU)).matrix();
      all.push_back(make_written("dZ", mine_.dZ, twins_.dZ, m_, bound));
    } else {
      all.push_back(make_written("A", mine_.A, twins_.A, m_, of_A));
    }
    const auto row = [](const auto& values) {
      return Matrix<double>(
          Eigen::Map<const Eigen::Matrix<typename std::decay_t<decltype(values)>::value_type, 1,
                                         Eigen::Dynamic>>(values.data(),
                                                          static_cast<Index>(values.size()))
              .template cast<double>());
    };
    // The smoothed labels are rounded too.
    const double c = variation_.positive_weight;
    const Matrix<double> of_cost = (c * (of_e.array() + 8.0 * kU * largest.array() * n)).matrix();
    all.push_back({"cost", row(mine_.cost), row(twins_.cost), kSafety * of_cost});
    all.push_back({"answer", row(mine_.answer), row(twins_.answer), Matrix<double>::Zero(1, m_)});
    return all;
  }

  bool run_eigen() override {
    if (eigen_Z_.size() == 0) {
      eigen_Z_ = floats(Z_, m_);
      eigen_Y_ = Matrix<float>::Zero(n_, m_);
      for (Index i = 0; i < m_; ++i) eigen_Y_(labels_[static_cast<std::size_t>(i)], i) = 1.0F;
      eigen_dZ_ = eigen_Z_;
    }
    // A = e^Z / sum e^Z, dZ = (1/batch) (A - Y)
    for (Index i = 0; i < m_; ++i) {
      eigen_dZ_.col(i) = (eigen_Z_.col(i).array() - eigen_Z_.col(i).maxCoeff()).exp();
      eigen_dZ_.col(i) /= eigen_dZ_.col(i).sum();
    }
    eigen_dZ_ = kShare * (eigen_dZ_ - eigen_Y_);
    return true;
  }

 private:
  struct Results {
    Results(const PanelMatrix& Z, Index m, Index n)
        : A(Z),
          dZ(random_panels(n, room(m), 2)),
          cost(static_cast<std::size_t>(m), -1.0),
          answer(static_cast<std::size_t>(m), 255) {}

    PanelMatrix A;  // Z before
    PanelMatrix dZ;
    std::vector<double> cost;
    std::vector<std::uint8_t> answer;
  };

  bool is_sigmoid() const { return variation_.output == Output::kSigmoid; }

  Head view(Results& results) const {
    Head head{};
    head.output = variation_.output;
    head.Z = results.A.view();
    head.labels = labels_;
    head.positive = kPositive;
    head.positive_weight = variation_.positive_weight;
    head.share = kShare;
    head.smoothing = variation_.smoothing;
    if (variation_.learns) {
      head.dZ = results.dZ.view();
    } else {
      head.A = results.A.view();
    }
    head.cost = results.cost;
    head.answer = results.answer;
    return head;
  }

  Variation variation_;
  Index n_, m_;
  PanelMatrix Z_;
  Results mine_, twins_;
  std::vector<std::uint8_t> labels_;
  Matrix<float> eigen_Z_, eigen_Y_, eigen_dZ_;
};

}  // namespace

std::vector<KernelCase> head_cases() {
  const std::vector<Variation> variations = {
      {"head, softmax"},
      {"head, softmax, smoothed labels", Output::kSoftmax, true, 0.1F},
      {"head, softmax, large Z", Output::kSoftmax, true, 0.0F, 1.0F, 100.0},
      {"head, softmax, answers", Output::kSoftmax, false},
      {"head, softmax, answers, large Z", Output::kSoftmax, false, 0.0F, 1.0F, 100.0},
      {"head, sigmoid", Output::kSigmoid},
      {"head, sigmoid, smoothed labels", Output::kSigmoid, true, 0.1F},
      {"head, sigmoid, weighted", Output::kSigmoid, true, 0.0F, 9.0F},
      {"head, sigmoid, all", Output::kSigmoid, true, 0.1F, 9.0F, 100.0},
      {"head, sigmoid, answers", Output::kSigmoid, false},
  };
  std::vector<KernelCase> cases;
  for (const Variation& variation : variations) {
    const auto make = [variation](const Sizes& sizes) {
      return std::make_unique<HeadCase>(sizes, variation);
    };
    cases.push_back({variation.name, make, variation.name == "head, softmax"});
  }
  return cases;
}

}  // namespace mlp::kernels
